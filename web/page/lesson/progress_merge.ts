/** Two progresses in one: that of a file, and that of this browser. */
import { isMembers, type Members, type Progress } from "./progress.ts";

/** What is true once stays so, whatever comes after. */
const lasting = new Set(["finished", "ever_right", "ever_passed", "solution_shown"]);

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
