/**
 * What a learner has done, as plain data: that of lessons/progress/schema/progress.schema.json, so
 * that the terminal takes it, and the other way round. A key that is not known is let be: a later
 * workbook may have written it.
 */

export interface Place {
  readonly idea: string;
  readonly finished: boolean;
}

export interface Given {
  /** The last answer: a number as it was typed, the number of an option from 1, or "" for none. */
  readonly given: string;
  readonly right: boolean;
  readonly tries: number;
  readonly ever_right: boolean;
}

export interface Attempts {
  readonly checks: number;
  readonly points: number;
  readonly ever_passed: boolean;
  readonly solution_shown: boolean;
  readonly hints: Readonly<Record<string, number>>;
}

export interface Progress {
  readonly schema: string;
  readonly latest: string;
  readonly lessons: Readonly<Record<string, Place>>;
  readonly answers: Readonly<Record<string, Given>>;
  /** The page has none, and keeps the terminal's. */
  readonly exercises?: Readonly<Record<string, Attempts>>;
}

/** What an object of a file holds. */
export type Members = Readonly<Record<string, unknown>>;

export function isMembers(value: unknown): value is Members {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export const nothingDone: Progress = {
  schema: "softmax-workbook/progress/1",
  latest: "",
  lessons: {},
  answers: {},
  exercises: {},
};

/** The lesson is the latest, and was left at that idea. What was finished stays so. */
export function withPlace(progress: Progress, lesson: string, idea: string, finished = false): Progress {
  const before = progress.lessons[lesson];
  const place = { ...before, idea, finished: finished || (before?.finished ?? false) };
  return { ...progress, latest: lesson, lessons: { ...progress.lessons, [lesson]: place } };
}

/** One more try at the question. */
export function withAnswer(progress: Progress, question: string, given: string, right: boolean): Progress {
  const before = progress.answers[question];
  const answer = {
    ...before,
    given,
    right,
    tries: Math.min((before?.tries ?? 0) + 1, 2 ** 31 - 1),
    ever_right: right || (before?.ever_right ?? false),
  };
  return { ...progress, answers: { ...progress.answers, [question]: answer } };
}
