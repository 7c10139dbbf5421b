/**
 * Progress as the text of its file, and back. What is wrong with a text is told as the terminal does
 * (lessons/progress/progress_json.hpp).
 */
import { isMembers, type Members, nothingDone, type Progress } from "./progress.ts";

/** What is wrong with a text, in one line. */
export class Damaged extends Error {}

/** Another workbook wrote it, by a schema of another number. */
export class OtherVersion extends Error {}

type Check = (value: unknown, name: string) => void;

function require(met: boolean, otherwise: string): asserts met {
  if (!met) throw new Damaged(otherwise);
}

function membersOf(value: unknown, name: string): Members {
  require(isMembers(value), `${name} is no object`);
  return value;
}

const text: Check = (value, name) => require(typeof value === "string", `${name} is no string`);
const truth: Check = (value, name) =>
  require(typeof value === "boolean", `${name} is neither true nor false`);
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
