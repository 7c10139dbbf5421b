/** What a presentation shows, a screen after the other. */
import { el } from "../dom.ts";
import { hidden } from "../presenting.ts";
import { nodesOf } from "./blocks.ts";
import { wholeAnswer } from "./judge.ts";
import type { Lesson, Question } from "./lesson.ts";
import type { Part } from "./sheet.ts";
import { quizPart } from "./steps.ts";

/** What is on the screen at once: a section, and of its pieces these; the last one is new. */
export interface Frame {
  readonly part: string;
  readonly section: HTMLElement;
  readonly pieces: readonly HTMLElement[];
}

/** A question without controls, and its answer, if answers are shown. */
export interface Posed {
  readonly element: HTMLElement;
  readonly answer: HTMLElement | undefined;
}

export function posed(question: Question, kind: string): Posed {
  const options = (question.options ?? []).map(({ text }) => el("li", {}, ...nodesOf(text)));
  const list = options.length > 0 ? [el("ol", {}, ...options)] : [];
  const answer = el("div", { class: "reply", tabindex: -1 }, ...nodesOf(wholeAnswer(question)));
  const told = hidden("answers") ? undefined : answer;
  const element = el(
    "div",
    { class: "question", tabindex: -1 },
    el("p", { class: "kind" }, kind),
    el("p", { class: "asked" }, ...nodesOf(question.text)),
    ...list,
    ...(told ? [told] : []),
  );
  return { element, answer: told };
}

/** The frames of all parts: an idea's pieces gather on its screen, the last questions come alone. */
export function framesOf(
  parts: readonly Part[],
  { quiz }: Lesson,
  all: ReadonlyMap<Question, Posed>,
): Frame[] {
  const frames: Frame[] = [];
  for (const { step, section, element } of parts) {
    const last = frames[frames.length - 1];
    let pieces = last?.section === section ? last.pieces : [];
    const add = (piece: HTMLElement): void => {
      pieces = [...pieces, piece];
      frames.push({ part: step.part, section, pieces });
    };
    const answer = (question: Question): void => {
      const { answer: told } = all.get(question)!;
      if (told) add(told);
    };
    if (step.part !== quizPart) add(element);
    if (step.question) answer(step.question);
    if (step.part !== quizPart) continue;
    for (const question of quiz) {
      pieces = [element];
      add(all.get(question)!.element);
      answer(question);
    }
  }
  return frames;
}
