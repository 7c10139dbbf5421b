/** A whole lesson as elements, a section for each idea; who shows it hides what is not yet to be seen. */
import { el } from "../dom.ts";
import type { EngineClient } from "../engine/client.ts";
import { hidden } from "../presenting.ts";
import { blockView, nodesOf } from "./blocks.ts";
import { inspectLink } from "./inspect_link.ts";
import type { Inline, Lesson, Question, Try } from "./lesson.ts";
import { closingPart, quizPart, type Step } from "./steps.ts";

/** A step, and where it stands. */
export interface Part {
  readonly step: Step;
  readonly section: HTMLElement;
  readonly element: HTMLElement;
}

/** How a question is shown; `kind` is what it is called. */
export type Ask = (question: Question, kind: string) => HTMLElement;

function tried({ words, text }: Try): HTMLElement {
  const link = words[0] === "trace" ? inspectLink(words.slice(1)) : undefined;
  const more = link ? [" ", el("a", { class: "by-hand", href: link }, "In the inspector")] : [];
  return el("li", {}, el("code", {}, `./workbook ${words.join(" ")}`), el("br"), ...nodesOf(text), ...more);
}

function list(title: string, items: HTMLElement[]): Node[] {
  return items.length === 0 ? [] : [el("h3", {}, title), el("ul", {}, ...items)];
}

const item = (text: Inline): HTMLElement => el("li", {}, ...nodesOf(text));

function closing({ remember, tries, exercises }: Lesson): Node[] {
  return [
    el("ul", { class: "remember" }, ...remember.map(item)),
    ...(hidden("tries") ? [] : list("Try it", tries.map(tried))),
    ...(hidden("exercises") ? [] : list("Write it yourself", exercises.map(item))),
  ];
}

function contents(step: Step, lesson: Lesson, engine: Promise<EngineClient>, ask: Ask): Node[] {
  if (step.part === closingPart) return closing(lesson);
  if (step.part === quizPart) {
    return lesson.quiz.map((question, i) => ask(question, `Question ${i + 1} of ${lesson.quiz.length}`));
  }
  const blocks = step.blocks.map((block) =>
    blockView(block as Exclude<typeof block, Question>, step.title, engine),
  );
  return step.question ? [...blocks, ask(step.question, "Guess first")] : blocks;
}

function sectionOf({ part, title }: Step): HTMLElement {
  const heading = el("h2", { id: `part:${part}`, tabindex: -1 }, title);
  return el("section", { class: "part", "aria-labelledby": heading.id }, heading);
}

export function partsOf(
  lesson: Lesson,
  steps: readonly Step[],
  engine: Promise<EngineClient>,
  ask: Ask,
): Part[] {
  const parts: Part[] = [];
  for (const step of steps) {
    const before = parts[parts.length - 1];
    const section = before?.step.part === step.part ? before.section : sectionOf(step);
    const element = el("div", { class: "step", tabindex: -1 }, ...contents(step, lesson, engine, ask));
    section.append(element);
    parts.push({ step, section, element });
  }
  return parts;
}

/** What stands above all ideas. */
export function opening({ number, title, minutes, question }: Lesson): HTMLElement {
  return el(
    "header",
    {},
    el("p", { class: "note" }, `Lesson ${number}, ${minutes} minutes`),
    el("h1", { tabindex: -1 }, title),
    el("p", { class: "lead" }, question),
  );
}

/** Does: shows that many of the first parts, and hides the others. */
export function reveal(parts: readonly Part[], count: number): void {
  parts.forEach(({ element }, i) => {
    element.hidden = i >= count;
  });
  for (const { section } of parts)
    section.hidden = parts.findIndex((part) => part.section === section) >= count;
}

/** Does: moves the eye, and the focus, to the element. */
export function moveTo(element: HTMLElement): void {
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: "start" });
}

/** The same, to the top of the lesson. */
export function begin(top: HTMLElement): void {
  top.querySelector("h1")!.focus({ preventScroll: true });
  scrollTo({ top: 0 });
}
