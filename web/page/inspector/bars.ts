/**
 * What comes out: for each listed logit a bar for every run, with the reference as a tick across it,
 * and the error, which no bar is fine enough to show, as a bar of its own in ulp.
 */
import type { Value, WindowRun } from "../../engine/report.ts";
import { el } from "../dom.ts";
import { grouped, numberOf, percent, referenceText, shortText, signed } from "./numbers.ts";
import { outputsOf, type Panel, type Shown } from "./shown.ts";

type Output = WindowRun["output"];

const captions: Readonly<Record<Output, string>> = {
  probabilities: "Probabilities",
  log_probabilities: "Log-probabilities; a bar is e to their power",
  log_sum_exp: "The logarithm of the normalizer",
};

/** How long a bar is, from 0 to 1; NaN where there is none. */
function share(output: Output, number: number): number {
  const length = output === "log_probabilities" ? Math.exp(number) : number;
  return output === "log_sum_exp" ? NaN : Math.min(Math.max(length, 0), 1);
}

function text(output: Output, value: Value, shown: Shown): string {
  return output === "probabilities" ? percent(numberOf(value.computed)) : shortText(value.computed, shown.format);
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
  const part = largest === 0 || value.error_ulp === null ? 0 : Math.min(Math.abs(value.error_ulp) / largest, 1) * 50;
  fill.style.inlineSize = `${part}%`;
  fill.style.insetInlineStart = (value.error_ulp ?? 0) < 0 ? `${50 - part}%` : "50%";
  return el("span", { class: "error-bar", "aria-hidden": "true" }, fill);
}

function largestError(runs: readonly WindowRun[]): number {
  const errors = runs.flatMap((run) => outputsOf(run).map((value) => Math.abs(value.error_ulp ?? 0)));
  return Math.max(...errors, 0);
}

export class BarsPanel implements Panel {
  readonly element: HTMLElement;
  readonly #title = el("h2", { id: "bars-title" });
  readonly #head = el("thead");
  readonly #body = el("tbody");
  readonly #note = el("p", { class: "note" });

  constructor() {
    const table = el("table", { class: "bars", "aria-labelledby": "bars-title" }, this.#head, this.#body);
    const box = el("div", { class: "wide", tabindex: 0, role: "region", "aria-label": "probabilities" }, table);
    this.element = el("section", { class: "panel" }, this.#title, box, this.#note);
  }

  draw(shown: Shown): void {
    const { runs, count, indices } = shown.window;
    this.#title.textContent = [...new Set(runs.map(({ output }) => captions[output]))].join(" · ");
    this.#drawHead(runs);
    const largest = largestError(runs);
    const rows = Math.max(...runs.map((run) => outputsOf(run).length));
    this.#body.replaceChildren(...Array.from({ length: rows }, (_, at) => this.#row(shown, at, largest)));
    const some = indices.length < count && rows > 1;
    this.#note.textContent = some ? `The ${rows} largest of ${grouped(count)} logits.` : "";
  }

  #drawHead(runs: readonly WindowRun[]): void {
    const names = runs.flatMap(({ algorithm }) => [algorithm, "ulp"]);
    const cells = ["", "logit", ...names, "reference"].map((name) => el("th", { scope: "col" }, name.replaceAll("_", " ")));
    cells[0]!.append(el("span", { class: "heard" }, "index"));
    this.#head.replaceChildren(el("tr", {}, ...cells));
  }

  /** Beside a value for every logit a log-sum-exp has one alone. */
  #row(shown: Shown, at: number, largest: number): HTMLElement {
    const { window } = shown;
    const cells = window.runs.flatMap((run, which) => {
      const value = outputsOf(run)[at];
      if (!value) return [el("td"), el("td")];
      return [
        el("td", { class: "bar" }, bar(run.output, value, which), el("span", { class: "number" }, text(run.output, value, shown))),
        el("td", { class: "ulp" }, errorBar(value, largest), el("span", { class: "number" }, signed(value.error_ulp))),
      ];
    });
    const { reference } = window.runs.flatMap((run) => outputsOf(run)[at] ?? []).at(-1)!;
    return el(
      "tr",
      {},
      el("th", { scope: "row" }, String(window.indices[at])),
      el("td", { class: "number" }, window.logits[at]!),
      ...cells,
      el("td", { class: "number" }, referenceText(reference, 10)),
    );
  }
}
