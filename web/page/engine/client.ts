/**
 * The engine as the page's parts have it: calls that are answered in their order, off the page's
 * own thread.
 *
 *     const [, report] = await engine.ask([["trace", words], ["report", ["--json"]]]);
 *
 * The calls of one `ask` are made together: no other's come between them.
 */
import { EngineError } from "../../engine/engine.ts";
import { asset, scriptAddress } from "../assets.ts";
import { trustedScript } from "../trusted.ts";
import type { Answer, Call, Order, Reply } from "./messages.ts";

export class EngineClient {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, (reply: Reply) => void>();
  #last = 0;

  constructor(worker: Worker, wasm: ArrayBuffer) {
    this.#worker = worker;
    worker.addEventListener("message", ({ data }: MessageEvent<Reply>) => {
      this.#waiting.get(data.id)?.(data);
      this.#waiting.delete(data.id);
    });
    this.#send({ wasm }, [wasm]);
  }

  /** The texts of the answers. Throws: EngineError, of the first call that fails. */
  async ask(calls: readonly Call[]): Promise<string[]> {
    return (await this.attempt(calls)).map((answer) => {
      if ("error" in answer) throw new EngineError(answer.error, answer.code);
      return answer.text;
    });
  }

  /** The answers up to the first that is an error, which is the last of them. */
  async attempt(calls: readonly Call[]): Promise<readonly Answer[]> {
    const id = ++this.#last;
    const reply = await new Promise<Reply>((resolve) => {
      this.#waiting.set(id, resolve);
      this.#send({ id, calls });
    });
    return reply.answers;
  }

  #send(order: Order, moved: Transferable[] = []): void {
    this.#worker.postMessage(order, moved);
  }
}

/** Throws: an Error of one line, if a part of the page cannot be loaded. */
export async function startEngine(): Promise<EngineClient> {
  const [script, wasm] = await Promise.all([scriptAddress("worker.js"), asset("engine.wasm")]);
  return new EngineClient(new Worker(trustedScript(script)), wasm);
}
