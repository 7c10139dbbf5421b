/** The stages of one or two runs in one order: what both have stands once. */
import type { Stage, StageName, WindowRun } from "../../engine/report.ts";

export interface SharedStage {
  readonly name: StageName;
  /** Of each run; a run may have no such stage. */
  readonly stages: readonly (Stage | undefined)[];
}

interface Entry {
  readonly key: string;
  readonly name: StageName;
}

/**
 * A division free algorithm subtracts the logarithm of the sum, and exponentiates what is left: these are
 * other stages than those of the same names before the sum.
 */
function entriesOf({ stages }: WindowRun): Entry[] {
  const log = stages.findIndex(({ stage }) => stage === "log");
  return stages.map(({ stage }, at) => ({ key: log >= 0 && at > log ? `${stage} of the log` : stage, name: stage }));
}

/** What the first list lacks is put in after what stands before it in the other. */
function merged(first: readonly Entry[], other: readonly Entry[]): Entry[] {
  const all = [...first];
  let after = -1;
  for (const entry of other) {
    const found = all.findIndex(({ key }) => key === entry.key);
    after = found >= 0 ? found : after + 1;
    if (found < 0) all.splice(after, 0, entry);
  }
  return all;
}

export function sharedStages(runs: readonly WindowRun[]): SharedStage[] {
  const lists = runs.map(entriesOf);
  return lists.reduce(merged, []).map(({ key, name }) => ({
    name,
    stages: runs.map((run, which) => run.stages[lists[which]!.findIndex((entry) => entry.key === key)]),
  }));
}
