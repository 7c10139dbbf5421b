/** All presets, group by group. */
import { formatsAndSums } from "./formats.ts";
import { fromTheLesson } from "./lesson.ts";
import { wrongDiagnoses } from "./museum_diagnoses.ts";
import { bugsOfSoftmax } from "./museum_softmax.ts";
import { bugsOfItsUses } from "./museum_uses.ts";
import type { Preset } from "./preset.ts";

export const presets: readonly Preset[] = [
  ...fromTheLesson,
  ...bugsOfSoftmax,
  ...bugsOfItsUses,
  ...wrongDiagnoses,
  ...formatsAndSums,
];
