/**
 * The inspector: controls, and the picture that follows them. It holds the settings; the controls
 * change them, the address tells them, the engine answers them, and the panels draw the answer.
 */
import { el } from "../dom.ts";
import type { Engines } from "../engine/client.ts";
import { write } from "../kept.ts";
import { hidden } from "../presenting.ts";
import { type Address, rewriteAddress, type View } from "../router.ts";
import { queryOf, settingsOf } from "./address.ts";
import { ArithmeticPanel } from "./arithmetic_panel.ts";
import { BarsPanel } from "./bars.ts";
import { said } from "./choices.ts";
import { ComparePanel } from "./compare_panel.ts";
import type { Change, Control } from "./control.ts";
import { DecodePanel } from "./decode_panel.ts";
import { FilePanel } from "./file_panel.ts";
import { Files } from "./files.ts";
import { LogitsPanel } from "./logits_panel.ts";
import { NumberLinePanel } from "./number_line.ts";
import { PresetPanel } from "./preset_panel.ts";
import { type Settings, standard } from "./settings.ts";
import type { Comparison, Panel, Shown, Theory, Token } from "./shown.ts";
import { StagePanel } from "./stage_panel.ts";
import { TerminalPanel } from "./terminal_panel.ts";
import { type Audience, Tracer } from "./tracer.ts";
import { VerdictPanel } from "./verdict_panel.ts";

/** Browsers let a page rewrite its address only so often. */
const addressDelay = 200;

/** The mark by which a benchmark knows that a picture is drawn. */
const drawn = "softmax-workbook/picture";

class Inspector implements View, Audience {
  readonly title = "Inspector";
  readonly element: HTMLElement;
  readonly #files: Files;
  readonly #tracer: Tracer;
  readonly #change: Change = (change) => this.change(change);
  readonly #presets = new PresetPanel(this.#change);
  readonly #logits = new LogitsPanel(this.#change);
  readonly #arithmetic = new ArithmeticPanel(this.#change);
  readonly #file: FilePanel;
  readonly #verdict = new VerdictPanel();
  readonly #bars = new BarsPanel();
  readonly #line = new NumberLinePanel();
  readonly #stages = new StagePanel(this.#change);
  readonly #decode = new DecodePanel(this.#change);
  readonly #compare = new ComparePanel(this.#change);
  readonly #terminal = new TerminalPanel();
  readonly #status = el("p", { class: "status error", role: "alert" });
  readonly #heard = el("p", { class: "heard", role: "status" });
  readonly #notes = el("ul", { class: "note plain" });
  readonly #picture = el("div", { class: "picture", hidden: true });
  readonly #controlsBox = el("section", { class: "controls panel by-hand", "aria-label": "controls" });
  readonly #controls: readonly Control[];
  readonly #panels: readonly Panel[];
  #settings: Settings = standard;
  #shown: Shown | undefined;
  #later: ReturnType<typeof setTimeout> | undefined;

  constructor(engines: Engines) {
    this.#files = new Files(engines);
    this.#tracer = new Tracer(engines, this.#files, this);
    this.#file = new FilePanel(this.#files, this.#change, (line) => this.refused(line));
    const answering = [this.#decode, this.#compare, this.#terminal];
    this.#controls = [this.#presets, this.#logits, this.#arithmetic, this.#file, ...answering];
    this.#panels = [this.#file, this.#verdict, this.#bars, this.#line, this.#stages];
    this.#fillControls();
    const { presets: _, controls, ...picture } = this.#parts();
    this.#picture.append(...Object.values(picture));
    this.#hide();
    this.element = el(
      "div",
      { class: "inspector" },
      el("h1", { class: "heard" }, "Inspector: softmax, stage by stage"),
      controls!,
      el("div", { class: "results" }, this.#status, this.#heard, this.#notes, this.#picture),
    );
    this.#acceptDrops();
  }

  show({ query }: Address): void {
    const { settings, complaints } = settingsOf(query);
    this.#notes.replaceChildren(...complaints.map((line) => el("li", {}, line)));
    this.#take(settings);
  }

  leave(): void {
    clearTimeout(this.#later);
    this.#tracer.stop();
  }

  change(change: Partial<Settings>): void {
    const settings = { ...this.#settings, ...change };
    this.#notes.replaceChildren();
    clearTimeout(this.#later);
    const rewrite = (): void => rewriteAddress({ path: ["inspect"], query: queryOf(this.#settings) });
    this.#later = setTimeout(rewrite, addressDelay);
    this.#take(settings, Object.keys(change).every((key) => key === "stage" || key === "element"));
  }

  busy(busy: boolean): void {
    this.#picture.setAttribute("aria-busy", String(busy));
  }

  picture(shown: Shown): void {
    const { stage, element } = this.#settings; // somebody may have stepped meanwhile
    this.#shown = { ...shown, settings: { ...shown.settings, stage, element } };
    this.#status.textContent = "";
    this.#picture.classList.remove("stale");
    this.#picture.hidden = false;
    for (const panel of this.#panels) panel.draw(this.#shown);
    performance.clearMarks(drawn);
    performance.mark(drawn);
  }

  token(token: Token): void {
    this.#decode.tell(token);
  }

  /** The slider rests: now it is said aloud what came of it, and only where that is something else. */
  theory(theory: Theory): void {
    this.#verdict.explain(theory);
    const line = theory.report.runs.map(({ algorithm }, run) => `${said(algorithm)}: ${theory.verdicts[run]!}.`).join(" ");
    write(this.#heard, line);
  }

  comparison(comparison: Comparison | null): void {
    this.#compare.tell(comparison);
  }

  /** The last picture stays, and is seen to be the last one. */
  refused(message: string): void {
    this.#status.textContent = message;
    this.#picture.classList.add("stale");
  }

  /** To step is to look at the same trace elsewhere. */
  #take(settings: Settings, stepped = false): void {
    this.#settings = settings;
    if (stepped && this.#shown) {
      this.#shown = { ...this.#shown, settings };
      this.#stages.draw(this.#shown);
      return;
    }
    for (const control of this.#controls) control.set(settings);
    this.#logits.element.hidden = settings.file !== null;
    this.#tracer.ask(settings);
  }

  /** By the names that `hide=` has for them: first the controls, then the picture in its order. */
  #parts(): Record<string, HTMLElement> {
    return {
      presets: this.#presets.element,
      controls: this.#controlsBox,
      verdict: this.#verdict.element,
      bars: this.#bars.element,
      line: this.#line.element,
      stages: this.#stages.element,
      decode: this.#decode.element,
      compare: this.#compare.element,
      terminal: this.#terminal.element,
    };
  }

  #hide(): void {
    for (const [name, element] of Object.entries(this.#parts())) element.hidden = hidden(name);
  }

  #fillControls(): void {
    this.#controlsBox.append(
      this.#presets.element,
      el("h2", {}, "Logits"),
      this.#logits.element,
      this.#file.element,
      el("h2", {}, "Arithmetic"),
      this.#arithmetic.element,
    );
  }

  /** A dragged text is a field's affair. */
  #acceptDrops(): void {
    const withFile = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") ?? false;
    this.element.addEventListener("dragover", (event) => {
      if (withFile(event)) event.preventDefault();
    });
    this.element.addEventListener("drop", (event) => {
      if (!withFile(event)) return;
      event.preventDefault();
      void this.#file.take(event.dataTransfer!.files[0]!);
    });
  }
}

export function inspectorView(engines: Engines): View {
  return new Inspector(engines);
}
