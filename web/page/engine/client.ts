/**
 * The engine as the page's parts have it: calls that are answered in their order.
 *
 *     const [, report] = await engine.ask([["trace", words], ["report", ["--json"]]]);
 *
 * The calls of one `ask` are made together: no other's come between them.
 */
import { EngineError } from "../../engine/engine.ts";
import { moduleAsset, scriptAddress } from "../assets.ts";
import { trustedScript } from "../trusted.ts";
import { Host, notHere } from "./host.ts";
import type { Call, Order, Reply, Replied } from "./messages.ts";

export class EngineClient {
  /** How many traces were asked for: whose number this is, the engine keeps. */
  traces = 0;
  /** How often the engine lost all that it kept, files too. */
  restarts = 0;
  readonly #make: (calls: readonly Call[]) => Promise<Reply>;

  constructor(make: (calls: readonly Call[]) => Promise<Reply>) {
    this.#make = make;
  }

  /** The texts of the answers. Throws: EngineError, of the first call that fails. Gives a file's bytes away. */
  async ask(calls: readonly Call[]): Promise<string[]> {
    this.traces += calls.filter(([method]) => method === "trace").length;
    const { answers, restarts } = await this.#make(calls);
    this.restarts = restarts;
    return answers.map((answer) => {
      if ("error" in answer) throw new EngineError(answer.error, answer.code);
      return answer.text;
    });
  }
}

/**
 * Two of the same engine, of which neither knows what the other keeps. Each starts when it is first
 * wanted, and rejects with an Error of one line where it cannot.
 */
export interface Engines {
  /** In the page itself: for a row by hand, whose picture is to come with the hand's next frame. */
  here(): Promise<EngineClient>;
  /** In a worker: for files, and for all that may take long. */
  beside(): Promise<EngineClient>;
}

interface Waiting {
  resolve(reply: Reply): void;
  reject(trouble: EngineError): void;
}

class Remote {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #last = 0;
  #trouble: EngineError | undefined;

  /** Listens at once: a worker may fail before it is given the engine. */
  constructor(worker: Worker) {
    this.#worker = worker;
    worker.addEventListener("message", ({ data }: MessageEvent<Replied>) => this.#hear(data));
    worker.addEventListener("error", ({ message }) => this.#fail(message));
    worker.addEventListener("messageerror", () => this.#fail("its message cannot be read"));
  }

  /** Gives it the engine, which all that is asked waits for. */
  run(module: WebAssembly.Module): void {
    this.#send({ module });
  }

  /** Rejects with an EngineError where the worker has failed: it answers nobody any more. */
  reply(calls: readonly Call[]): Promise<Reply> {
    if (this.#trouble) return Promise.reject(this.#trouble);
    const id = ++this.#last;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#send({ id, calls }, calls.flatMap((call) => (call[0] === "keepFile" ? [call[2].buffer] : [])));
    });
  }

  #hear({ id, reply }: Replied): void {
    this.#waiting.get(id)?.resolve(reply);
    this.#waiting.delete(id);
  }

  #fail(why: string): void {
    this.#trouble = new EngineError(notHere(why), 3);
    for (const { reject } of this.#waiting.values()) reject(this.#trouble);
    this.#waiting.clear();
  }

  #send(order: Order, moved: Transferable[] = []): void {
    this.#worker.postMessage(order, moved);
  }
}

function refused(error: unknown): never {
  throw new Error(notHere(error instanceof Error ? error.message : String(error)));
}

/** At once where it can be: it starts while the module comes. */
async function startWorker(): Promise<Remote> {
  const address = scriptAddress("worker.js");
  return new Remote(new Worker(trustedScript(typeof address === "string" ? address : await address)));
}

async function startBeside(module: Promise<WebAssembly.Module>): Promise<EngineClient> {
  const [remote, engine] = await Promise.all([startWorker(), module]);
  remote.run(engine);
  return new EngineClient((calls) => remote.reply(calls));
}

async function startHere(module: Promise<WebAssembly.Module>): Promise<EngineClient> {
  const host = new Host(await module);
  return new EngineClient((calls) => host.reply(calls));
}

export function startEngines(): Engines {
  const module = moduleAsset("engine.wasm");
  module.catch(() => undefined); // who wants an engine hears of it
  let here: Promise<EngineClient> | undefined;
  let beside: Promise<EngineClient> | undefined;
  return {
    here: () => (here ??= startHere(module).catch(refused)),
    beside: () => (beside ??= startBeside(module).catch(refused)),
  };
}
