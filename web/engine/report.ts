/**
 * What the engine answers in JSON: engine/schema/*.schema.json as types. What a member means is
 * told there.
 */

export type Algorithm =
  | "unshifted"
  | "shifted"
  | "online"
  | "division_free"
  | "unshifted_division_free"
  | "log_softmax"
  | "log_sum_exp";
export type StageName =
  | "read"
  | "scale"
  | "max"
  | "subtract"
  | "exponentiate"
  | "sum"
  | "divide"
  | "log"
  | "add"
  | "stream";
export type Outcome =
  | "exact"
  | "rounded"
  | "subnormal"
  | "underflow_to_zero"
  | "overflow"
  | "nan"
  | "masked"
  | "carried";
export type TemperatureOrder = "subtract_first" | "scale_first";
export type SumOrder = "sequential" | "reverse" | "pairwise" | "compensated";
export type Exp = "correctly_rounded" | "libm";

/** A held value: the number, or a word where JSON has no number for it. */
export type Computed = number | "inf" | "-inf" | "nan";

/** Certain digits: "0.665", "1.97e434", "exp(1000000000)", "-inf" or "undefined". */
export type Reference = string;

// --- trace: `workbook trace --json`, and the page's window of it ---

/** A trace without what looks at every logit of the row. */
export interface TraceWindow {
  readonly schema: "softmax-workbook/window/1";
  readonly count: number;
  readonly shown: number;
  readonly indices: readonly number[];
  readonly logits: readonly string[];
  readonly format: string;
  readonly temperature: {
    readonly given: string;
    readonly computed: number;
    readonly order: TemperatureOrder;
  };
  readonly exp: Exp;
  readonly summation: { readonly order: SumOrder; readonly accumulator: string };
  readonly runs: readonly WindowRun[];
}

export interface TraceReport extends Omit<TraceWindow, "schema" | "runs"> {
  readonly schema: "softmax-workbook/trace/1";
  readonly reading: { readonly element: number; readonly ln_p_change: number | null };
  readonly runs: readonly TraceRun[];
}

interface AnyRun {
  readonly algorithm: Algorithm;
  readonly stages: readonly Stage[];
  readonly first_infinity: Birth | null;
  readonly first_nan: Birth | null;
  readonly undecided?: number;
}

/** What theory promised of a run, and which stage cost what. */
interface Theory {
  readonly bounds: readonly Bound[];
  readonly ledger: {
    readonly element: number;
    readonly entries: readonly { readonly stage: StageName; readonly ln_p_change: number | null }[];
  };
}

/** `output` says which list there is. */
export type WindowRun =
  | (AnyRun & { readonly output: "probabilities"; readonly probabilities: readonly Computed[] })
  | (AnyRun & {
      readonly output: "log_probabilities";
      readonly log_probabilities: readonly Computed[];
    })
  | (AnyRun & { readonly output: "log_sum_exp"; readonly log_sum_exp: readonly [Computed] });

export type TraceRun = WindowRun & Theory;

export interface Stage {
  readonly stage: StageName;
  readonly values: readonly Value[];
}

export interface Value {
  readonly index: number;
  readonly computed: Computed;
  readonly bits: string;
  readonly reference: Reference;
  readonly radius: string | null;
  /** Of a window alone: the digits that a table shows. */
  readonly text?: string;
  /** These three with --witness alone. */
  readonly witness?: Reference;
  readonly witness_radius?: string | null;
  readonly witness_agrees?: boolean;
  readonly error_ulp: number | null;
  readonly local_ulp: number | null;
  readonly inherited_ulp: number | null;
  readonly outcome: Outcome;
}

export interface Birth {
  readonly stage: StageName;
  readonly element: number;
  readonly reason: string;
}

export interface Bound {
  readonly name: "normwise" | "componentwise";
  readonly theorem: string;
  readonly formula: string;
  readonly applies: boolean;
  readonly why_not: string | null;
  readonly in_u: number | null;
  readonly vacuous: boolean;
  readonly measured_in_u: number | null;
  readonly ratio: number | null;
  readonly element: number | null;
}

// --- compare: `workbook trace --compare P --json` ---

export type Match = "identical" | "within_rounding" | "none";

export interface CompareReport {
  readonly schema: "softmax-workbook/compare/1";
  readonly logits: number;
  readonly outputs: number;
  readonly known: "exactly" | "as_printed";
  readonly digits: number | null;
  readonly tried: number;
  readonly verdict: Match;
  readonly temperature: {
    readonly given: string;
    readonly recovered: readonly {
      readonly format: string;
      readonly low: number;
      readonly high: number | null;
      readonly tried: readonly string[];
    }[];
  };
  readonly reproduced_by: readonly {
    readonly algorithms: readonly Algorithm[];
    readonly formats: readonly string[];
    readonly temperatures: readonly string[];
    readonly temperature_orders: readonly TemperatureOrder[];
    readonly sums: readonly SumOrder[];
    readonly accumulators: readonly string[];
    readonly exps: readonly Exp[];
  }[];
  readonly best: readonly Attempt[];
  readonly rejected: readonly { readonly format: string; readonly reason: string }[];
  readonly nearest: Attempt | null;
  readonly births: readonly {
    readonly algorithm: Algorithm;
    readonly formats: string;
    readonly kind: "nan" | "inf";
    readonly stage: StageName;
    readonly element: number;
    readonly reason: string;
  }[];
}

export interface Attempt {
  readonly algorithm: Algorithm;
  readonly format: string;
  readonly read: string;
  readonly stored: string;
  readonly temperature: string;
  readonly temperature_order: TemperatureOrder;
  readonly sum: SumOrder;
  readonly accumulator: string;
  readonly exp: Exp;
  readonly match: Match;
  readonly kinds: number;
  readonly ulp: number;
  readonly element: number;
  readonly given: string;
  readonly computed: Computed;
  readonly allowed: {
    readonly formula: string;
    readonly source: string;
    readonly in_u: number;
    readonly vacuous: boolean;
  } | null;
}

// --- decode and format: of the page alone ---

export interface DecodeReport {
  readonly schema: "softmax-workbook/decode/1";
  readonly algorithm: Algorithm;
  readonly format: string;
  readonly count: number;
  readonly greedy: number;
  readonly entropy: { readonly nats: string; readonly radius: string };
  readonly cuts: readonly {
    readonly rule: "top_k" | "top_p" | "min_p";
    readonly value: number;
    readonly kept: readonly number[];
    readonly sums: readonly number[] | null;
  }[];
  readonly left: {
    readonly indices: readonly number[];
    readonly probabilities: readonly number[];
  } | null;
  readonly sample: {
    readonly seed: number;
    readonly counter: number;
    readonly u: number;
    readonly index: number;
    readonly probability: number;
    readonly from: number;
    readonly to: number;
    readonly total: number;
  };
}

export interface FormatReport {
  readonly schema: "softmax-workbook/format/1";
  readonly format: string;
  readonly bits: number;
  readonly precision: number;
  readonly emin: number;
  readonly emax: number;
  readonly overflow: "inf" | "nan";
  readonly unit_roundoff: number;
  readonly smallest_subnormal: number;
  readonly smallest_normal: number;
  readonly largest: number;
  readonly exp: {
    readonly zero_below: string;
    readonly subnormal_below: string;
    readonly overflow_above: string;
  };
}
