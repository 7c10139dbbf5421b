/**
 * An engine, and lists of calls for it: made one after the other, up to the first that fails. One that
 * broke down is begun anew.
 */
import { type Engine, EngineError, engineOf } from "../../engine/engine.ts";
import type { Answer, Call, Reply } from "./messages.ts";

export class Host {
  readonly #module: WebAssembly.Module;
  #engine: Promise<Engine>;
  #last: Promise<unknown> = Promise.resolve();
  #restarts = 0;

  constructor(module: WebAssembly.Module) {
    this.#module = module;
    this.#engine = engineOf(module);
  }

  /** In the order of the calls: none of another list's comes between them. Never rejects. */
  reply(calls: readonly Call[]): Promise<Reply> {
    const reply = this.#last.then(() => this.#make(calls));
    this.#last = reply;
    return reply;
  }

  /** By the engine that there is now: the list before may have broken the last one. */
  async #make(calls: readonly Call[]): Promise<Reply> {
    const answers: Answer[] = [];
    try {
      const engine = await this.#engine;
      for (const call of calls) {
        const answer = this.#answer(engine, call);
        answers.push(answer);
        if ("error" in answer) break;
      }
    } catch (error) {
      answers.push({ error: notHere(String(error)), code: 3 });
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

/** The line that tells why there is no engine. */
export function notHere(why: string): string {
  const hint = "load the page again, in a browser of this year or the last";
  return `the engine does not run here (${why || "no reason was given"}): ${hint}`;
}
