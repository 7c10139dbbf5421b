/** Somebody's probabilities, pasted: which arithmetic makes just these, and how far off the nearest is. */
import type { Attempt, CompareReport, Match } from "../../engine/report.ts";
import { el } from "../dom.ts";
import { said } from "./choices.ts";
import type { Change, Control } from "./control.ts";
import { grouped, signed } from "./numbers.ts";
import type { Settings } from "./settings.ts";
import type { Comparison } from "./shown.ts";

const verdicts: Readonly<Record<Match, string>> = {
  identical: "Reproduced, digit for digit",
  within_rounding: "Not reproduced, but within what rounding may do",
  none: "Nothing that was tried comes to this",
};

const most = 6;

function attempt({ algorithm, format, stored, temperature, sum, ulp, element, given, computed }: Attempt): string {
  const kept = stored === format ? "" : `, stored as ${stored}`;
  return (
    `${said(algorithm)} in ${format}${kept}, T = ${temperature}, sum ${sum}: ` +
    `at element ${element} it has ${computed}, given is ${given} (${signed(ulp)} ulp)`
  );
}

function groups({ reproduced_by }: CompareReport): string[] {
  return reproduced_by.map(({ algorithms, formats, temperatures, sums }) =>
    [
      said(algorithms.join(" or ")),
      `in ${formats.join(", ")}`,
      `T = ${temperatures.join(", ")}`,
      `sum ${sums.join(", ")}`,
    ].join("; "),
  );
}

function lines(report: CompareReport): string[] {
  const near = report.verdict === "identical" ? [] : report.best.slice(0, most).map(attempt);
  const nearest = near.length === 0 && report.nearest && report.verdict !== "identical" ? [attempt(report.nearest)] : [];
  const births = report.births.slice(0, most).map(({ kind, stage, element, reason, algorithm, formats }) => {
    return `${said(algorithm)} in ${formats}: ${kind} born at ${stage}, element ${element}: ${reason}`;
  });
  return [...groups(report).slice(0, most), ...near, ...nearest, ...births];
}

export class ComparePanel implements Control {
  readonly element: HTMLElement;
  readonly #field = el("textarea", { rows: 2, class: "number", placeholder: "0.659, 0.242, 0.099" });
  readonly #verdict = el("p", { class: "verdict" });
  readonly #lines = el("ul");

  constructor(change: Change) {
    this.#field.addEventListener("input", () => change({ compare: this.#field.value.trim() }));
    const label = el("label", { class: "stack" }, el("span", {}, "Probabilities that another program printed"), this.#field);
    const answer = el("div", {}, this.#verdict, this.#lines);
    const title = el("h2", {}, "Whose probabilities are these?");
    this.element = el("section", { class: "panel", "aria-label": "compare" }, title, label, answer);
  }

  set({ compare }: Settings): void {
    if (this.#field.value.trim() !== compare) this.#field.value = compare;
  }

  tell(comparison: Comparison | null): void {
    const wrong = comparison !== null && "error" in comparison;
    this.#verdict.classList.toggle("bad", wrong);
    this.#field.setAttribute("aria-invalid", String(wrong));
    if (comparison === null) return this.#say("", []);
    if ("error" in comparison) return this.#say(comparison.error, []);
    const { report } = comparison;
    this.#say(`${verdicts[report.verdict]}. Tried: ${grouped(report.tried)} ways to compute it.`, lines(report));
  }

  #say(verdict: string, lines: readonly string[]): void {
    this.#verdict.textContent = verdict;
    this.#lines.replaceChildren(...lines.map((line) => el("li", {}, line)));
  }
}
