/**
 * The words of `workbook trace`, as a lesson has them, as an address of the inspector:
 *
 *     2.0 1.0 0.1 -a unshifted -f e5m2     #/inspect?z=2.0,1.0,0.1&f=e5m2&a=unshifted
 */
import type { Algorithm, SumOrder, TemperatureOrder } from "../../engine/report.ts";
import { queryOf } from "../inspector/address.ts";
import { type Settings, standard } from "../inspector/settings.ts";
import { hashOf } from "../router.ts";

type Change = (value: string) => Partial<Settings>;

/** What an option with a value changes. */
const options: Readonly<Record<string, Change>> = {
  "--format": (format) => ({ format }),
  "--algorithm": (names) => ({ algorithms: names.split(",") as Algorithm[] }),
  "--temperature": (temperature) => ({ temperature }),
  "--temperature-order": (order) => ({ order: order as TemperatureOrder }),
  "--sum": (sum) => ({ sum: sum as SumOrder }),
  "--accumulator": (accumulator) => ({ accumulator }),
  "--compare": (compare) => ({ compare }),
  "--element": (element) => ({ element: Number(element) }),
  "--top": () => ({}), // of the terminal's listing
};
const short: Readonly<Record<string, string>> = {
  "-f": "--format",
  "-a": "--algorithm",
  "-T": "--temperature",
};
/** Of the terminal's showing: the inspector has a stepper. */
const alone = new Set(["--step"]);

function isLogit(word: string): boolean {
  return !word.startsWith("-") || /^-(\.?\d|inf$)/.test(word);
}

/** Undefined where a word is of what the inspector has not. */
function settingsOf(words: readonly string[]): Settings | undefined {
  let settings: Settings = {
    ...standard,
    logits: words.filter((word, i) => isLogit(word) && !takes(words[i - 1])),
  };
  for (let i = 0; i < words.length; ++i) {
    const word = words[i]!;
    if (isLogit(word) || alone.has(word)) continue;
    const change = options[short[word] ?? word];
    const value = words[++i];
    if (!change || value === undefined) return undefined;
    settings = { ...settings, ...change(value) };
  }
  return settings;
}

/** Whether a value follows the word. */
function takes(word: string | undefined): boolean {
  return word !== undefined && !isLogit(word) && !alone.has(word);
}

/** `words` are what follows ./workbook trace. */
export function inspectLink(words: readonly string[]): string | undefined {
  const settings = settingsOf(words);
  return settings && hashOf({ path: ["inspect"], query: queryOf(settings) });
}
