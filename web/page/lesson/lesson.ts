/**
 * A lesson as the build leaves it (web/build/lessons.mjs): plain data, whose meaning
 * lessons/page/schema/page.schema.json tells. Its Markdown and its formulas are trees by now.
 */
import { jsonAsset } from "../assets.ts";
import type { Tree } from "../tree.ts";

/** What stands in one paragraph. */
export type Inline = readonly Tree[];

/** A line of lessons/index.json. */
export interface Entry {
  readonly number: number;
  /** For ever: progress is kept by it. */
  readonly id: string;
  readonly title: string;
  readonly minutes: number;
  readonly question: string;
  /** The ids of all that it asks. */
  readonly questions: readonly string[];
}

/** lessons/3.json. */
export interface Lesson {
  readonly number: number;
  readonly id: string;
  readonly title: string;
  readonly minutes: number;
  readonly question: string;
  readonly ideas: readonly Idea[];
  readonly remember: readonly Inline[];
  readonly tries: readonly Try[];
  readonly exercises: readonly Inline[];
  readonly quiz: readonly Question[];
}

export interface Idea {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** Something to do on the command line, and what to look for. */
export interface Try {
  /** What follows ./workbook. */
  readonly words: readonly string[];
  readonly text: Inline;
}

export type Block = Prose | Formula | TraceFigure | Table | Bars | NumberLine | Question;

/** A speaker_note is for the one who teaches. */
export interface Prose {
  readonly kind: "prose" | "speaker_note";
  /** Paragraphs and lists. */
  readonly blocks: readonly Tree[];
}

export interface Formula {
  readonly kind: "formula";
  /** MathML. `alttext` is the same for who knows none. */
  readonly math: readonly ["math", { readonly display: string; readonly alttext: string }, ...Tree[]];
}

export interface TraceFigure {
  readonly kind: "trace";
  readonly caption: Inline;
  /** What follows ./workbook trace. */
  readonly words: readonly string[];
}

/** The first column is text, the others are numbers. */
export interface Table {
  readonly kind: "table";
  readonly caption: Inline;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface Bars {
  readonly kind: "bars";
  readonly caption: Inline;
  readonly bars: readonly {
    readonly label: string;
    readonly share: number | "nan";
    readonly value: string;
  }[];
}

type NumberOrWord = number | "inf" | "-inf" | "nan";

export interface NumberLine {
  readonly kind: "number_line";
  readonly caption: Inline;
  /** Each from the end of the one before it to its own. */
  readonly zones: readonly { readonly name: string; readonly end: NumberOrWord; readonly text: string }[];
  readonly marks: readonly { readonly at: NumberOrWord; readonly label: string }[];
}

export interface Option {
  readonly text: Inline;
  readonly right: boolean;
  readonly why: Inline;
}

export interface NumberAnswer {
  readonly value: string;
  readonly digits: number;
  readonly slips: readonly { readonly value: string; readonly why: Inline }[];
}

/** Has options, or a number. */
export interface Question {
  readonly kind: "question";
  readonly id: string;
  readonly text: Inline;
  readonly options?: readonly Option[];
  readonly number?: NumberAnswer;
  readonly why: Inline;
}

export function lessonIndex(): Promise<readonly Entry[]> {
  return jsonAsset("lessons/index.json");
}

export function lessonOf(number: number): Promise<Lesson> {
  return jsonAsset(`lessons/${number}.json`);
}
