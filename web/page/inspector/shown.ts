/** What the inspector draws: the settings, and what the engine says of them. */
import type {
  CompareReport,
  DecodeReport,
  FormatReport,
  TraceReport,
  TraceWindow,
  Value,
  WindowRun,
} from "../../engine/report.ts";
import type { Settings } from "./settings.ts";

/** The picture that a slider moves. */
export interface Shown {
  readonly settings: Settings;
  readonly window: TraceWindow;
  readonly format: FormatReport;
  /** A line for each run; of a long row it comes later, with the theory. */
  readonly verdicts: readonly string[] | undefined;
}

/** What takes a look at the whole row, and comes when the slider rests. */
export interface Theory {
  readonly report: TraceReport;
  /** "largest error 0.319 ulp, at element 1" */
  readonly verdicts: readonly string[];
}

/** An answer, or the line that says why there is none. */
export type Told<Report> = { readonly report: Report } | { readonly error: string };
export type Token = Told<DecodeReport>;
export type Comparison = Told<CompareReport>;

/** A part of the picture. */
export interface Panel {
  readonly element: HTMLElement;
  draw(shown: Shown): void;
}

/** What a run ends in: a value for each listed logit; of log-sum-exp one alone. */
export function outputsOf(run: WindowRun): readonly Value[] {
  return run.stages[run.stages.length - 1]!.values;
}
