/**
 * Where progress is kept: in the browser's local storage, under one key. Another tab may write there
 * too, so each change reads anew what it changes. Where nothing can be kept, the page goes on with
 * what it knows, and says so in a line.
 */
import { nothingDone, type Progress } from "./progress.ts";
import { merged } from "./progress_merge.ts";
import { Damaged, OtherVersion, parseProgress, textOf } from "./progress_text.ts";

const key = "softmax-workbook/progress";
const asideKey = `${key}.damaged`;

/** What could not be written, until the page is left. */
let unkept: Progress | undefined;

/** What is there now, and one line if something is wrong with it; else "". */
export interface Reading {
  readonly progress: Progress;
  readonly trouble: string;
}

const unreadable = (why: string): string => `Your progress is not kept: ${why}.`;

/** Does: moves a damaged text aside. Throws: OtherVersion, or what the storage throws. */
function stored(): Reading {
  const text = localStorage.getItem(key);
  if (text === null) return { progress: nothingDone, trouble: "" };
  try {
    return { progress: parseProgress(text), trouble: "" };
  } catch (error) {
    if (!(error instanceof Damaged)) throw error;
    localStorage.setItem(asideKey, text);
    localStorage.removeItem(key);
    const where = `it is kept aside as ${asideKey}, and begins anew`;
    return { progress: nothingDone, trouble: `Your progress was damaged (${error.message}): ${where}.` };
  }
}

function troubleOf(error: unknown): string {
  if (error instanceof OtherVersion) {
    return unreadable(`this browser has one of version ${error.message}, and this page reads version 1`);
  }
  const full = error instanceof DOMException && error.name === "QuotaExceededError";
  return unreadable(full ? "this browser's storage is full" : "this browser lets the page store nothing");
}

export function readProgress(): Reading {
  try {
    const { progress, trouble } = stored();
    return { progress: unkept ? merged(progress, unkept) : progress, trouble };
  } catch (error) {
    return { progress: unkept ?? nothingDone, trouble: troubleOf(error) };
  }
}

/** Does: changes what is there now. Returns: one line if it could not be kept, else "". */
export function updateProgress(change: (progress: Progress) => Progress): string {
  const { progress, trouble } = readProgress();
  const changed = change(progress);
  try {
    stored(); // one of another version is let stand
    localStorage.setItem(key, textOf(changed));
    unkept = undefined;
    return trouble;
  } catch (error) {
    unkept = changed;
    return troubleOf(error);
  }
}

/** Returns: one line if it could not be done, else "". */
export function forgetProgress(): string {
  unkept = undefined;
  try {
    localStorage.removeItem(key);
    return "";
  } catch (error) {
    return troubleOf(error);
  }
}

/** Calls when another tab has written. Returns: what ends that. */
export function onOtherTab(call: () => void): () => void {
  const heard = (event: StorageEvent): void => {
    if (event.key === key || event.key === null) call();
  };
  addEventListener("storage", heard);
  return () => removeEventListener("storage", heard);
}
