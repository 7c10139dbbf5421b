/** All presets, group by group. */
import { formatsAndSums } from "./formats.ts";
import { fromTheLesson } from "./lesson.ts";
import { museum } from "./museum.ts";
import type { Preset } from "./preset.ts";

export const presets: readonly Preset[] = [...fromTheLesson, ...museum, ...formatsAndSums];
