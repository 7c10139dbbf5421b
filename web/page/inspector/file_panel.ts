/** A row out of a file: dropped anywhere on the inspector, or chosen. It stays on this machine. */
import { button, el, labelled } from "../dom.ts";
import type { EngineClient } from "../engine/client.ts";
import type { Change, Control } from "./logits_panel.ts";
import { grouped } from "./numbers.ts";
import { type Settings, standard } from "./settings.ts";
import type { Panel, Shown } from "./shown.ts";
import { syntheticName, syntheticRow } from "./synthetic.ts";

const mostBytes = 64_000_000;

/** What the engine keeps. */
export class Files {
  readonly #engine: Promise<EngineClient>;
  readonly #names = new Set<string>();

  constructor(engine: Promise<EngineClient>) {
    this.#engine = engine;
  }

  /** Throws: an Error of one line. */
  async keep(name: string, bytes: Uint8Array): Promise<void> {
    await (await this.#engine).ask([["keepFile", name, bytes]]);
    this.#names.add(name);
  }

  /** A link names a file; the synthetic row alone can be made anew. */
  async require(name: string): Promise<void> {
    if (this.#names.has(name)) return;
    if (name !== syntheticName) throw new Error(`${name} is not here: a link cannot hold a file. Drop it on this page.`);
    await this.keep(name, syntheticRow());
  }
}

export class FilePanel implements Control, Panel {
  readonly element: HTMLElement;
  readonly #files: Files;
  readonly #change: Change;
  readonly #refused: (line: string) => void;
  readonly #input = el("input", { type: "file", accept: ".npy,.json,.txt,.csv,text/plain,application/json", "aria-label": "a file of logits" });
  readonly #row = el("input", { type: "text", inputmode: "numeric", class: "number short", autocomplete: "off" });
  readonly #facts = el("p", {});
  readonly #shown: HTMLElement;
  readonly #choose: HTMLElement;
  #name = "";

  constructor(files: Files, change: Change, refused: (line: string) => void) {
    this.#files = files;
    this.#change = change;
    this.#refused = refused;
    this.#input.addEventListener("change", () => {
      const file = this.#input.files?.[0];
      if (file) void this.take(file);
    });
    this.#row.addEventListener("input", () => this.#chooseRow(this.#row.value.trim()));
    const byHand = button("Back to logits by hand", () => change({ file: null, logits: standard.logits, stage: 0, element: 0 }));
    this.#shown = el("div", { class: "stack" }, this.#facts, labelled("row of a two-dimensional file", this.#row), byHand);
    this.#choose = el(
      "details",
      {},
      el("summary", {}, "A whole row, from a file"),
      el("p", { class: "note" }, "Drop a file here: NumPy's .npy, JSON, text or CSV. It stays on this machine."),
      this.#input,
      button("A synthetic row of 50,257", () => this.#open(syntheticName)),
    );
    this.element = el("div", { class: "stack" }, this.#shown, this.#choose);
  }

  /** A dropped or chosen file becomes the row. */
  async take(file: File): Promise<void> {
    try {
      if (file.size > mostBytes) {
        throw new Error(`${file.name} has ${grouped(file.size)} bytes: a page reads at most ${grouped(mostBytes)}; ./workbook trace --file takes it`);
      }
      await this.#files.keep(file.name, new Uint8Array(await file.arrayBuffer()));
      this.#open(file.name);
    } catch (error) {
      this.#refused(error instanceof Error ? error.message : String(error));
    }
  }

  set({ file }: Settings): void {
    this.#name = file?.name ?? "";
    this.#shown.hidden = file === null;
    const row = file?.row === null || file === null ? "" : String(file.row);
    if (this.#row.value.trim() !== row) this.#row.value = row;
  }

  draw({ settings, window }: Shown): void {
    if (!settings.file) return;
    const made = settings.file.name === syntheticName ? " It is synthetic: a generator made it, and no model." : "";
    this.#facts.textContent = `${settings.file.name}: ${grouped(window.count)} logits.${made}`;
  }

  #open(name: string): void {
    this.#change({ file: { name, row: null }, logits: [], stage: 0, element: 0 });
  }

  #chooseRow(text: string): void {
    const valid = /^\d{0,9}$/.test(text);
    this.#row.setAttribute("aria-invalid", String(!valid));
    if (valid) this.#change({ file: { name: this.#name, row: text === "" ? null : Number(text) } });
  }
}
