/** What is asked of an engine, and how the page and its worker say it to each other. */
import type { Decoding } from "../../engine/engine.ts";

/** A method of the engine, and what it is given. */
export type Call =
  | readonly ["trace" | "report" | "compare" | "judge", readonly string[]]
  | readonly ["window", number]
  | readonly ["verdicts"]
  | readonly ["decode", Decoding]
  | readonly ["format" | "forgetFile", string]
  | readonly ["keepFile", string, Uint8Array<ArrayBuffer>];

/** What the engine says, or the line that tells what is wrong. */
export type Answer = { readonly text: string } | { readonly error: string; readonly code: number };

/** Of a list of calls: the answers up to the first that is an error, which is the last of them. */
export interface Reply {
  readonly answers: readonly Answer[];
  /** How often the engine began anew so far, and lost all that it kept, files too. */
  readonly restarts: number;
}

export type Order =
  | { readonly module: WebAssembly.Module }
  | { readonly id: number; readonly calls: readonly Call[] };
export interface Replied {
  readonly id: number;
  readonly reply: Reply;
}
