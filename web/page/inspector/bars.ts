/**
 * What comes out: for each listed logit a bar for every run, with the reference as a tick across it,
 * and the error, which no bar is fine enough to show, as a bar of its own in ulp. A log-sum-exp has no
 * value for each logit: it is a line below.
 */
import type { TraceWindow, WindowRun } from "../../engine/report.ts";
import { el } from "../dom.ts";
import { Kept, write } from "../kept.ts";
import { scrollBox } from "../scroll_box.ts";
import { BarRow, type Column, type Output } from "./bar_row.ts";
import { said } from "./choices.ts";
import { grouped, referenceText, signed, textOf } from "./numbers.ts";
import { outputsOf, type Panel, type Shown } from "./shown.ts";

function isRowed({ output }: WindowRun): boolean {
  return output !== "log_sum_exp";
}

/** Two runs of one output share their reference: it stands beside the last of them. */
function columnsOf(runs: readonly WindowRun[]): Column[] {
  const shared = new Set(runs.map(({ output }) => output)).size === 1;
  const all = runs.map((run, which) => ({ run, which, referenced: !shared || which === runs.length - 1 }));
  return all.filter(({ run }) => isRowed(run));
}

const captions: Readonly<Record<Output, string>> = {
  probabilities: "Probabilities",
  log_probabilities: "Log-probabilities; a bar is e to their power",
  log_sum_exp: "The logarithm of the normalizer",
};

function largestError(columns: readonly Column[]): number {
  return Math.max(...columns.flatMap(({ run }) => outputsOf(run).map((value) => Math.abs(value.error_ulp ?? 0))), 0);
}

function sumLine(run: WindowRun): HTMLElement {
  const [value] = outputsOf(run);
  const line =
    `${said(run.algorithm)}: ${textOf(value!)}, reference ${referenceText(value!.reference, 10)}, ` +
    `error ${signed(value!.error_ulp)} ulp`;
  return el("li", { class: "number" }, line);
}

/** What the rows are made for: for other columns they are made anew. */
function nameOf(columns: readonly Column[]): string {
  return columns.map(({ run, which, referenced }) => `${run.algorithm} ${which} ${referenced}`).join();
}

function headsOf(columns: readonly Column[]): string[] {
  return columns.flatMap(({ run, referenced }) => [said(run.algorithm), "ulp", ...(referenced ? ["reference"] : [])]);
}

export class BarsPanel implements Panel {
  readonly element: HTMLElement;
  readonly #title = el("h2", { id: "bars-title" });
  readonly #head = el("thead");
  readonly #body = el("tbody");
  readonly #table = el("table", { class: "bars", "aria-labelledby": "bars-title" }, this.#head, this.#body);
  readonly #sums = el("ul", { class: "plain" });
  readonly #note = el("p", { class: "note" });
  #columns = "";
  #rows: Kept<BarRow> | undefined;

  constructor() {
    this.element = el("section", { class: "panel" }, this.#title, scrollBox("what comes out", this.#table), this.#sums, this.#note);
  }

  draw({ window }: Shown): void {
    const { runs, count, indices } = window;
    const columns = columnsOf(runs);
    write(this.#title, [...new Set(runs.map(({ output }) => captions[output]))].join(" · "));
    this.#table.hidden = columns.length === 0;
    this.#drawRows(this.#rowsFor(columns), window, columns);
    this.#sums.replaceChildren(...runs.filter((run) => !isRowed(run)).map(sumLine));
    const some = indices.length < count && columns.length > 0;
    write(this.#note, some ? `The ${indices.length} largest of ${grouped(count)} logits.` : "");
  }

  #rowsFor(columns: readonly Column[]): Kept<BarRow> {
    const name = nameOf(columns);
    if (this.#rows && name === this.#columns) return this.#rows;
    this.#columns = name;
    const index = el("th", { scope: "col" }, el("span", { class: "heard" }, "index"));
    this.#head.replaceChildren(el("tr", {}, index, ...["logit", ...headsOf(columns)].map((name) => el("th", { scope: "col" }, name))));
    this.#body.replaceChildren();
    this.#rows = new Kept(this.#body, () => new BarRow(columns));
    return this.#rows;
  }

  #drawRows(rows: Kept<BarRow>, { indices, logits }: TraceWindow, columns: readonly Column[]): void {
    const largest = largestError(columns);
    rows.draw(indices, (row, index, at) => {
      const cells = row.draw(index, logits[at]!);
      columns.forEach(({ run }, c) => cells[c]!.draw(run.output, outputsOf(run)[at]!, largest));
    });
  }
}
