/** What one run holds in a stage: a row for each value. */
import type { Stage, StageName, Value } from "../../engine/report.ts";
import { el } from "../dom.ts";
import { Kept, write } from "../kept.ts";
import { scrollBox } from "../scroll_box.ts";
import { outcomes, said } from "./choices.ts";
import { errorsOf, referenceText, textOf } from "./numbers.ts";

const headings = ["", "computed", "reference", "error, ulp", "of this stage", "inherited", "outcome"];

class ValueRow {
  readonly element: HTMLElement;
  readonly #index = el("th", { scope: "row" });
  readonly #numbers = Array.from({ length: 5 }, () => el("td", { class: "number" }));
  readonly #outcome = el("td");

  constructor() {
    this.element = el("tr", {}, this.#index, ...this.#numbers, this.#outcome);
  }

  draw(value: Value, current: boolean): void {
    const numbers = [textOf(value), referenceText(value.reference, 12), ...errorsOf(value)];
    write(this.#index, String(value.index));
    this.#numbers.forEach((cell, at) => write(cell, numbers[at]!));
    write(this.#outcome, outcomes[value.outcome]);
    this.#outcome.className = `outcome ${value.outcome}`;
    this.#mark(current);
  }

  #mark(current: boolean): void {
    this.element.className = current ? "current" : "";
    if (current) this.element.setAttribute("aria-current", "step");
    else this.element.removeAttribute("aria-current");
  }
}

/** The box outlives its tables: who scrolls or steps in it stays there. */
export class StageTable {
  readonly element: HTMLElement;
  readonly #caption = el("caption");
  readonly #body = el("tbody");
  readonly #rows = new Kept(this.#body, () => new ValueRow());
  readonly #table: HTMLElement;
  readonly #none = el("p", { class: "note" });

  constructor(which: number) {
    const head = headings.map((text) => el("th", { scope: "col" }, text || el("span", { class: "heard" }, "index")));
    this.#caption.className = `run${which}`;
    this.#table = el("table", { class: "stage" }, this.#caption, el("thead", {}, el("tr", {}, ...head)), this.#body);
    const name = which === 0 ? "values of the stage" : "values of the stage, beside";
    this.element = el("div", {}, scrollBox(name, this.#table), this.#none);
  }

  draw(algorithm: string, name: StageName, stage: Stage | undefined, at: number): void {
    this.#table.hidden = stage === undefined;
    write(this.#none, stage ? "" : `${said(algorithm)} has no stage ${name}.`);
    write(this.#caption, said(algorithm));
    this.#rows.draw(stage?.values ?? [], (row, value, i) => row.draw(value, i === at));
  }
}
