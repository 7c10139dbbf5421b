/** What a format, an order of summation or an algorithm does. */
import { followed, grouped, row } from "./preset.ts";

const zeros = followed("0", "0", 63);
const oneAndMany = followed("0", "-5.6", 63);

export const formatsAndSums = grouped("Formats and sums", [
  {
    id: "half_exponential",
    title: "binary16: an exponential overflows",
    look:
      "e^12 is above the largest binary16, 65504: inf/inf. A shift is needed for logits that are " +
      "not large at all.",
    settings: { logits: row("12 11"), format: "binary16", stage: 1 },
  },
  {
    id: "half_sum",
    title: "binary16: only the sum overflows",
    look:
      "Each exponential fits, the sum does not. A number over inf is 0: all probabilities are 0, " +
      "and no NaN warns.",
    settings: { logits: row("11 10"), format: "binary16", stage: 2 },
  },
  {
    id: "fp8_nan",
    title: "e4m3fn: overflow is NaN",
    look: "The format has no infinity. e^7 is above its largest number, 448, and becomes NaN at once.",
    settings: { logits: row("7 6 5"), format: "e4m3fn", stage: 1 },
  },
  {
    id: "fp8_mask",
    title: "e4m3fn: a mask is -448",
    look: "There is no -inf, and -448, the lowest number, does: its exponential underflows to 0.",
    settings: { logits: row("-448 1 2"), format: "e4m3fn", algorithms: ["shifted"] },
  },
  {
    id: "fp8_stall",
    title: "e5m2: a sum that stands still",
    look:
      "64 ones add up to 8: there the next number is 10, and 8 + 1 is rounded back. Each token " +
      "gets 0.125.",
    settings: { logits: zeros, format: "e5m2", algorithms: ["shifted"], stage: 4 },
  },
  {
    id: "fp8_accumulator",
    title: "e5m2: a wider accumulator",
    look: "Added in binary32, and rounded once: 64, exactly.",
    settings: { logits: zeros, format: "e5m2", accumulator: "binary32", algorithms: ["shifted"], stage: 4 },
  },
  {
    id: "stall",
    title: "bfloat16: small terms are lost",
    look: "The sum stays at 1: each of 63 small terms is rounded away, and together they are 0.234.",
    settings: { logits: oneAndMany, format: "bfloat16", algorithms: ["shifted"], stage: 4 },
  },
  {
    id: "pairwise",
    title: "bfloat16: the same, pairwise",
    look: "Small terms meet small terms first, and count: 1.234.",
    settings: { logits: oneAndMany, format: "bfloat16", sum: "pairwise", algorithms: ["shifted"], stage: 4 },
  },
  {
    id: "compensated",
    title: "bfloat16: the same, compensated",
    look: "What each addition rounds off is kept, and added later: 1.242, where the reference is 1.2344.",
    settings: {
      logits: oneAndMany,
      format: "bfloat16",
      sum: "compensated",
      algorithms: ["shifted"],
      stage: 4,
    },
  },
  {
    id: "online_masks",
    title: "Online, with masks first",
    look:
      "The running maximum starts at the first logit that is not masked, so no -inf is subtracted " +
      "from itself.",
    settings: { logits: row("-inf -inf 2 1"), algorithms: ["online"] },
  },
  {
    id: "all_masked",
    title: "All masked",
    look: "The maximum is -inf, and -inf - -inf is NaN. What is right is a convention: state one.",
    settings: { logits: row("-inf -inf"), algorithms: ["shifted"], stage: 2 },
  },
  {
    id: "far_logits",
    title: "Log-softmax of far logits",
    look: "The last probability underflows to 0. Its logarithm, -200.693, is held without trouble.",
    settings: { logits: row("0 0 -200"), algorithms: ["shifted", "log_softmax"] },
  },
  {
    id: "invented",
    title: "A format of one's own",
    look:
      "3 bits of precision, exponents from -2 to 3: every stage is coarse, and 0.1 is already read " +
      "as 0.125.",
    settings: { format: "3,-2,3" },
  },
]);
