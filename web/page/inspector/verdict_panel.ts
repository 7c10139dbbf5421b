/** What each run came to, in words: where the first infinity and the first NaN were born, and why. */
import type { Birth, Bound, TraceRun, WindowRun } from "../../engine/report.ts";
import { el } from "../dom.ts";
import { Kept, write } from "../kept.ts";
import { said } from "./choices.ts";
import { signed } from "./numbers.ts";
import type { Panel, Shown, Theory } from "./shown.ts";

function birth(what: string, born: Birth | null): HTMLElement[] {
  if (!born) return [];
  const where = `${born.stage}, element ${born.element}`;
  return [el("p", {}, el("strong", {}, `The first ${what}`), ` is born at ${where}: ${born.reason}.`)];
}

function births(run: WindowRun): HTMLElement[] {
  const made = [...birth("infinity", run.first_infinity), ...birth("NaN", run.first_nan)];
  return made.length > 0 ? made : [el("p", {}, "No infinity and no NaN is born.")];
}

function bound({ name, formula, applies, why_not, in_u, measured_in_u, vacuous }: Bound): string {
  if (!applies) return `${name}: none; ${why_not}`;
  const promise = vacuous ? ", which promises nothing" : "";
  return `${name}: ${formula} = ${in_u} u${promise}; measured ${measured_in_u ?? "—"} u`;
}

function ledger({ ledger }: TraceRun): string {
  const entries = ledger.entries.map(({ stage, ln_p_change }) => `${stage} ${signed(ln_p_change)}`);
  return `ledger of ln p(${ledger.element}): ${entries.length > 0 ? entries.join(", ") : "nothing can be shared out"}`;
}

/** A row without a softmax is no success either. */
function isGood(verdict: string): boolean {
  return !/^(BROKE|undefined)/.test(verdict);
}

/** Until the whole row is looked at, the verdict on it is open. */
const open = "…";

class RunWords {
  readonly element: HTMLElement;
  readonly #title: HTMLElement;
  readonly #verdict = el("p", { class: "verdict" });
  readonly #births = el("div");
  readonly #theory = el("ul");
  #born = "";

  constructor(which: number) {
    this.#title = el("h3", { class: `run${which}` });
    const summary = el("summary", {}, "What theory promised, and which stage cost what");
    this.element = el("div", { class: "run-words" }, this.#title, this.#verdict, this.#births, el("details", {}, summary, this.#theory));
  }

  draw(run: WindowRun, verdict: string | undefined): void {
    write(this.#title, said(run.algorithm));
    this.#drawBirths(run);
    this.#theory.replaceChildren(el("li", {}, open));
    this.#judge(verdict);
  }

  explain(run: TraceRun, verdict: string): void {
    this.#judge(verdict);
    this.#theory.replaceChildren(...[...run.bounds.map(bound), ledger(run)].map((line) => el("li", {}, line)));
  }

  /** They are the same from one picture to the next as long as the same stages break. */
  #drawBirths(run: WindowRun): void {
    const born = JSON.stringify([run.first_infinity, run.first_nan]);
    if (born !== this.#born) this.#births.replaceChildren(...births(run));
    this.#born = born;
  }

  #judge(verdict: string | undefined): void {
    const bad = verdict !== undefined && !isGood(verdict);
    this.#verdict.classList.toggle("bad", bad);
    write(this.#verdict, verdict === undefined ? open : `${bad ? "✗" : "✓"} ${verdict}`);
  }
}

export class VerdictPanel implements Panel {
  readonly element = el("section", { class: "panel verdicts", "aria-label": "what the runs came to" });
  readonly #runs = new Kept(this.element, (which) => new RunWords(which));

  draw({ window: { runs }, verdicts }: Shown): void {
    this.#runs.draw(runs, (words, run, which) => words.draw(run, verdicts?.[which]));
  }

  explain({ report, verdicts }: Theory): void {
    this.#runs.draw(report.runs, (words, run, which) => words.explain(run, verdicts[which]!));
  }
}
