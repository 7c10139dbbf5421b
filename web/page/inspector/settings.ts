/**
 * What the inspector shows, as plain data: made into the words of `workbook trace`, and into an
 * address and back. What is wrong in it, the engine says: here nothing is judged but its size.
 */
import type { Algorithm, SumOrder, TemperatureOrder } from "../../engine/report.ts";

export interface Settings {
  /** As they were typed: "1000", "-inf", "0.1". Empty where `file` gives them. */
  readonly logits: readonly string[];
  /** A kept file's name and its row. A link cannot hold it. */
  readonly file: { readonly name: string; readonly row: number | null } | null;
  readonly temperature: string;
  readonly format: string;
  /** The one that is looked at, and, where two are compared, the other. */
  readonly algorithms: readonly Algorithm[];
  readonly sum: SumOrder;
  /** "" for the format itself. */
  readonly accumulator: string;
  readonly order: TemperatureOrder;
  readonly cuts: { readonly topK: string; readonly topP: string; readonly minP: string };
  readonly seed: string;
  /** Which number of the seed's stream. */
  readonly counter: number;
  /** Probabilities that somebody pasted, to compare with. */
  readonly compare: string;
  /** Where the stepper stands: a stage, by its place, and an element of it. */
  readonly stage: number;
  readonly element: number;
}

export const mostByHand = 64;

export const standard: Settings = {
  logits: ["2.0", "1.0", "0.1"],
  file: null,
  temperature: "1",
  format: "binary32",
  algorithms: ["unshifted", "shifted"],
  sum: "sequential",
  accumulator: "",
  order: "subtract_first",
  cuts: { topK: "", topP: "", minP: "" },
  seed: "2026",
  counter: 0,
  compare: "",
  stage: 0,
  element: 0,
};

/** The options of `workbook trace`, then "--", then the logits: so a logit is never an option. */
export function traceWords(settings: Settings): string[] {
  const { file } = settings;
  return [...optionWords(settings), ...(file ? [] : ["--", ...settings.logits])];
}

export function pastedWords({ compare }: Settings): string[] {
  return compare.replace(/[[\]]/g, " ").trim().split(/[\s,;]+/);
}

/**
 * What reproduces the pasted probabilities is searched for among all arithmetic. A temperature that
 * somebody set is taken as known.
 */
export function compareWords(settings: Settings): string[] {
  const { file, logits, temperature } = settings;
  return [
    "--json",
    `--compare=${pastedWords(settings).join(",")}`,
    ...(temperature === "1" ? [] : [`--temperature=${temperature}`]),
    ...(file ? fileWords(file) : ["--", ...logits]),
  ];
}

function fileWords(file: NonNullable<Settings["file"]>): string[] {
  return [`--file=${file.name}`, ...(file.row === null ? [] : [`--row=${file.row}`])];
}

/** Every option has its value in the same word, so that no value is taken for an option. */
function optionWords({ file, temperature, format, algorithms, sum, accumulator, order }: Settings): string[] {
  return [
    ...(file ? fileWords(file) : []),
    `--format=${format}`,
    `--temperature=${temperature}`,
    ...algorithms.map((name) => `--algorithm=${name}`),
    `--sum=${sum}`,
    ...(accumulator === "" ? [] : [`--accumulator=${accumulator}`]),
    `--temperature-order=${order}`,
  ];
}

/** The command of the terminal that prints the same. What is standard there is left out. */
export function terminalCommand(settings: Settings): string {
  const usual = new Set(optionWords(standard));
  const words = optionWords(settings).filter((word) => !usual.has(word) || !isUsual(word, settings));
  const logits = settings.file ? [] : settings.logits;
  const ordered = logits.some(isOption) ? [...words, "--", ...logits] : [...logits, ...words];
  return ["./workbook trace", ...ordered.map(shellWord)].join(" ");
}

function isOption(word: string): boolean {
  return word.startsWith("-") && !/^-(\.?\d|inf$)/i.test(word);
}

/** The algorithms are standard together: one of them alone must be named. */
function isUsual(word: string, { algorithms }: Settings): boolean {
  return !word.startsWith("--algorithm=") || algorithms.join() === standard.algorithms.join();
}

function shellWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
