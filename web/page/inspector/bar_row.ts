/** A row of the bars: a logit, and for each run a bar with the reference across it, and the error's own. */
import type { Value, WindowRun } from "../../engine/report.ts";
import { el } from "../dom.ts";
import { write } from "../kept.ts";
import { numberOf, percent, referenceText, signed, textOf } from "./numbers.ts";

export type Output = WindowRun["output"];

/** A run that has a value for each logit, which of the shown it is, and whether its reference is beside it. */
export interface Column {
  readonly run: WindowRun;
  readonly which: number;
  readonly referenced: boolean;
}

/** How long a bar is, from 0 to 1; NaN where there is none. */
function share(output: Output, number: number): number {
  const length = output === "log_probabilities" ? Math.exp(number) : number;
  return Math.min(Math.max(length, 0), 1);
}

function text(output: Output, value: Value): string {
  return output === "probabilities" ? percent(numberOf(value.computed)) : textOf(value);
}

/** How far an element reaches or where it stands, as a share of the room. */
function percentOf(part: number): string {
  return `${part * 100}%`;
}

/** The cells of one run in the row of a logit. */
class RunCells {
  readonly elements: readonly HTMLElement[];
  readonly #fill: HTMLElement;
  readonly #tick = el("span", { class: "tick" });
  readonly #track: HTMLElement;
  readonly #text = el("span", { class: "number" });
  readonly #errorFill = el("span", { class: "fill" });
  readonly #error = el("span", { class: "number" });
  readonly #reference = el("td", { class: "number" });

  constructor({ which, referenced }: Column) {
    this.#fill = el("span", { class: `fill run${which}` });
    this.#track = el("span", { "aria-hidden": "true" }, this.#fill, this.#tick);
    const errorBar = el("span", { class: "error-bar", "aria-hidden": "true" }, this.#errorFill);
    const cells = [
      el("td", { class: "bar" }, this.#track, this.#text),
      el("td", { class: "ulp" }, errorBar, this.#error),
    ];
    this.elements = referenced ? [...cells, this.#reference] : cells;
  }

  draw(output: Output, value: Value, largest: number): void {
    this.#drawBar(output, value);
    this.#drawError(value, largest);
    write(this.#text, text(output, value));
    write(this.#error, signed(value.error_ulp));
    write(this.#reference, referenceText(value.reference, 8));
  }

  #drawBar(output: Output, value: Value): void {
    const length = share(output, numberOf(value.computed));
    const reference = share(output, Number(value.reference));
    this.#track.className = Number.isNaN(length) ? "track none" : "track";
    this.#fill.style.inlineSize = percentOf(length || 0);
    this.#tick.hidden = Number.isNaN(reference);
    this.#tick.style.insetInlineStart = percentOf(reference || 0);
  }

  /** To both sides of the middle, the largest that is shown reaching an end. */
  #drawError(value: Value, largest: number): void {
    const error = value.error_ulp ?? 0;
    const part = largest === 0 ? 0 : Math.min(Math.abs(error) / largest, 1) / 2;
    this.#errorFill.style.inlineSize = percentOf(part);
    this.#errorFill.style.insetInlineStart = percentOf(error < 0 ? 0.5 - part : 0.5);
  }
}

/** A logit, and what each run made of it. */
export class BarRow {
  readonly element: HTMLElement;
  readonly #index = el("th", { scope: "row" });
  readonly #logit = el("td", { class: "number" });
  readonly #runs: readonly RunCells[];

  constructor(columns: readonly Column[]) {
    this.#runs = columns.map((column) => new RunCells(column));
    this.element = el("tr", {}, this.#index, this.#logit, ...this.#runs.flatMap(({ elements }) => elements));
  }

  draw(index: number, logit: string): readonly RunCells[] {
    write(this.#index, String(index));
    write(this.#logit, logit);
    return this.#runs;
  }
}
