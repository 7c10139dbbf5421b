// What presets_test.mjs asks the engine of each preset, by the preset's id: the claims of its `look`.
//
//   gives    outputs of a run, or the first of them; "0" is exactly 0, "0.659" is so when rounded
//   nan, inf where the first was born, of a run: "stage element reason"; what has none must have none
//   broke    the runs whose verdict is BROKE without a NaN or inf of theirs
//   at       one value of a run: "run stage element": "value outcome"
//   stands   where the stepper stands, in the first run: "stage element outcome"
//   token    of the decoding: greedy, kept, drawn, total (the last of the draw's running sums)
//   compare  the verdict on the pasted numbers; by: an algorithm, format and T that reproduce them
//   wrong    the pasted numbers, made by the wrong step out of the engine's values
//   also     other numbers that `look` names, made of the engine's values
//   holds    whatever else it says
//   error    what the engine says where it refuses
const overflow = "divide 0 inf/inf";
const underflow = "divide 0 0/0";
const masked = { shifted: "subtract 0 -inf - -inf" };
const total = (values) => values.reduce((sum, value) => sum + value, 0);
const { fround, round } = Math;

function softmaxOf(ask, logits) {
  return ask.with({ logits: logits.map(String), algorithms: ["shifted"] }).out("shifted");
}
function printed(ask) {
  return ask.out("shifted").map((probability) => probability.toFixed(4)).join();
}

const lesson = {
  worked_example: { gives: { unshifted: "0.659 0.242 0.099" }, at: { "unshifted sum 0": "11.2125 rounded" } },
  negative_logits: { gives: { unshifted: "0.047 0.174 0.779" } },
  odds: {
    gives: { shifted: "0.0009 0.0003 0.9988" },
    also: ({ out }) => [out("shifted")[0] / out("shifted")[1]],
  },
  amplified: {
    at: { "unshifted exponentiate 0": "148.4 rounded", "unshifted exponentiate 1": "20.09 rounded" },
    also: ({ at }) => [at("unshifted exponentiate 0") / at("unshifted exponentiate 1")],
  },
  ranking: { gives: { shifted: "0.525 0.0002 0.475" }, token: { greedy: 0, kept: [0, 2] } },
  top_p: { token: { kept: [0, 1] } },
  draw: { gives: { shifted: "0.659 0.242 0.099" }, token: { drawn: 1 } },
  large_spread: { gives: { shifted: "0.9995" }, also: ({ logits }) => [logits[0] - logits[1]] },
  gap_of_ten: { gives: { shifted: "0.9999 4.54e-5 4.54e-5" } },
  many_competitors: { gives: { shifted: "0.242 0.012" }, also: ({ logits }) => [logits.length - 1] },
  small_spread: { gives: { shifted: "0.332 0.367 0.301" } },
  zeros: { gives: { unshifted: "0.333333 0.333333 0.333333" }, also: ({ logits }) => [logits.length] },
  hundreds: {
    gives: { shifted: "0.333333 0.333333 0.333333" },
    nan: { unshifted: overflow },
    inf: { unshifted: "exponentiate 0 overflow" },
    stands: "exponentiate 0 overflow",
  },
  fives: { gives: { unshifted: "0.333333 0.333333 0.333333", shifted: "0.333333 0.333333 0.333333" } },
  cooler: { gives: { shifted: "0.864 0.117 0.0193" } },
  warmer: { gives: { shifted: "0.502 0.304 0.194" } },
  near_zero: {
    gives: { shifted: "1 0 0" },
    nan: { unshifted: overflow },
    inf: { unshifted: "exponentiate 0 overflow" },
    at: { "shifted exponentiate 1": "0 underflow_to_zero" },
    stands: "exponentiate 0 overflow",
  },
  huge: { gives: { shifted: "0.33333 0.33333 0.33333" } },
  tenth: { gives: { shifted: "0.99995" } },
  thousand: {
    gives: { shifted: "0.665 0.245 0.090" },
    nan: { unshifted: overflow },
    inf: { unshifted: "exponentiate 0 overflow" },
    at: { "shifted subtract 0": "0 exact" },
    stands: "exponentiate 0 overflow",
  },
  thousand_double: {
    gives: { shifted: "0.665 0.245 0.090" },
    nan: { unshifted: overflow },
    inf: { unshifted: "exponentiate 0 overflow: e^1000 = 1.97007e434" },
    stands: "exponentiate 0 overflow",
  },
  hundred_more: { gives: { shifted: "0.659 0.242 0.099" }, at: { "shifted read 2": "100.1 rounded" } },
  underflow: {
    gives: { shifted: "0.313 0.057 0.630" },
    nan: { unshifted: underflow },
    at: { "unshifted exponentiate 2": "0 underflow_to_zero" },
    stands: "divide 0 nan",
  },
  whole_formula: { gives: { shifted: "0.506 0.307 0.186" } },
  attention_row: { gives: { shifted: "0.881 0.119 0" }, at: { "shifted divide 2": "0 masked" } },
};

