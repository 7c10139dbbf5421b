/** What the page and its worker say to each other. */
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

export type Order =
  | { readonly module: WebAssembly.Module }
  | { readonly id: number; readonly calls: readonly Call[] };
export interface Reply {
  readonly id: number;
  readonly answers: readonly Answer[];
  /** The engine began anew, and has kept nothing. */
  readonly restarted: boolean;
}
