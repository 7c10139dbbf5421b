/**
 * What a learner has done, as plain data, and the text of its file: the terminal's own
 * (lessons/progress/schema/progress.schema.json), so that either takes the other's. A key that is
 * not known is let be: a later workbook may have written it.
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

export const nothingDone: Progress = {
  schema: "softmax-workbook/progress/1",
  latest: "",
  lessons: {},
  answers: {},
  exercises: {},
};

/** What is wrong with a text, in one line. */
export class Damaged extends Error {}

/** Another workbook wrote it, by a schema of another number. */
export class OtherVersion extends Error {}

// --- what a file holds ---

type Members = Readonly<Record<string, unknown>>;
type Check = (value: unknown, name: string) => void;

function require(met: boolean, otherwise: string): asserts met {
  if (!met) throw new Damaged(otherwise);
}

function membersOf(value: unknown, name: string): Members {
  require(typeof value === "object" && value !== null && !Array.isArray(value), `${name} is no object`);
  return value as Members;
}

const text: Check = (value, name) => require(typeof value === "string", `${name} is no string`);
const truth: Check = (value, name) => require(typeof value === "boolean", `${name} is neither true nor false`);
const count: Check = (value, name) => {
  const most = 2 ** 31 - 1;
  const counts = Number.isInteger(value) && (value as number) >= 0 && (value as number) <= most;
  require(counts, `${name} is not a whole number from 0 to ${most}`);
};

function record(checks: Readonly<Record<string, Check>>): Check {
  return (value, name) => {
    const members = membersOf(value, name);
    for (const [key, check] of Object.entries(checks)) {
      require(Object.hasOwn(members, key), `${name} has no "${key}"`);
      check(members[key], `"${key}" of ${name}`);
    }
  };
}

function recordsOf(check: Check): Check {
  return (value, name) => {
    for (const [key, one] of Object.entries(membersOf(value, name))) check(one, `"${key}" of ${name}`);
  };
}

const attempts = record({
  checks: count,
  points: count,
  ever_passed: truth,
  solution_shown: truth,
  hints: recordsOf(count),
});
const whole = record({
  latest: text,
  lessons: recordsOf(record({ idea: text, finished: truth })),
  answers: recordsOf(record({ given: text, right: truth, tries: count, ever_right: truth })),
});

function parsedJson(textOfFile: string): unknown {
  require(textOfFile.trim() !== "", "it is empty");
  try {
    return JSON.parse(textOfFile);
  } catch (error) {
    throw new Damaged(`it is not JSON: ${(error as Error).message}`);
  }
}

function requireVersion(file: Members): void {
  record({ schema: text })(file, "the file");
  const [, version] = /^softmax-workbook\/progress\/(.*)$/s.exec(String(file["schema"])) ?? [];
  require(version !== undefined, `its schema "${String(file["schema"])}" is not ${nothingDone.schema}`);
  if (version !== "1") throw new OtherVersion(version);
}

/** Throws: Damaged, OtherVersion. */
export function parseProgress(textOfFile: string): Progress {
  const file = membersOf(parsedJson(textOfFile), "the file");
  requireVersion(file);
  whole(file, "the file");
  if (Object.hasOwn(file, "exercises")) recordsOf(attempts)(file["exercises"], '"exercises" of the file');
  return file as unknown as Progress;
}

export function textOf(progress: Progress): string {
  return `${JSON.stringify(progress, null, 2)}\n`;
}

// --- what is done ---

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

// --- two in one ---

/** What is true once stays so, whatever comes after. */
const lasting = new Set(["finished", "ever_right", "ever_passed", "solution_shown"]);

function isMembers(value: unknown): value is Members {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function joined(key: string, old: unknown, newer: unknown): unknown {
  if (isMembers(old) && isMembers(newer)) return joinedMembers(old, newer);
  if (typeof old === "number" && typeof newer === "number") return Math.max(old, newer);
  return old === true && lasting.has(key) ? true : newer;
}

function joinedMembers(old: Members, newer: Members): Members {
  const before = (key: string): unknown => (Object.hasOwn(old, key) ? old[key] : undefined);
  const both = Object.entries(newer).map(([key, value]) => [key, joined(key, before(key), value)] as const);
  return { ...old, ...Object.fromEntries(both) };
}

/** What either holds. Where they differ, `newer` has the last word, but takes no success away. */
export function merged(old: Progress, newer: Progress): Progress {
  const both = joinedMembers(old as unknown as Members, newer as unknown as Members) as unknown as Progress;
  return { ...both, latest: newer.latest || old.latest };
}
