/**
 * An engine, and lists of calls for it: made one after the other, up to the first that fails. One that
 * broke down is begun anew.
 */
import { type Engine, EngineError, engineOf } from "../../engine/engine.ts";
import type { Answer, Call, Reply } from "./messages.ts";

export class Host {
  readonly #module: WebAssembly.Module;
  #engine: Promise<Engine>;
  #restarts = 0;

  constructor(module: WebAssembly.Module) {
    this.#module = module;
    this.#engine = engineOf(module);
  }

  /** In the order of the calls: none of another list's comes between them. */
  async reply(calls: readonly Call[]): Promise<Reply> {
    const engine = await this.#engine;
    const answers: Answer[] = [];
    for (const call of calls) {
      const answer = this.#answer(engine, call);
      answers.push(answer);
      if ("error" in answer) break;
    }
    return { answers, restarts: this.#restarts };
  }

  #answer(engine: Engine, [method, ...given]: Call): Answer {
    try {
      const made = (engine[method] as (...words: unknown[]) => string | undefined)(...given);
      return { text: made ?? "" };
    } catch (error) {
      if (error instanceof EngineError) return { error: error.message, code: error.code };
      this.#engine = engineOf(this.#module); // what it stood in, nobody knows
      ++this.#restarts;
      return { error: `the engine had to start anew: ${String(error)}`, code: 3 };
    }
  }
}