const museum = {
  nan_logit: { error: "logit 0 (nan) is NaN" },
  tiny_temperature: { gives: { shifted: "0.5 0.5 0" }, token: { greedy: 0, drawn: 1 } },
  powers_of_two: {
    gives: { shifted: "0.610101 0.245203 0.070953 0.038910 0.019341 0.015494" },
    compare: "none",
    // Not `wrong`: the step that was deduced gives 0.01785465, the report printed 0.0178546.
    holds: ({ logits, pasted }) =>
      logits.every((logit, i) => {
        const power = round((logits[0] - logit) * Math.LOG2E);
        return Math.log2(pasted[0] / pasted[i]).toFixed(4) === power.toFixed(4);
      }),
  },
  exp_ends_early: { gives: { shifted: "2.18e-6 0.999998" } },
  sum_of_logits: {
    compare: "none",
    wrong: ({ logits, at }) => logits.map((_, i) => at(`unshifted exponentiate ${i}`) / total(logits)),
    holds: ({ pasted }) => total(pasted) > 1,
  },
  axis_of_one: {
    gives: { shifted: "0.143 0.857" },
    compare: "none",
    wrong: (ask) => ask.logits.map((logit) => softmaxOf(ask, [logit])[0]),
  },
  columns: {
    gives: { shifted: "0.119 0.881" },
    compare: "none",
    wrong: (ask) => [1, 2].map((other, i) => softmaxOf(ask, [other, ask.logits[i]])[1]),
    holds: ({ pasted }) => total(pasted) > 1,
  },
  twice: {
    gives: { shifted: "0.448 0.296 0.256" },
    compare: "identical",
    by: ["shifted", "binary32", "1"],
    wrong: (ask) => softmaxOf(ask, softmaxOf(ask, [2, 1, 0.1])),
  },
  times_t: { compare: "identical", by: ["shifted", "binary32", "0.5"] },
  t_squared: { compare: "identical", by: ["shifted", "binary32", "4"] },
  log_zero: { gives: { shifted: "0.667 0.167 0.167" } },
  zero_temperature: { error: "temperature 0: T must be above 0" },
  scaled_first: {
    gives: { shifted: "nan nan nan" },
    inf: { shifted: "scale 2 overflow" },
    nan: { shifted: "subtract 2 inf - inf" },
    at: { "shifted scale 0": "28752 rounded", "shifted scale 1": "29552 rounded" },
    stands: "scale 2 overflow",
    holds: (ask) => ask.with({ order: "subtract_first" }).out("shifted").join() === "0,0,1",
  },
  no_maximum: {
    gives: { unshifted: "nan 0 0", shifted: "1 0 0" },
    nan: { unshifted: overflow },
    inf: { unshifted: "exponentiate 0 overflow" },
    stands: "exponentiate 0 overflow",
  },
  maximum_from_zero: {
    gives: { shifted: "0.731 0.269" },
    nan: { unshifted: underflow },
    compare: "identical",
    by: ["unshifted", "binary32", "1"],
    stands: "divide 0 nan",
  },
  first_for_maximum: {
    gives: { shifted: "3.78e-44 1" },
    nan: { unshifted: "divide 1 inf/inf" },
    inf: { unshifted: "exponentiate 1 overflow" },
    compare: "identical",
    by: ["unshifted", "binary32", "1"],
    stands: "exponentiate 1 overflow",
  },
  flt_min: {
    gives: { shifted: "0.622 0.378" },
    at: { "unshifted exponentiate 1": "1.401298464324817e-45 subnormal" },
    compare: "identical",
    by: ["unshifted", "binary32", "1"],
    stands: "exponentiate 0 subnormal",
  },
  batch_maximum: { gives: { shifted: "0.5 0.5" }, nan: { unshifted: underflow }, stands: "divide 0 nan" },
  maximum_misses_one: {
    gives: { shifted: "1 3.8e-44 1.0e-43" },
    holds: (ask) => ask.with({ logits: ["99", "-1", "0"] }).at("unshifted exponentiate 0") === "inf",
    nan: { unshifted: overflow },
    inf: { unshifted: "exponentiate 0 overflow" },
    compare: "identical",
    by: ["unshifted", "binary32", "1"],
    stands: "exponentiate 0 overflow",
  },
  mask_times: { gives: { shifted: "0.191 0.101 0.335 0.124 0.124 0.124" } },
  mask_after_exp: {
    nan: { unshifted: "divide 1 inf/inf" },
    inf: { unshifted: "exponentiate 1 overflow" },
    stands: "exponentiate 1 overflow",
  },
  mask_twice: { gives: { shifted: "nan nan" }, nan: masked, stands: "subtract 0 nan" },
  sentinel: {
    gives: { shifted: "0.731 0.269" },
    nan: { unshifted: underflow },
    at: { "unshifted exponentiate 1": "0 underflow_to_zero" },
    stands: "exponentiate 0 underflow_to_zero",
  },
  mask_wins: { gives: { shifted: "0 1" } },
  log_sum_of_none: {
    gives: { log_sum_exp: "nan" },
    nan: { log_sum_exp: "subtract 0 -inf - -inf" },
    stands: "subtract 0 nan",
  },
  add_the_maximum: {
    gives: { log_sum_exp: "1e8", log_softmax: "-0.6931 -0.6931" },
    stands: "add 0 rounded",
    holds: ({ logits, out }) => logits[0] - out("log_sum_exp")[0] === 0,
  },
  log_of_softmax: {
    gives: { shifted: "0.25 0 0.25 0.25 0.25", log_softmax: "-1.38629 -151.386" },
    stands: "exponentiate 1 underflow_to_zero",
  },
  zero_times_infinity: { gives: { log_softmax: "-inf 0" } },
  one_ulp: {
    gives: { log_softmax: "-0.3795269 -1.2795268 -3.279527" },
    compare: "within_rounding",
    wrong: ({ logits, at }) => {
      const sum = fround(logits[0] + at("log_softmax log 0"));
      return logits.map((logit) => fround(fround(logit) - sum));
    },
  },
  padding: { gives: { shifted: "0.0066 0.0066 0.0066 0.98" } },
  missing_barrier: {
    gives: { shifted: "0.2 0.2 0.2 0.2 0.2" },
    compare: "none",
    wrong: ({ logits, at }) => logits.map((_, i) => at(`shifted exponentiate ${i}`) / 3),
  },
  removed_wins: { gives: { shifted: "0.1554 0.4223 0.4223" }, token: { drawn: 2 } },
  crossing_token: { gives: { shifted: "0.4 0.3 0.2 0.1" }, token: { kept: [0, 1, 2] } },
  exact_hit: { gives: { shifted: "0.25 0.25 0.25 0.25" }, token: { kept: [0, 1] } },
  one_minus_p: { token: { kept: [1] }, holds: () => fround(1 - fround(1e-8)) === 1 },
  sum_checked: {
    at: { "shifted sum 0": "1 rounded" },
    also: ({ out }) => [total(out("shifted"))],
  },
  end_below_one: { token: { total: 0.9999998807907104 } },
  product_first: {
    error: "65536) is infinite in binary16, whose largest number is 65504",
    also: (ask) => [ask.with({ format: "binary32", order: "scale_first" }).at("shifted scale 0")],
  },
  wrong_width: {
    gives: { shifted: "0.5875 0.4125" },
    compare: "identical",
    by: ["shifted", "binary32", "22.627417"],
    holds: (ask) => ask.with({ temperature: "8" }).out("shifted")[0] > ask.out("shifted")[0],
  },
  causal_corner: { gives: { shifted: "1 0 0" }, at: { "shifted read 1": "-inf masked" } },
  guard_kept: {
    gives: { online: "0 0 0.7311 0.2689" },
    nan: { unshifted: underflow },
    compare: "none",
    wrong: ({ logits, at }) => logits.map((_, i) => at(`unshifted exponentiate ${i}`)),
  },
  different_maxima: {
    gives: { shifted: "0.0474 0.9526" },
    compare: "none",
    wrong: ({ logits, at }) => logits.map((_, i) => at(`shifted exponentiate ${i}`) / (1 + 1)),
  },
  clamped: { gives: { shifted: "0.5 0.5 5.88e-39" }, stands: "divide 2 subnormal" },
  greedy_after_softmax: { gives: { shifted: "0.5 0.5" }, token: { greedy: 1 } },
  epsilon: {
    gives: { unshifted: "0.5 0.5" },
    compare: "none",
    wrong: ({ at }) => [0, 1].map((i) => at(`unshifted exponentiate ${i}`) / (at("unshifted sum 0") + 1e-9)),
    stands: "sum 0 exact",
  },
  penalty: { gives: { shifted: "0.661 0.339" }, also: ({ logits }) => [logits[1] / logits[0]] },
  log_one_plus: {
    gives: { log_softmax: "0 -17" },
    broke: ["log_softmax"],
    stands: "sum 0 rounded",
  },
  logs_over_t: {
    gives: { shifted: "0.864 0.117 0.0193" },
    holds: (ask) => printed(ask.with({ logits: ["2", "1", "0.1"] })) === printed(ask),
  },
  idle_lanes: {
    gives: { shifted: "1 1.93e-22 0" },
    nan: { unshifted: underflow },
    at: { "unshifted exponentiate 0": "0 underflow_to_zero" },
    stands: "divide 0 nan",
  },
  far_below: {
    broke: ["unshifted"],
    at: { "unshifted exponentiate 1": "0 underflow_to_zero" },
    stands: "exponentiate 0 subnormal",
  },
  too_big: {
    gives: {
      unshifted: "4.25e-18 9.36e-14 2.06e-9 4.54e-5 0.99995",
      shifted: "4.25e-18 9.36e-14 2.06e-9 4.54e-5 0.99995",
    },
    stands: "exponentiate 4 rounded",
  },
  raised_logits: {
    gives: { shifted: "0 1", log_softmax: "-200 0" },
    broke: ["log_softmax"],
  },
};

