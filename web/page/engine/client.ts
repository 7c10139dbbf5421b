/**
 * The engine as the page's parts have it: calls that are answered in their order, off the page's
 * own thread.
 *
 *     const [, report] = await engine.ask([["trace", words], ["report", ["--json"]]]);
 *
 * The calls of one `ask` are made together: no other's come between them.
 */
import { EngineError } from "../../engine/engine.ts";
import { moduleAsset, scriptAddress } from "../assets.ts";
import { trustedScript } from "../trusted.ts";
import type { Answer, Call, Order, Reply } from "./messages.ts";

export class EngineClient {
  /** How many traces were asked for: whose number this is, the engine keeps. */
  traces = 0;
  /** How often the engine lost all that it kept, files too. */
  restarts = 0;
  readonly #worker: Worker;
  readonly #waiting = new Map<number, (answers: readonly Answer[]) => void>();
  #last = 0;
  #trouble: Answer | undefined;

  /** Listens at once: a worker may fail before it is given the engine. */
  constructor(worker: Worker) {
    this.#worker = worker;
    worker.addEventListener("message", ({ data }: MessageEvent<Reply>) => this.#hear(data));
    worker.addEventListener("error", ({ message }) => this.#fail(message));
    worker.addEventListener("messageerror", () => this.#fail("its message cannot be read"));
  }

  /** Gives it the engine, which all that is asked waits for. */
  run(module: WebAssembly.Module): void {
    this.#send({ module });
  }

  /** The texts of the answers. Throws: EngineError, of the first call that fails. */
  async ask(calls: readonly Call[]): Promise<string[]> {
    return (await this.attempt(calls)).map((answer) => {
      if ("error" in answer) throw new EngineError(answer.error, answer.code);
      return answer.text;
    });
  }

  /** The answers up to the first that is an error, which is the last of them. A file's bytes are given away. */
  attempt(calls: readonly Call[]): Promise<readonly Answer[]> {
    if (this.#trouble) return Promise.resolve([this.#trouble]);
    const id = ++this.#last;
    this.traces += calls.filter(([method]) => method === "trace").length;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      this.#send({ id, calls }, calls.flatMap((call) => (call[0] === "keepFile" ? [call[2].buffer] : [])));
    });
  }

  #hear({ id, answers, restarted }: Reply): void {
    if (restarted) ++this.restarts;
    this.#waiting.get(id)?.(answers);
    this.#waiting.delete(id);
  }

  /** A worker that has failed answers nobody any more. */
  #fail(why: string): void {
    this.#trouble = { error: notHere(why), code: 3 };
    for (const tell of this.#waiting.values()) tell([this.#trouble]);
    this.#waiting.clear();
  }

  #send(order: Order, moved: Transferable[] = []): void {
    this.#worker.postMessage(order, moved);
  }
}

/** At once where it can be: it starts while the page is built. */
async function startWorker(): Promise<Worker> {
  const address = scriptAddress("worker.js");
  return new Worker(trustedScript(typeof address === "string" ? address : await address));
}

function notHere(why: string): string {
  const hint = "load the page again, in a browser of this year or the last";
  return `the engine does not run here (${why || "no reason was given"}): ${hint}`;
}

/** Throws: an Error of one line, if a part of the page cannot be loaded, or not run. */
export async function startEngine(): Promise<EngineClient> {
  const started = startWorker().then((worker) => new EngineClient(worker));
  try {
    const [engine, module] = await Promise.all([started, moduleAsset("engine.wasm")]);
    engine.run(module);
    return engine;
  } catch (error) {
    throw new Error(notHere(error instanceof Error ? error.message : String(error)));
  }
}
