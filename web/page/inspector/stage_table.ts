/** What one run holds in a stage: a row for each value, and all that is known of one of them. */
import type { Stage, StageName, Value } from "../../engine/report.ts";
import { el } from "../dom.ts";
import { Kept, write } from "../kept.ts";
import { scrollBox } from "../scroll_box.ts";
import { outcomes, said } from "./choices.ts";
import { referenceText, signed, textOf } from "./numbers.ts";

const headings = ["", "computed", "reference", "error, ulp", "of this stage", "inherited", "outcome"];

function errors({ error_ulp, local_ulp, inherited_ulp }: Value): (number | null)[] {
  return [error_ulp, local_ulp, inherited_ulp];
}

class ValueRow {
  readonly element: HTMLElement;
  readonly #index = el("th", { scope: "row" });
  readonly #numbers = Array.from({ length: 5 }, () => el("td", { class: "number" }));
  readonly #outcome = el("td");

  constructor() {
    this.element = el("tr", {}, this.#index, ...this.#numbers, this.#outcome);
  }

  draw(value: Value, current: boolean): void {
    const numbers = [textOf(value), referenceText(value.reference, 12), ...errors(value).map(signed)];
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

/** All that is known of one value. */
export class ValueDetail {
  readonly element: HTMLElement;
  readonly #name = el("h3");
  readonly #facts = ["computed", "reference", "error", "outcome"].map((term) => [
    el("dt", {}, term),
    el("dd", { class: "number" }),
  ] as const);

  constructor() {
    this.element = el("div", {}, this.#name, el("dl", {}, ...this.#facts.flat()));
  }

  draw(value: Value, name: string): void {
    const [total, local, inherited] = errors(value).map(signed);
    const facts = [
      `${textOf(value)}, bits ${value.bits}`,
      `${value.reference}${value.radius === null ? "" : ` ± ${value.radius}`}`,
      value.error_ulp === null ? "none" : `${total} ulp: ${local} of this stage, ${inherited} inherited`,
      outcomes[value.outcome],
    ];
    write(this.#name, `${name}, element ${value.index}`);
    this.#facts.forEach(([, fact], at) => write(fact, facts[at]!));
  }
}
