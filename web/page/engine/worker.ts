/**
 * The engine beside the page, so that a long row stops nobody's hand. Its first message is the
 * compiled engine.wasm; every other is a list of calls.
 */
import { Host } from "./host.ts";
import type { Order, Replied } from "./messages.ts";

/** A worker sees its page as the page sees a worker. */
const page = self as unknown as Worker;

let host: Host;

page.addEventListener("message", ({ data }: MessageEvent<Order>) => {
  if ("module" in data) {
    host = new Host(data.module);
    return;
  }
  const { id, calls } = data;
  void host.reply(calls).then((reply) => page.postMessage({ id, reply } satisfies Replied));
});
