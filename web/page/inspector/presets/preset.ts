/**
 * A preset: a named example, which fills in the inspector by one choice. What its sentences claim,
 * tests/web/presets_test.mjs asks the engine.
 */
import type { Settings } from "../settings.ts";

export interface Preset {
  readonly id: string;
  /** The presets of one group stand together, in the order of their list. */
  readonly group: string;
  readonly title: string;
  /** What to look at, and why it happens. */
  readonly look: string;
  /** Where a bug was reported, on GitHub: owner/repository#number. */
  readonly source?: string;
  /** All others are as in `standard`. */
  readonly settings: Partial<Settings>;
}

export function grouped(group: string, presets: readonly Omit<Preset, "group">[]): readonly Preset[] {
  return presets.map((preset) => ({ ...preset, group }));
}

export const shifted = ["shifted"] as const;

export function row(logits: string): readonly string[] {
  return logits.split(" ");
}

/** The first logit, and then another so many times. */
export function followed(first: string, other: string, times: number): readonly string[] {
  return [first, ...Array<string>(times).fill(other)];
}

export function cut(one: Partial<Settings["cuts"]>): Settings["cuts"] {
  return { topK: "", topP: "", minP: "", ...one };
}
