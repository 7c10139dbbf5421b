/** A row out of a file: dropped anywhere on the inspector, or chosen. It stays on this machine. */
import { button, el, labelled } from "../dom.ts";
import type { Change, Control } from "./control.ts";
import type { Files } from "./files.ts";
import { grouped } from "./numbers.ts";
import { type Settings, standard } from "./settings.ts";
import type { Panel, Shown } from "./shown.ts";
import { syntheticName } from "./synthetic.ts";

const mostBytes = 64_000_000;

/** Throws: an Error of one line. */
async function bytesOf(file: File): Promise<Uint8Array<ArrayBuffer>> {
  if (file.name === syntheticName) throw new Error(`${file.name}: the synthetic row has this name; give the file another`);
  if (file.size > mostBytes) {
    const sizes = `has ${grouped(file.size)} bytes: a page reads at most ${grouped(mostBytes)}`;
    throw new Error(`${file.name} ${sizes}; ./workbook trace --file takes it`);
  }
  return new Uint8Array(await file.arrayBuffer());
}

export class FilePanel implements Control, Panel {
  readonly element: HTMLElement;
  readonly #files: Files;
  readonly #change: Change;
  readonly #refused: (line: string) => void;
  readonly #input = el("input", {
    type: "file",
    accept: ".npy,.json,.txt,.csv,text/plain,application/json",
    "aria-label": "a file of logits",
  });
  readonly #row = el("input", { type: "text", inputmode: "numeric", class: "number short", autocomplete: "off" });
  readonly #facts = el("p", {});
  readonly #shown: HTMLElement;
  readonly #choose: HTMLElement;
  #name = "";
  #taken = 0;

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

  /** A dropped or chosen file becomes the row, unless another was dropped meanwhile. */
  async take(file: File): Promise<void> {
    const mine = ++this.#taken;
    try {
      const bytes = await bytesOf(file);
      if (mine !== this.#taken) return;
      await this.#files.keep(file.name, bytes);
      this.#open(file.name);
    } catch (error) {
      this.#refused(error instanceof Error ? error.message : String(error));
    }
  }

  set({ file }: Settings): void {
    this.#name = file?.name ?? "";
    this.#shown.hidden = file === null;
    const row = file?.row === null || file === null ? "" : String(file.row);
    if (this.#row.value.trim() === row) return;
    this.#row.value = row;
    this.#row.setAttribute("aria-invalid", "false");
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
