/** The blocks of a lesson, but for its questions, as elements. */
import { el, svg } from "../dom.ts";
import type { EngineClient } from "../engine/client.ts";
import { nodeOf, type Tree } from "../tree.ts";
import type { Bars, Block, Inline, Prose, Question, Table } from "./lesson.ts";
import { numberLine } from "./number_line.ts";
import { scrollBox } from "../scroll_box.ts";
import { traceView } from "./trace.ts";

export function nodesOf(trees: readonly Tree[]): Node[] {
  return trees.map((tree) => nodeOf(tree));
}

function figure(caption: Inline, body: HTMLElement): HTMLElement {
  const above = caption.length > 0 ? [el("figcaption", {}, ...nodesOf(caption))] : [];
  return el("figure", {}, ...above, body);
}

function wordsOf(caption: Inline): string {
  return el("p", {}, ...nodesOf(caption)).textContent;
}

/** Its first column names the rows, and may have no name itself. */
function table({ caption, headings, rows }: Table, idea: string): HTMLElement {
  const cell = (text: string, k: number): HTMLElement =>
    k === 0 ? el("th", { scope: "row" }, text) : el("td", {}, text);
  const name = wordsOf(caption);
  const heading = (text: string): HTMLElement => (text === "" ? el("td") : el("th", { scope: "col" }, text));
  const head = el("tr", {}, ...headings.map(heading));
  const body = rows.map((row) => el("tr", {}, ...row.map(cell)));
  return scrollBox(
    `${idea}: ${name}`,
    el("table", { "aria-label": name }, el("thead", {}, head), el("tbody", {}, ...body)),
  );
}

/** A bar is drawn, and its value stands before it: so it is for the eye alone. */
function bars({ caption, bars: all }: Bars): HTMLElement {
  const bar = (share: number | "nan"): SVGElement => {
    const width = share === "nan" ? 0 : 100 * share;
    return svg("svg", { "aria-hidden": "true" }, svg("rect", { width: `${width}%`, height: "100%" }));
  };
  const rows = all.map(({ label, share, value }) =>
    el(
      "tr",
      {},
      el("th", { scope: "row" }, label),
      el("td", {}, value),
      el("td", { class: "bar" }, bar(share)),
    ),
  );
  return el("table", { class: "bars", "aria-label": wordsOf(caption) }, el("tbody", {}, ...rows));
}

/** `idea` is the title of the block's idea: two ideas may have tables under the same words. */
export function blockView(
  block: Exclude<Block, Question>,
  idea: string,
  engine: Promise<EngineClient>,
): HTMLElement {
  switch (block.kind) {
    case "prose":
    case "speaker_note":
      return el("div", { class: "prose" }, ...nodesOf(block.blocks));
    case "formula":
      return el(
        "div",
        { class: "formula" },
        scrollBox(`Formula: ${block.math[1].alttext}`, nodeOf(block.math)),
      );
    case "trace":
      return figure(block.caption, traceView(block.words, engine));
    case "table":
      return figure(block.caption, table(block, idea));
    case "bars":
      return figure(block.caption, bars(block));
    case "number_line":
      return figure(block.caption, numberLine(block));
  }
}

/** For the one who teaches. */
export function noteView(note: Prose): HTMLElement {
  return el("aside", { class: "speaker-note", "aria-label": "For the speaker" }, ...nodesOf(note.blocks));
}
