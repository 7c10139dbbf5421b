/** The logits by hand: each a slider and a number, masked by a button; one more, one fewer, or a row pasted. */
import { button, el } from "../dom.ts";
import { Kept } from "../kept.ts";
import type { Change, Control } from "./control.ts";
import { grouped } from "./numbers.ts";
import { mostByHand, type Settings } from "./settings.ts";

const masked = "-inf";
const reaches = [10, 100, 1000, 10_000, 100_000, 1_000_000];

/** One logit's row of controls, which outlives its values. */
class LogitRow {
  readonly element: HTMLElement;
  readonly #slider = el("input", { type: "range" });
  readonly #field = el("input", { type: "text", inputmode: "decimal", class: "number", autocomplete: "off" });
  readonly #mask: HTMLButtonElement;
  readonly #remove: HTMLButtonElement;
  #before = "0";
  #told = "";

  constructor(index: number, put: (text: string) => void, remove: () => void) {
    const name = `logit ${index}`;
    this.#slider.setAttribute("aria-label", `${name}, slider`);
    this.#field.setAttribute("aria-label", name);
    this.#slider.addEventListener("input", () => {
      this.#field.value = this.#slider.value;
      put(this.#slider.value);
    });
    this.#field.addEventListener("input", () => put(this.#field.value.trim()));
    this.#mask = button("mask", () => put(this.#field.value === masked ? this.#before : masked), {
      "aria-label": `mask ${name}`,
    });
    this.#remove = button("×", remove, { "aria-label": `remove ${name}` });
    this.element = el("li", {}, el("span", { class: "index" }, String(index)), this.#slider, this.#field, this.#mask, this.#remove);
  }

  set(text: string, reach: number, alone: boolean): void {
    const told = `${text} ${reach} ${alone}`;
    if (told === this.#told && this.#field.value.trim() === text) return; // a slider's ends laid out again cost much
    this.#told = told;
    if (text !== masked) this.#before = text;
    if (this.#field.value.trim() !== text) this.#field.value = text;
    this.#field.setAttribute("aria-invalid", String(!isNumber(text)));
    this.#mask.setAttribute("aria-pressed", String(text === masked));
    this.#slider.disabled = text === masked;
    this.#slider.min = String(-reach);
    this.#slider.max = String(reach);
    this.#slider.step = String(reach / 1000);
    const place = text === masked ? this.#slider.min : text;
    if (Number(this.#slider.value) !== Number(place)) this.#slider.value = place;
    this.#remove.disabled = alone;
  }
}

/** Whether the engine could take it: the page marks the field; what is wrong the engine says. */
function isNumber(text: string): boolean {
  return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$|^-inf$/i.test(text);
}

function reachOf(logits: readonly string[]): number {
  const largest = Math.max(...logits.map((text) => Math.abs(Number(text))).filter(Number.isFinite), 0);
  return reaches.find((reach) => largest <= reach) ?? largest;
}

export class LogitsPanel implements Control {
  readonly element: HTMLElement;
  readonly #change: Change;
  readonly #list = el("ol", { class: "logits" });
  readonly #add: HTMLButtonElement;
  readonly #paste = el("textarea", { rows: 2, placeholder: "2.0, 1.0, 0.1", "aria-label": "a row of logits to paste" });
  readonly #reach = el("select");
  readonly #rows = new Kept(this.#list, (at) => new LogitRow(at, (text) => this.#put(at, text), () => this.#drop(at)));
  #logits: readonly string[] = [];
  /** What the sliders reach: by their values, and farther where somebody chose so. */
  #chosen = 0;

  constructor(change: Change) {
    this.#change = change;
    this.#add = button("Add a logit", () => change({ logits: [...this.#logits, "0"] }));
    const named = reaches.map((reach) => el("option", { value: reach }, `±${grouped(reach)}`));
    this.#reach.append(...named, el("option", { value: "", disabled: true }, "farther"));
    this.#reach.addEventListener("change", () => {
      this.#chosen = Number(this.#reach.value);
      this.#draw();
    });
    const take = button("Take this row", () => this.#take());
    this.element = el(
      "div",
      { class: "stack" },
      this.#list,
      el("div", { class: "line" }, this.#add, el("label", {}, "sliders reach ", this.#reach)),
      el("details", {}, el("summary", {}, "Paste a row"), this.#paste, take),
    );
  }

  set({ logits }: Settings): void {
    this.#logits = logits;
    this.#draw();
  }

  #draw(): void {
    const logits = this.#logits;
    const reach = Math.max(reachOf(logits), this.#chosen);
    this.#reach.value = reaches.includes(reach) ? String(reach) : "";
    this.#rows.draw(logits, (row, text) => row.set(text, reach, logits.length === 1));
    this.#add.disabled = logits.length >= mostByHand;
  }

  #put(index: number, text: string): void {
    this.#change({ logits: this.#logits.with(index, text) });
  }

  /** The hand that removed one stays where it was. */
  #drop(index: number): void {
    this.#change({ logits: this.#logits.toSpliced(index, 1) });
    const row = this.#list.children[Math.min(index, this.#list.children.length - 1)];
    row?.querySelector<HTMLElement>("input[type=text]")?.focus();
  }

  #take(): void {
    const words = this.#paste.value.replace(/[[\]]/g, " ").trim().split(/[\s,;]+/).filter((word) => word !== "");
    if (words.length === 0) return this.#complain("Nothing was pasted: numbers, with commas or blanks between them.");
    if (words.length > mostByHand) {
      return this.#complain(`${words.length} logits are more than the ${mostByHand} by hand: drop them as a file.`);
    }
    this.#complain("");
    this.#change({ logits: words, element: 0 });
  }

  #complain(line: string): void {
    this.#paste.setCustomValidity(line);
    this.#paste.reportValidity();
  }
}
