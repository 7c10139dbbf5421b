/** What can be chosen, each by the engine's own name, with what a reader calls it. */
import type { Algorithm, Outcome, StageName, SumOrder, TemperatureOrder } from "../../engine/report.ts";

/** A name of the engine's, as it is said. */
export function said(name: string): string {
  return name.replaceAll("_", " ");
}

export const algorithms: Readonly<Record<Algorithm, string>> = {
  unshifted: "unshifted: the formula of the textbook",
  shifted: "shifted: the maximum is subtracted first",
  online: "online: one pass, the maximum runs along",
  division_free: "division free: e^(z − m − ln Σ)",
  unshifted_division_free: "division free, unshifted",
  log_softmax: "log softmax: ln of the probabilities",
  log_sum_exp: "log-sum-exp: ln of the normalizer",
};

export const sums: Readonly<Record<SumOrder, string>> = {
  sequential: "sequential: from the first to the last",
  reverse: "reverse: from the last to the first",
  pairwise: "pairwise: halves, and their halves",
  compensated: "compensated: what was rounded off is kept",
};

export const orders: Readonly<Record<TemperatureOrder, string>> = {
  subtract_first: "subtract the maximum, then divide by T",
  scale_first: "divide by T, then subtract the maximum",
};

export const formats: Readonly<Record<string, string>> = {
  e4m3fn: "e4m3fn: 8 bits, no infinity",
  e5m2: "e5m2: 8 bits",
  bfloat16: "bfloat16: 16 bits, range of binary32",
  binary16: "binary16: 16 bits, half",
  binary32: "binary32: 32 bits, float",
  binary64: "binary64: 64 bits, double",
};

/** What a stage does to one element, for the heading of its table. */
export const stages: Readonly<Record<StageName, string>> = {
  read: "each logit as it was given, rounded to the format",
  scale: "divided by the temperature T",
  max: "the largest of them, m",
  subtract: "m, or the logarithm of the sum, is subtracted",
  exponentiate: "e to the power of each",
  sum: "all exponentials added: the normalizer Z",
  divide: "each exponential divided by Z: the probabilities",
  log: "the natural logarithm of the sum",
  add: "the maximum added to the logarithm",
  stream: "maximum and normalizer, carried along in one pass",
};

export const outcomes: Readonly<Record<Outcome, string>> = {
  exact: "exact",
  rounded: "rounded",
  subnormal: "subnormal: digits are lost",
  underflow_to_zero: "underflow to zero",
  overflow: "overflow",
  nan: "not a number",
  masked: "masked",
  carried: "carried on from an infinity or NaN before",
};