const formats = {
  half_exponential: {
    gives: { shifted: "0.731 0.269" },
    nan: { unshifted: overflow },
    inf: { unshifted: "exponentiate 0 overflow" },
    stands: "exponentiate 0 overflow",
  },
  half_sum: {
    gives: { unshifted: "0 0", shifted: "0.731 0.269" },
    inf: { unshifted: "sum 1 overflow" },
    broke: ["unshifted"],
    at: { "unshifted exponentiate 0": "59872 rounded", "unshifted divide 0": "0 carried" },
    stands: "sum 0 overflow",
  },
  fp8_nan: {
    gives: { shifted: "0.6875 0.25 0.09375" },
    nan: { unshifted: "exponentiate 0 overflow" },
    stands: "exponentiate 0 overflow",
  },
  fp8_mask: {
    gives: { shifted: "0 0.28125 0.75" },
    at: { "shifted exponentiate 0": "0 underflow_to_zero" },
    holds: ({ format }) => -format.largest === -448 && format.overflow === "nan",
  },
  fp8_stall: {
    gives: { shifted: "0.125" },
    at: { "shifted sum 0": "8 rounded" },
    stands: "sum 0 rounded",
    also: ({ format, logits }) => [8 + 2 * 8 * format.unit_roundoff, logits.length],
  },
  fp8_accumulator: {
    gives: { shifted: "0.015625" },
    at: { "shifted sum 0": "64 exact" },
    holds: ({ report }) => report.summation.accumulator === "binary32",
    stands: "sum 0 exact",
  },
  stall: {
    gives: { shifted: "1" },
    at: { "shifted sum 0": "1 rounded" },
    stands: "sum 0 rounded",
    also: ({ logits, reference }) => [logits.length - 1, reference("shifted sum 0") - 1],
  },
  pairwise: { at: { "shifted sum 0": "1.234375 rounded" }, stands: "sum 0 rounded" },
  compensated: { at: { "shifted sum 0": "1.2421875 rounded" }, stands: "sum 0 rounded" },
  online_masks: { gives: { online: "0 0 0.731 0.269" } },
  all_masked: { gives: { shifted: "nan nan" }, nan: masked, stands: "subtract 0 nan" },
  far_logits: { gives: { shifted: "0.5 0.5 0", log_softmax: "-0.693 -0.693 -200.693" } },
  invented: {
    gives: { shifted: "0.625 0.25 0.0625" },
    at: { "shifted read 2": "0.125 subnormal" },
    holds: ({ format }) => [format.precision, format.emin, format.emax].join() === "3,-2,3",
  },
};

export const expected = { ...lesson, ...museum, ...formats };
