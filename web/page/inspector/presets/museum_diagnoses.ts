/**
 * What was called a bug and was none, or was another one than was said.
 */
import { grouped, row, shifted } from "./preset.ts";

export const wrongDiagnoses = grouped("The museum", [
  {
    id: "logs_over_t",
    title: "Diagnosis: log probabilities over T",
    look:
      "They were called another distribution than logits over T. But they are logits less a " +
      "constant: 0.864, 0.117, 0.0193 of the worked example.",
    source: "MoonshotAI/Kimi-Audio#161",
    settings: { logits: row("-0.4170 -1.4170 -2.3170"), temperature: "0.5", algorithms: shifted },
  },
  {
    id: "idle_lanes",
    title: "Diagnosis: overflow, said the report",
    look:
      "Idle lanes made the maximum 0, as unshifted has it. Nothing overflows: all underflow, and " +
      "0/0 is NaN.",
    source: "m0at/rvllm#1",
    settings: { logits: row("-150 -200 -300"), stage: 3 },
  },
  {
    id: "far_below",
    title: "Diagnosis: exp of -710 is inf",
    look: "It is 4.48e-309, a subnormal number; of -800 it is 0. Only upwards lies inf.",
    source: "uxlfoundation/oneDNN#30",
    settings: { logits: row("-710 -800"), format: "binary64", algorithms: ["unshifted"], stage: 1 },
  },
  {
    id: "too_big",
    title: "Diagnosis: e^48 is too big",
    look: "It is 7.02e20, far below the largest binary32. Unshifted is as right as shifted: 0.99995.",
    source: "ARM-software/ComputeLibrary#148",
    settings: { logits: row("8 18 28 38 48"), stage: 1, element: 4 },
  },
  {
    id: "raised_logits",
    title: "Diagnosis: add a little to each logit",
    look:
      "A constant added to every logit cancels: the first probability is 0 as before. Its " +
      "logarithm is held: -200.",
    source: "MarvinTeichmann/tensorflow-fcn#18",
    settings: { logits: row("0.0001 200.0001"), algorithms: ["shifted", "log_softmax"] },
  },
]);
