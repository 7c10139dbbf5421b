/**
 * A lesson taken apart into what is read at one go: up to a question, or to the end of an idea. What
 * follows a question may give it away, so it waits for an answer. The terminal's steps
 * (lessons/terminal/steps.hpp) are the same, but for the questions at the end: here they are one.
 */
import { hidden } from "../presenting.ts";
import type { Block, Lesson, Prose, Question } from "./lesson.ts";
import type { Progress } from "./progress.ts";

/** The parts that are no ideas, by the ids under which a place in them is kept. */
export const closingPart = "remember";
export const quizPart = "quiz";
export const endingPart = "end";

export interface Step {
  /** The idea's id, or one of those above. */
  readonly part: string;
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly notes: readonly Prose[];
  readonly question: Question | undefined;
}

interface Growing {
  blocks: Block[];
  notes: Prose[];
  question: Question | undefined;
}

function pieces(blocks: readonly Block[]): Growing[] {
  const all: Growing[] = [{ blocks: [], notes: [], question: undefined }];
  for (const block of blocks) {
    let last = all[all.length - 1]!;
    if (block.kind === "speaker_note") {
      last.notes.push(block);
      continue;
    }
    if (last.question) all.push((last = { blocks: [], notes: [], question: undefined }));
    if (block.kind === "question") last.question = block;
    else last.blocks.push(block);
  }
  return all;
}

export function stepsOf(lesson: Lesson): Step[] {
  const bare = { blocks: [], notes: [], question: undefined };
  return [
    ...lesson.ideas.flatMap(({ id, title, blocks }) =>
      pieces(blocks).map((piece) => ({ part: id, title, ...piece })),
    ),
    { part: closingPart, title: "What to remember", ...bare },
    ...(hidden("quiz") ? [] : [{ part: quizPart, title: "Check yourself", ...bare }]),
  ];
}

/** The last step of the part that waits for nothing in it; the first of all where there is no such part. */
export function stepOfPart(steps: readonly Step[], part: string, answered: (id: string) => boolean): number {
  let step = Math.max(
    0,
    steps.findIndex((one) => one.part === part),
  );
  const goesOn = (at: number): boolean => {
    const { question } = steps[at]!;
    return question !== undefined && answered(question.id) && steps[at + 1]?.part === part;
  };
  while (goesOn(step)) ++step;
  return step;
}

/** How far the lesson was read: a finished one to its end. */
export function stepReached(steps: readonly Step[], lesson: string, progress: Progress): number {
  const place = progress.lessons[lesson];
  if (place?.finished || place?.idea === quizPart || place?.idea === endingPart) return steps.length - 1;
  return stepOfPart(steps, place?.idea ?? "", (id) => progress.answers[id] !== undefined);
}
