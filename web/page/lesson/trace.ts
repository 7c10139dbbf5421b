/**
 * A softmax, stage by stage: what the page's engine prints of it as Markdown, drawn. So its digits
 * are those of the terminal.
 */
import { el } from "../dom.ts";
import type { EngineClient } from "../engine/client.ts";
import { inspectLink } from "./inspect_link.ts";
import { scrollBox } from "../scroll_box.ts";

const cellsOf = (line: string): string[] => line.slice(2, -2).split(" | ");

/** A stage begins where its name is another. */
function rowsOf(rows: readonly string[][]): HTMLTableRowElement[] {
  return rows.map(([stage = "", ...cells], i) => {
    const begins = stage !== rows[i - 1]?.[0];
    const name = el("th", { scope: "row" }, begins ? stage : el("span", { class: "heard" }, stage));
    return el(
      "tr",
      { class: begins ? "begins" : undefined },
      name,
      ...cells.map((cell) => el("td", {}, cell)),
    );
  });
}

/** "### unshifted in binary32: ...", a table, and sentences. */
function runOf(markdown: string, command: string): Node[] {
  const [title = "", ...lines] = markdown.split("\n").filter((line) => line !== "");
  const [headings = "", , ...rows] = lines.filter((line) => line.startsWith("| "));
  const head = el("tr", {}, ...cellsOf(headings).map((text) => el("th", { scope: "col" }, text)));
  const table = el(
    "table",
    { class: "trace", "aria-label": `${command}, ${title}` },
    el("thead", {}, head),
    el("tbody", {}, ...rowsOf(rows.map(cellsOf))),
  );
  const sentences = lines
    .filter((line) => !line.startsWith("| "))
    .map((line) => el("p", { class: "birth" }, line));
  return [
    scrollBox(`Trace: ${command}, ${title}`, table),
    el("p", { class: "verdict" }, title),
    ...sentences,
  ];
}

/** Throws: EngineError, or why there is no engine. */
async function drawn(words: readonly string[], engine: Promise<EngineClient>): Promise<Node[]> {
  const calls = [
    ["trace", words],
    ["report", [...words, "--markdown"]],
  ] as const;
  const [, report = ""] = await (await engine).ask(calls);
  return report
    .split(/^### /m)
    .slice(1)
    .flatMap((run) => runOf(run, words.join(" ")));
}

/** `words` are what follows ./workbook trace. */
export function traceView(words: readonly string[], engine: Promise<EngineClient>): HTMLElement {
  const link = inspectLink(words);
  const body = el(
    "div",
    { "aria-busy": "true" },
    el("p", { class: "note" }, "The engine computes this trace."),
  );
  drawn(words, engine)
    .catch((error: unknown) => [el("p", { class: "error" }, (error as Error).message)])
    .then((nodes) => {
      body.replaceChildren(...nodes);
      body.removeAttribute("aria-busy");
    });
  const command = el("code", {}, `./workbook trace ${words.join(" ")}`);
  const more = link ? [el("a", { class: "by-hand", href: link }, "Open it in the inspector")] : [];
  return el("div", {}, el("p", { class: "command" }, command, ...more), body);
}
