/** What the lesson on softmax computes, claims and asks. */
import { cut, followed, grouped, row } from "./preset.ts";

export const fromTheLesson = grouped("From the lesson", [
  {
    id: "worked_example",
    title: "Three logits, step by step",
    look: "Three exponentials, their sum 11.2125, three divisions: 0.659, 0.242 and 0.099.",
    settings: { algorithms: ["unshifted"] },
  },
  {
    id: "negative_logits",
    title: "Negative logits",
    look:
      "A logit is no probability: it may be negative. Its exponential is positive, and so is its " +
      "part of the sum.",
    settings: { logits: row("-2.3 -1 0.5") },
  },
  {
    id: "odds",
    title: "A difference is a ratio",
    look:
      "The third logit takes nearly all. But the first two differ by 1, so the ratio of their " +
      "probabilities is e: 2.718.",
    settings: { logits: row("2 1 9") },
  },
  {
    id: "amplified",
    title: "e^5 beside e^3",
    look: "The logits are close, their exponentials are not: 148.4 is 7.389 times 20.09.",
    settings: { logits: row("5 3") },
  },
  {
    id: "ranking",
    title: "Greedy choice and top-k",
    look:
      "Softmax keeps the ranking: the largest logit has the largest probability. Top-k with k of 2 " +
      "keeps the first and the third.",
    settings: { logits: row("3.1 -5 3"), cuts: cut({ topK: "2" }) },
  },
  {
    id: "top_p",
    title: "Top-p needs probabilities",
    look: "Tokens are kept, the likeliest first, until their sum reaches 0.9: two of them have 0.9014.",
    settings: { cuts: cut({ topP: "0.9" }) },
  },
  {
    id: "draw",
    title: "A token is drawn",
    look: "The random number 0.8579 falls between 0.659 and 0.9014: that is the second token's part.",
    settings: { algorithms: ["shifted"] },
  },
  {
    id: "large_spread",
    title: "A large spread",
    look: "The second logit lies 8 below the first, which gets 0.9995 of the whole.",
    settings: { logits: row("10.0 2.0 0.1 0 -0.1") },
  },
  {
    id: "gap_of_ten",
    title: "A gap of 10, three classes",
    look: "The first gets 0.9999, each of the others 4.54e-5.",
    settings: { logits: row("10 0 0") },
  },
  {
    id: "many_competitors",
    title: "A gap, and 63 competitors",
    look:
      "Each zero has only 0.012, but there are 63 of them: 0.242 is left to the first. (A whole " +
      "vocabulary does not fit here: the classes are fewer, and the gap is smaller.)",
    settings: { logits: followed("3", "0", 63) },
  },
  {
    id: "small_spread",
    title: "A small spread",
    look: "Close logits are nearly uniform: 0.332, 0.367, 0.301. No token stands out.",
    settings: { logits: row("1.0 1.1 0.9") },
  },
  {
    id: "zeros",
    title: "Identical logits",
    look: "A third each. The entropy is the largest that three tokens can have: ln 3, or 1.0986.",
    settings: { logits: row("0 0 0") },
  },
  {
    id: "hundreds",
    title: "Identical, and a hundred",
    look:
      "Only differences matter: shifted, they are zeros, a third each. Unshifted meets e^100, " +
      "above the largest binary32.",
    settings: { logits: row("100 100 100"), stage: 1 },
  },
  {
    id: "fives",
    title: "Quiz: softmax([5, 5, 5])",
    look: "A third each. What is common to all logits cancels.",
    settings: { logits: row("5.0 5.0 5.0") },
  },
  {
    id: "cooler",
    title: "T = 0.5: sharper",
    look: "Every difference is doubled before the exponential sees it: 0.864 for the first.",
    settings: { temperature: "0.5" },
  },
  {
    id: "warmer",
    title: "T = 2: flatter",
    look: "Every difference is halved: 0.502, 0.304, 0.194.",
    settings: { temperature: "2" },
  },
  {
    id: "near_zero",
    title: "T near 0: argmax",
    look: "Shifted, all but the first underflow: 1, 0, 0. Unshifted, so large a z/T overflows.",
    settings: { temperature: "0.001", stage: 2 },
  },
  {
    id: "huge",
    title: "A huge T: uniform",
    look: "All differences vanish, and each token has nearly a third: 0.33333.",
    settings: { temperature: "1e6" },
  },
  {
    id: "tenth",
    title: "Quiz: T from 1 down to 0.1",
    look: "The largest logit's probability rises: to 0.99995.",
    settings: { temperature: "0.1" },
  },
  {
    id: "thousand",
    title: "1000 overflows",
    look:
      "Unshifted, e^1000 is inf, and inf/inf is NaN. Shifted, the largest exponent is 0: nothing " +
      "can overflow.",
    settings: { logits: row("1000 999 998"), stage: 1 },
  },
  {
    id: "thousand_double",
    title: "1000 overflows binary64 too",
    look: "e^1000 is 1.97e434. A wider format is no cure, a shift is.",
    settings: { logits: row("1000 999 998"), format: "binary64", stage: 1 },
  },
  {
    id: "hundred_more",
    title: "A constant cancels",
    look:
      "The worked example with a hundred more: the same 0.659, 0.242, 0.099, but for the rounding " +
      "of 100.1 at reading.",
    settings: { logits: row("102 101 100.1"), algorithms: ["shifted"] },
  },
  {
    id: "underflow",
    title: "Far below zero",
    look: "Logits of a real model can all lie here. Unshifted, every exponential underflows, and 0/0 is NaN.",
    settings: { logits: row("-140.2 -141.9 -139.5"), stage: 3 },
  },
  {
    id: "whole_formula",
    title: "Shift and temperature together",
    look: "The maximum, a subtraction, a division by T, then the three stages: 0.506, 0.307, 0.186.",
    settings: { logits: row("1000 999 998"), temperature: "2", algorithms: ["shifted"] },
  },
  {
    id: "attention_row",
    title: "The same formula in attention",
    look: "Scores of one query for three keys become weights. The last key is masked by -inf, and weighs 0.",
    settings: { logits: row("3 1 -inf"), algorithms: ["shifted"] },
  },
]);
