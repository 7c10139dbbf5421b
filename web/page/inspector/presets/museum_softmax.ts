/**
 * Bugs that public projects really had in a softmax itself: the wrong step made by settings, or its
 * wrong output beside what is right.
 */
import { grouped, row, shifted } from "./preset.ts";

export const bugsOfSoftmax = grouped("The museum", [
  {
    id: "nan_logit",
    title: "A NaN pins greedy choice to token 0",
    look: "After a NaN, x[i] > x[best] is never true: token 0, for ever and silently. Here it is refused.",
    source: "JustVugg/colibri#369",
    settings: { logits: row("nan 1 3") },
  },
  {
    id: "tiny_temperature",
    title: "A tiny T taken for greedy",
    look:
      "Equal logits stay equal at every T: 0.5 each. This draw takes token 1, where greedy choice " +
      "takes 0.",
    source: "FlashML-org/FreeToken#471",
    settings: { logits: row("1 1 0"), temperature: "1e-6", algorithms: shifted },
  },
  {
    id: "powers_of_two",
    title: "Exponentials without their fraction",
    look:
      "The pasted numbers halve and quarter: each e^x was replaced by a power of two. Nothing " +
      "reproduces them.",
    source: "Maratyszcza/NNPACK#174",
    settings: {
      logits: row("9.34623 8.43469 7.19462 6.59385 5.89481 5.67304"),
      compare: "0.571349,0.285674,0.0714186,0.0357093,0.0178546,0.0178546",
    },
  },
  {
    id: "exp_ends_early",
    title: "An exp that ends too early",
    look:
      "Shifted, the first is -13.04. An approximation of exp that is 0 there gave [0, 1], and -inf " +
      "for the logarithm; it is 2.18e-6.",
    source: "torch/nn#804",
    settings: { logits: row("-5.2040 7.8325"), algorithms: shifted },
  },
  {
    id: "sum_of_logits",
    title: "Divided by the sum of the logits",
    look:
      "Each exponential over the sum of the logits: the pasted numbers are above 1 in sum. Nothing " +
      "reproduces them.",
    source: "rwitten/HighPerfLLMs2024#3",
    settings: { compare: "2.3836,0.8769,0.3565" },
  },
  {
    id: "axis_of_one",
    title: "Softmax along an axis of length 1",
    look:
      "Each score is alone in its column, and a share of one is all: 1 and 1 was pasted. The row " +
      "has 0.143 and 0.857.",
    source: "PetrochukM/PyTorch-NLP#2",
    settings: { logits: row("0 1.794"), compare: "1,1" },
  },
  {
    id: "columns",
    title: "Weights over queries, not keys",
    look:
      "The pasted weights of one query are its parts of two columns: above 1 in sum. Its row has " +
      "0.119 and 0.881.",
    source: "labmlai/annotated_deep_learning_paper_implementations#146",
    settings: { logits: row("3 5"), compare: "0.8808,0.9526" },
  },
  {
    id: "twice",
    title: "Softmax applied twice",
    look:
      "These logits are probabilities already. A second softmax flattens them: 0.448, 0.296, " +
      "0.256, as pasted.",
    source: "Lightning-Universe/lightning-bolts#654",
    settings: { logits: row("0.6590 0.2424 0.0986"), compare: "0.4484,0.2956,0.2560" },
  },
  {
    id: "times_t",
    title: "Multiplied by T",
    look: "Times 2 is over 0.5: sharper, where flatter was wanted. The pasted numbers are reproduced.",
    source: "bowang-lab/BLEEP#5",
    settings: { temperature: "0.5", compare: "0.8638,0.1169,0.0193" },
  },
  {
    id: "t_squared",
    title: "Divided by T in two layers",
    look: "T was to be 2, and is 4. At a T of 1 no test sees it.",
    source: "RL-Align/RL-Kernel#81",
    settings: { temperature: "4", compare: "0.4165,0.3244,0.2590" },
  },
  {
    id: "log_zero",
    title: "A logarithm of 0 replaced by 0",
    look: "The first token was impossible, its logit -inf. As 0 it is the largest, and gets 0.667.",
    source: "ibab/tensorflow-wavenet#131",
    settings: { logits: row("0 -1.3862944 -1.3862944"), algorithms: shifted },
  },
  {
    id: "zero_temperature",
    title: "T = 0 taken literally",
    look: "Logits over 0 are inf, and inf - inf is NaN. Here T must be above 0: greedy choice needs none.",
    source: "ggml-org/ggml#37",
    settings: { logits: row("1 2 3"), temperature: "0" },
  },
  {
    id: "scaled_first",
    title: "Scaled logits overflow binary16",
    look:
      "Divided by T before the shift, the largest becomes inf, then inf - inf. Subtract first, and " +
      "all is well.",
    source: "vllm-project/vllm#890",
    settings: {
      logits: row("2.875 2.955 11.0625"),
      format: "binary16",
      temperature: "1e-4",
      algorithms: shifted,
      order: "scale_first",
      stage: 1,
      element: 2,
    },
  },
  {
    id: "no_maximum",
    title: "No maximum subtracted",
    look: "e^800 is above the largest binary64: NaN, 0, 0, where 1, 0, 0 is right.",
    source: "dwavesystems/dwave-optimization#555",
    settings: { logits: row("800 1 1"), format: "binary64", stage: 1 },
  },
  {
    id: "maximum_from_zero",
    title: "A maximum that starts at 0",
    look:
      "Both logits lie below it, so nothing is shifted: unshifted's 0/0 was the result. Right is " +
      "0.731 and 0.269.",
    source: "uTensor/uTensor#176",
    settings: { logits: row("-200 -201"), compare: "nan,nan", stage: 3 },
  },
  {
    id: "first_for_maximum",
    title: "The first logit for the maximum",
    look: "It is 0 here, so nothing is shifted, and e^100 overflows.",
    source: "ROCm/AMDMIGraphX#1290",
    settings: { logits: row("0 100"), compare: "0,nan", stage: 1, element: 1 },
  },
  {
    id: "flt_min",
    title: "FLT_MIN taken for the lowest number",
    look:
      "It is positive, so it stays the maximum. Both exponentials become the smallest subnormal " +
      "number: 0.5 each, not 0.622 and 0.378.",
    source: "mit-han-lab/tinyengine#107",
    settings: { logits: row("-103 -103.5"), compare: "0.5,0.5", stage: 1 },
  },
  {
    id: "batch_maximum",
    title: "One maximum for a whole batch",
    look:
      "What is left of a row of zeros, less another row's maximum. Its exponentials underflow: " +
      "0/0, not 0.5.",
    source: "keras-team/keras#9606",
    settings: { logits: row("-1000 -1000"), format: "binary64", stage: 3 },
  },
  {
    id: "maximum_misses_one",
    title: "A maximum that misses the first logit",
    look:
      "Less 1 instead of 100, the first still overflows. With small logits any shift is right, so " +
      "tests passed.",
    source: "Infatoshi/cuda-course#10",
    settings: { logits: row("100 0 1"), compare: "nan,0,0", stage: 1 },
  },
  {
    id: "mask_times",
    title: "A mask that multiplies",
    look: "The last three were masked by a factor 0. But e^0 is 1: each gets 0.124. Make them -inf.",
    source: "georg-wolflein/good-features#1",
    settings: { logits: row("0.43 -0.21 0.99 0 0 0"), algorithms: shifted },
  },
  {
    id: "mask_after_exp",
    title: "Masked after the exponential",
    look:
      "The second is masked, and the allowed maximum is 0. Its exponential is inf all the same, " +
      "and inf times 0 is NaN.",
    source: "deepmodeling/deepmd-kit#5715",
    settings: { logits: row("0 1000"), algorithms: ["unshifted"], stage: 1, element: 1 },
  },
  {
    id: "mask_twice",
    title: "A finite mask added twice",
    look:
      "The lowest bfloat16 twice is -inf, so a row of masks is all -inf, and its maximum less " +
      "itself NaN.",
    source: "NVIDIA-NeMo/Automodel#2658",
    settings: { logits: row("-inf -inf"), format: "bfloat16", algorithms: shifted, stage: 2 },
  },
  {
    id: "sentinel",
    title: "A minus infinity above the logits",
    look:
      "A maximum that starts at a finite number, above these logits, stays there. As in unshifted, " +
      "all exponentials are 0, and the row was given out as zeros.",
    source: "flashinfer-ai/flashinfer#4401",
    settings: { logits: row("-60000 -60001"), stage: 1 },
  },
  {
    id: "mask_wins",
    title: "A masked key that wins",
    look: "The second is masked by -10000, which is above the valid score. It takes all the weight.",
    source: "ohdearquant/lattice#373",
    settings: { logits: row("-20000 -10000"), algorithms: shifted },
  },
  {
    id: "log_sum_of_none",
    title: "Log-sum-exp of masks alone",
    look:
      "The maximum is -inf, and the plain formula subtracts it from itself. The sum of nothing is " +
      "zero, its logarithm -inf.",
    source: "JuliaStats/StatsFuns.jl#22",
    settings: { logits: row("-inf -inf"), algorithms: ["log_sum_exp"], stage: 2 },
  },
  {
    id: "add_the_maximum",
    title: "x - (m + log s)",
    look:
      "m + log s is rounded to 1e8, so the difference is 0: a probability of 1 each. One after the " +
      "other, they give -0.6931.",
    source: "ml-explore/mlx#4169",
    settings: { logits: row("1e8 1e8"), algorithms: ["log_sum_exp", "log_softmax"], stage: 6 },
  },
  {
    id: "log_of_softmax",
    title: "The logarithm of a softmax",
    look: "The second probability underflows, so its logarithm was -inf. Log-softmax has -151.386.",
    source: "baidu-research/warp-ctc#23",
    settings: { logits: row("0 -150 0 0 0"), algorithms: ["shifted", "log_softmax"], stage: 3, element: 1 },
  },
  {
    id: "zero_times_infinity",
    title: "A label of 0 times -inf",
    look: "Labels times log probabilities: for the masked class 0 times -inf, and the loss is NaN.",
    source: "google-deepmind/optax#896",
    settings: { logits: row("-inf 0"), algorithms: ["log_softmax"] },
  },
  {
    id: "one_ulp",
    title: "One ulp called unstable",
    look:
      "The pasted numbers come of another order of subtraction. They differ in the last place, " +
      "within rounding.",
    source: "pytorch/pytorch#1546",
    settings: {
      logits: row("1 0.1 -1.9"),
      algorithms: ["log_softmax"],
      compare: "-0.37952685,-1.2795268,-3.2795267",
    },
  },
  {
    id: "padding",
    title: "Padding that counts as a logit",
    look: "Three logits, filled up to four by a 0, which is the largest: 0.0066 is left to each.",
    source: "tensorflow/tensorflow#108244",
    settings: { logits: row("-5 -5 -5 0"), algorithms: shifted },
  },
  {
    id: "missing_barrier",
    title: "A partial sum that is lost",
    look: "Two threads share a sum, one part is wiped: a third each was pasted, of five. Right is 0.2.",
    source: "JustVugg/colibri#1098",
    settings: { logits: row("0 0 0 0 0"), compare: "0.3333,0.3333,0.3333,0.3333,0.3333" },
  },
  {
    id: "epsilon",
    title: "A small number in the denominator",
    look: "Unshifted, the sum is 1.87e-13, and what was added against 0/0 is far above that. Right is 0.5.",
    source: "open-edge-platform/geti#1507",
    settings: { logits: row("-30 -30"), compare: "9.36e-5,9.36e-5", stage: 2 },
  },
  {
    id: "log_one_plus",
    title: "The logarithm of 1 + tiny",
    look:
      "The sum is rounded to 1, so the first log probability is 0 in this engine too. Its " +
      "reference is -4.14e-8.",
    source: "scipy/scipy#19521",
    settings: { logits: row("0 -17"), algorithms: ["log_softmax"], stage: 4 },
  },
]);
