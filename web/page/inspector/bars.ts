/**
 * What comes out: for each listed logit a bar for every run, with the reference as a tick across it,
 * and the error, which no bar is fine enough to show, as a bar of its own in ulp. A log-sum-exp has no
 * value for each logit: it is a line below.
 */
import type { Value, WindowRun } from "../../engine/report.ts";
import { el } from "../dom.ts";
import { scrollBox } from "../scroll_box.ts";
import { said } from "./choices.ts";
import { grouped, numberOf, percent, referenceText, signed, textOf } from "./numbers.ts";
import { outputsOf, type Panel, type Shown } from "./shown.ts";

type Output = WindowRun["output"];

/** A run, and which of the shown it is. */
type Numbered = readonly [run: WindowRun, which: number];

const captions: Readonly<Record<Output, string>> = {
  probabilities: "Probabilities",
  log_probabilities: "Log-probabilities; a bar is e to their power",
  log_sum_exp: "The logarithm of the normalizer",
};

/** How long a bar is, from 0 to 1; NaN where there is none. */
function share(output: Output, number: number): number {
  const length = output === "log_probabilities" ? Math.exp(number) : number;
  return Math.min(Math.max(length, 0), 1);
}

function text(output: Output, value: Value): string {
  return output === "probabilities" ? percent(numberOf(value.computed)) : textOf(value);
}

function bar(output: Output, value: Value, which: number): HTMLElement {
  const length = share(output, numberOf(value.computed));
  const fill = el("span", { class: `fill run${which}` });
  fill.style.inlineSize = `${(Number.isNaN(length) ? 0 : length) * 100}%`;
  const tick = el("span", { class: "tick" });
  const reference = share(output, Number(value.reference));
  if (Number.isNaN(reference)) tick.hidden = true;
  else tick.style.insetInlineStart = `${reference * 100}%`;
  return el("span", { class: Number.isNaN(length) ? "track none" : "track", "aria-hidden": "true" }, fill, tick);
}

/** To both sides of the middle, the largest that is shown reaching an end. */
function errorBar(value: Value, largest: number): HTMLElement {
  const fill = el("span", { class: "fill" });
  const error = value.error_ulp ?? 0;
  const part = largest === 0 ? 0 : Math.min(Math.abs(error) / largest, 1) * 50;
  fill.style.inlineSize = `${part}%`;
  fill.style.insetInlineStart = error < 0 ? `${50 - part}%` : "50%";
  return el("span", { class: "error-bar", "aria-hidden": "true" }, fill);
}

function largestError(runs: readonly Numbered[]): number {
  return Math.max(...runs.flatMap(([run]) => outputsOf(run).map((value) => Math.abs(value.error_ulp ?? 0))), 0);
}

function sumLine([run]: Numbered): HTMLElement {
  const [value] = outputsOf(run);
  const line =
    `${said(run.algorithm)}: ${textOf(value!)}, reference ${referenceText(value!.reference, 10)}, ` +
    `error ${signed(value!.error_ulp)} ulp`;
  return el("li", { class: "number" }, line);
}

export class BarsPanel implements Panel {
  readonly element: HTMLElement;
  readonly #title = el("h2", { id: "bars-title" });
  readonly #head = el("thead");
  readonly #body = el("tbody");
  readonly #table = el("table", { class: "bars", "aria-labelledby": "bars-title" }, this.#head, this.#body);
  readonly #sums = el("ul", { class: "plain" });
  readonly #note = el("p", { class: "note" });

  constructor() {
    this.element = el("section", { class: "panel" }, this.#title, scrollBox("what comes out", this.#table), this.#sums, this.#note);
  }

  draw(shown: Shown): void {
    const { runs, count, indices } = shown.window;
    const all: Numbered[] = runs.map((run, which) => [run, which]);
    const rowed = all.filter(([run]) => run.output !== "log_sum_exp");
    this.#title.textContent = [...new Set(runs.map(({ output }) => captions[output]))].join(" · ");
    this.#table.hidden = rowed.length === 0;
    this.#drawTable(shown, rowed);
    this.#sums.replaceChildren(...all.filter(([run]) => run.output === "log_sum_exp").map(sumLine));
    const some = indices.length < count && rowed.length > 0;
    this.#note.textContent = some ? `The ${indices.length} largest of ${grouped(count)} logits.` : "";
  }

  /** Two runs of one output share their reference. */
  #drawTable({ window }: Shown, runs: readonly Numbered[]): void {
    const shared = new Set(runs.map(([{ output }]) => output)).size === 1;
    const referenced = ([, which]: Numbered): boolean => !shared || which === runs.at(-1)![1];
    this.#drawHead(runs, referenced);
    const largest = largestError(runs);
    const rows = window.indices.map((index, at) =>
      el(
        "tr",
        {},
        el("th", { scope: "row" }, String(index)),
        el("td", { class: "number" }, window.logits[at]!),
        ...runs.flatMap((one) => cells(one, at, largest, referenced(one))),
      ),
    );
    this.#body.replaceChildren(...rows);
  }

  #drawHead(runs: readonly Numbered[], referenced: (run: Numbered) => boolean): void {
    const names = runs.flatMap((one) => [said(one[0].algorithm), "ulp", ...(referenced(one) ? ["reference"] : [])]);
    const heads = ["", "logit", ...names].map((name) => el("th", { scope: "col" }, name));
    heads[0]!.append(el("span", { class: "heard" }, "index"));
    this.#head.replaceChildren(el("tr", {}, ...heads));
  }
}

function cells([run, which]: Numbered, at: number, largest: number, referenced: boolean): HTMLElement[] {
  const value = outputsOf(run)[at]!;
  const made = [
    el("td", { class: "bar" }, bar(run.output, value, which), el("span", { class: "number" }, text(run.output, value))),
    el("td", { class: "ulp" }, errorBar(value, largest), el("span", { class: "number" }, signed(value.error_ulp))),
  ];
  return referenced ? [...made, el("td", { class: "number" }, referenceText(value.reference, 8))] : made;
}
