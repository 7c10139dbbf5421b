/**
 * The engine of the workbook, as a page has it: engine.wasm behind a few typed functions.
 *
 *     const engine = await engineOf(await WebAssembly.compileStreaming(fetch("engine.wasm")));
 *     engine.trace(["1000", "999", "-f", "binary16"]);
 *     const whole: TraceReport = JSON.parse(engine.report(["--json"]));
 *
 * Its words are those of `workbook trace`, and so are its errors. It is no worker: a long row takes
 * as long as it takes, so call it from one.
 */

/** What the terminal would say in one line, without "workbook: " before it. */
export class EngineError extends Error {
  override readonly name = "EngineError";

  /** `code` is the exit code: 2 of bad input, 3 of trouble beneath. */
  readonly code: number;

  constructor(message: string, code: number) {
    super(message);
    this.code = code;
  }
}

/** The functions of interface.cpp. A number is an address, a length, or an exit code. */
interface Exports {
  readonly memory: WebAssembly.Memory;
  _initialize(): void;
  room(length: number): number;
  trace(): number;
  report(): number;
  compare(): number;
  decode(run: number, k: number, p: number, share: number, seed: number, counter: number): number;
  format(): number;
  window(top: number): number;
  verdicts(): number;
  judge(): number;
  keep_file(nameLength: number): number;
  forget_file(): void;
  text(): number;
  text_length(): number;
}

/** How a token is found. A cut that is left out is not made. */
export interface Decoding {
  /** Of the trace's runs, from 0: one that ends in probabilities. */
  readonly run?: number;
  readonly topK?: number;
  readonly topP?: number;
  readonly minP?: number;
  /** Whole numbers: which stream of random numbers, and how many of it come before. */
  readonly seed?: number;
  readonly counter?: number;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export class Engine {
  readonly #wasm: Exports;

  constructor(instance: WebAssembly.Instance) {
    this.#wasm = instance.exports as unknown as Exports;
    this.#wasm._initialize();
  }

  /** Makes the trace that the words ask for, and keeps it in place of the last one. */
  trace(words: readonly string[]): void {
    this.#give(encoded(words));
    this.#answer(this.#wasm.trace());
  }

  /**
   * What `workbook trace` prints of the kept trace, by those of the words that are of its output:
   * --json, --csv or --markdown, --top, --element, --witness.
   */
  report(words: readonly string[]): string {
    this.#give(encoded(words));
    return this.#answer(this.#wasm.report());
  }

  /** The largest logits of the kept trace, without what looks at the whole row: a TraceWindow. */
  window(top: number): string {
    return this.#answer(this.#wasm.window(top));
  }

  /** What each run of the kept trace came to, a line each: "largest error 0.319 ulp, at element 1". */
  verdicts(): string {
    return this.#answer(this.#wasm.verdicts());
  }

  /** What `workbook trace` prints for words that have --compare among them. */
  compare(words: readonly string[]): string {
    this.#give(encoded(words));
    return this.#answer(this.#wasm.compare());
  }

  /** The greedy token, the entropy, what the cuts keep, and a token by chance: a DecodeReport. */
  decode({ run = 0, topK = NaN, topP = NaN, minP = NaN, seed = 0, counter = 0 }: Decoding): string {
    return this.#answer(this.#wasm.decode(run, topK, topP, minP, seed, counter));
  }

  /** What a format holds, and where e^x leaves it: a FormatReport. */
  format(name: string): string {
    this.#give(encoder.encode(name));
    return this.#answer(this.#wasm.format());
  }

  /**
   * What a number is that somebody typed: "right", "wrong", "unreadable", or the number, from 0, of
   * the slip that it shows. The words are what was typed, the right number, how many digits are
   * asked for, and the numbers of the known slips.
   */
  judge(words: readonly string[]): string {
    this.#give(encoded(words));
    return this.#answer(this.#wasm.judge());
  }

  /** Keeps a file's bytes for words such as --file NAME --row 3, and --compare NAME. */
  keepFile(name: string, bytes: Uint8Array): void {
    const start = encoder.encode(name);
    this.#give(start, bytes);
    this.#answer(this.#wasm.keep_file(start.length));
  }

  forgetFile(name: string): void {
    this.#give(encoder.encode(name));
    this.#wasm.forget_file();
  }

  /** Writes what the next call is given. The memory may have grown, so it is looked up anew. */
  #give(...parts: readonly Uint8Array[]): void {
    const length = parts.reduce((sum, part) => sum + part.length, 0);
    let at = this.#wasm.room(length);
    if (at === 0) throw new EngineError(`no memory for ${length} bytes`, 3);
    for (const part of parts) {
      new Uint8Array(this.#wasm.memory.buffer, at, part.length).set(part);
      at += part.length;
    }
  }

  #answer(code: number): string {
    const { memory, text, text_length } = this.#wasm;
    const answer = decoder.decode(new Uint8Array(memory.buffer, text(), text_length()));
    if (code !== 0) throw new EngineError(answer, code);
    return answer;
  }
}

/** A word ends in a null character, as those of a program do, and so has none in it. */
function encoded(words: readonly string[]): Uint8Array {
  if (words.some((word) => word.includes("\0"))) throw new EngineError("a null character is part of no number or name", 2);
  return encoder.encode(words.map((word) => word + "\0").join(""));
}

/** The engine of a compiled engine.wasm. (Not at once: a page may wait for no instance of that size.) */
export async function engineOf(module: WebAssembly.Module): Promise<Engine> {
  return new Engine(await WebAssembly.instantiate(module, withoutSystem(module)));
}

/**
 * The C library wants a system: streams, an environment. Here is none, and every call of it is
 * answered by the error ENOSYS. (The engine itself makes none.)
 */
function withoutSystem(module: WebAssembly.Module): WebAssembly.Imports {
  const noSuchCall = 52;
  const imports: Record<string, Record<string, () => number>> = {};
  for (const wanted of WebAssembly.Module.imports(module)) {
    (imports[wanted.module] ??= {})[wanted.name] = () => noSuchCall;
  }
  return imports;
}
