/**
 * Bugs that public projects really had in what a softmax is for, or is made of: tokens, attention,
 * blocks.
 */
import { cut, grouped, row, shifted } from "./preset.ts";

export const bugsOfItsUses = grouped("The museum", [
  {
    id: "removed_wins",
    title: "Top-k: removed by a tiny logit",
    look:
      "The first was the largest of three negative logits; the others were set to 1e-10, which is " +
      "above it. One of them is drawn.",
    source: "karpathy/minGPT#10",
    settings: { logits: row("-1 1e-10 1e-10"), algorithms: shifted },
  },
  {
    id: "crossing_token",
    title: "Top-p: the crossing token dropped",
    look: "The sums are 0.4, 0.7, 0.9. The third token crosses 0.8 and is kept; the bug kept two.",
    source: "Biohub/esm#360",
    settings: {
      logits: row("-0.9163 -1.2040 -1.6094 -2.3026"),
      algorithms: shifted,
      cuts: cut({ topP: "0.8" }),
    },
  },
  {
    id: "exact_hit",
    title: "Top-p: one more after an exact hit",
    look: "Two tokens of 0.25 reach 0.5 exactly. A test for a sum above p keeps a third.",
    source: "huggingface/transformers#18976",
    settings: { logits: row("0 0 0 0"), algorithms: shifted, cuts: cut({ topP: "0.5" }) },
  },
  {
    id: "one_minus_p",
    title: "Top-p: 1 - p rounds to 1",
    look:
      "Sums from the smallest on must be above 1 - p, which is 1: nothing was kept. From the " +
      "largest on, one token is.",
    source: "ml-explore/mlx-lm#1912",
    settings: { logits: row("0 2 0"), algorithms: shifted, cuts: cut({ topP: "1e-8" }) },
  },
  {
    id: "sum_checked",
    title: "A sum that must be exactly 1",
    look: "In binary32 these add up to 1; in binary64 to 1.00000008, and a sampler that checks it refuses.",
    source: "sherjilozair/char-rnn-tensorflow#1",
    settings: { logits: row("0 -17 -17"), algorithms: shifted },
  },
  {
    id: "end_below_one",
    title: "A draw beyond the last sum",
    look:
      "The running sums end at 0.9999999. A random number above that found no token; here it is " +
      "scaled by that end.",
    source: "awslabs/sockeye#866",
    settings: { logits: row("0 2 1"), algorithms: shifted },
  },
  {
    id: "product_first",
    title: "Attention: scaled too late",
    look:
      "Query times key is 65536, beyond binary16, and refused here. With the query divided by 8 " +
      "first, it is 8192.",
    source: "ultralytics/ultralytics#24990",
    settings: { logits: row("65536 0"), temperature: "8", format: "binary16" },
  },
  {
    id: "wrong_width",
    title: "Attention: the wrong width",
    look:
      "Divided by the root of the model's width, 22.63, not of the head's, which is 8: too flat, " +
      "as pasted.",
    source: "lucidrains/vit-pytorch#65",
    settings: { logits: row("8 0"), temperature: "22.627417", compare: "0.5875,0.4125" },
  },
  {
    id: "causal_corner",
    title: "Attention: the causal mask's corner",
    look: "One new query, three cached keys: the triangle starts at the first key, and hides the other two.",
    source: "pytorch/pytorch#103082",
    settings: { logits: row("1 -inf -inf"), algorithms: shifted },
  },
  {
    id: "guard_kept",
    title: "Online: a guard kept as the maximum",
    look:
      "0 in place of the first block's -inf stayed the maximum: unshifted's underflow, given out " +
      "as zeros. Online is right.",
    source: "Dao-AILab/flash-attention#2082",
    settings: { logits: row("-inf -inf -200 -201"), algorithms: ["unshifted", "online"], compare: "0,0,0,0" },
  },
  {
    id: "different_maxima",
    title: "Online: sums of different maxima",
    look: "Two lanes, each shifted by its own maximum, are added as they are: 1 + 1. Nothing reproduces it.",
    source: "KarhouTam/cuda-kernels#3",
    settings: { logits: row("0 3"), compare: "0.0249,0.5" },
  },
  {
    id: "clamped",
    title: "A clamped exponent for a mask",
    look: "A mask as low as the clamp of exp allows weighs 5.88e-39, a subnormal number. -inf weighs 0.",
    source: "huggingface/funes#160",
    settings: { logits: row("0 0 -87.336"), algorithms: shifted, stage: 5, element: 2 },
  },
  {
    id: "greedy_after_softmax",
    title: "Greedy choice after the softmax",
    look:
      "The logits differ, their probabilities are both 0.5: the first was chosen. By logits, it is " +
      "token 1.",
    source: "vllm-project/vllm#13312",
    settings: { logits: row("1e-9 2e-9"), algorithms: shifted },
  },
  {
    id: "penalty",
    title: "A penalty that rewards",
    look:
      "Two logits of -2, the first divided by 1.5: nearer to 0, and likelier, 0.661. A negative " +
      "logit is to be multiplied.",
    source: "huggingface/transformers#2302",
    settings: { logits: row("-1.3333333 -2"), algorithms: shifted },
  },
]);
