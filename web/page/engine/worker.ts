/**
 * The engine beside the page, so that a long row stops nobody's hand. Its first message is the
 * compiled engine.wasm; every other is a list of calls, which are made one after the other, up to
 * the first that fails.
 */
import { type Engine, EngineError, engineOf } from "../../engine/engine.ts";
import type { Answer, Call, Order, Reply } from "./messages.ts";

/** A worker sees its page as the page sees a worker. */
const page = self as unknown as Worker;

let module: WebAssembly.Module;
let engine: Engine;
let restarted = false;

function answer([method, ...given]: Call): Answer {
  try {
    const made = (engine[method] as (...words: unknown[]) => string | undefined)(...given);
    return { text: made ?? "" };
  } catch (error) {
    if (error instanceof EngineError) return { error: error.message, code: error.code };
    engine = engineOf(module); // what it stood in, nobody knows
    restarted = true;
    return { error: `the engine had to start anew: ${String(error)}`, code: 3 };
  }
}

function answers(calls: readonly Call[]): Answer[] {
  const made: Answer[] = [];
  for (const call of calls) {
    made.push(answer(call));
    if ("error" in made[made.length - 1]!) break;
  }
  return made;
}

page.addEventListener("message", ({ data }: MessageEvent<Order>) => {
  if ("module" in data) {
    ({ module } = data);
    engine = engineOf(module);
    return;
  }
  restarted = false;
  const made = answers(data.calls);
  page.postMessage({ id: data.id, answers: made, restarted } satisfies Reply);
});
