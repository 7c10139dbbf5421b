/**
 * What `workbook trace` prints, letter by letter: for those who know the terminal, and for who wants
 * to see that it is the same engine.  #/text?words=1000+999+998+-f+binary16
 */
import { el, labelled } from "../dom.ts";
import type { EngineClient } from "../engine/client.ts";
import type { Call } from "../engine/messages.ts";
import { type Address, goTo, type View } from "../router.ts";

const first = "1000 999 998";

function calls(words: readonly string[]): Call[] {
  const compares = words.some((word) => word === "--compare" || word.startsWith("--compare="));
  return compares ? [["compare", words]] : [["trace", words], ["report", words]];
}

/** Returns: what the terminal shows, and whether it is an error. */
async function printed(engine: Promise<EngineClient>, words: string): Promise<[string, boolean]> {
  try {
    const texts = await (await engine).ask(calls(words.split(" ").filter((word) => word !== "")));
    return [texts[texts.length - 1]!, false];
  } catch (error) {
    return [`workbook: ${(error as Error).message}\n`, true];
  }
}

function form(field: HTMLInputElement): HTMLFormElement {
  const made = el("form", { class: "by-hand terminal" }, labelled("./workbook trace", field));
  made.append(el("button", { class: "primary" }, "Trace"));
  made.addEventListener("submit", (event) => {
    event.preventDefault();
    goTo({ path: ["text"], query: new URLSearchParams({ words: field.value.trim() }) });
  });
  return made;
}

export function textView(engine: Promise<EngineClient>): View {
  const asTyped = { spellcheck: "false", autocapitalize: "none", autocomplete: "off" };
  const field = el("input", { name: "words", ...asTyped });
  const name = { role: "region", "aria-label": "What the terminal prints" };
  const screen = el("pre", { class: "wide", tabindex: 0, ...name });
  let asked = 0;

  async function show({ query }: Address): Promise<void> {
    const mine = ++asked;
    field.value = query.get("words") ?? first;
    screen.setAttribute("aria-busy", "true");
    const [text, wrong] = await printed(engine, field.value);
    if (mine !== asked) return; // another address was asked for meanwhile
    screen.textContent = text;
    screen.classList.toggle("error", wrong);
    screen.setAttribute("aria-busy", "false");
  }

  const title = "Terminal";
  const element = el("div", { class: "terminal-page" }, el("h1", {}, title), form(field), screen);
  return { element, title, show };
}
