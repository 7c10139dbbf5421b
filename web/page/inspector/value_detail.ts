/** All that is known of one value. */
import type { Value } from "../../engine/report.ts";
import { el } from "../dom.ts";
import { write } from "../kept.ts";
import { outcomes } from "./choices.ts";
import { errorsOf, textOf } from "./numbers.ts";

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
    const [total, local, inherited] = errorsOf(value);
    const facts = [
      `${textOf(value)}, bits ${value.bits}`,
      `${value.reference}${value.radius === null ? "" : ` ± ${value.radius}`}`,
      `${total} ulp: ${local} of this stage, ${inherited} inherited`,
      outcomes[value.outcome],
    ];
    write(this.#name, `${name}, element ${value.index}`);
    this.#facts.forEach(([, fact], at) => write(fact, facts[at]!));
  }
}
