// host_test.mjs ENGINE.WASM: the engine behind the page's calls, where it breaks down and where it
// does not run at all. (A worker answers by it, and so does the page itself.)
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { beforeEach, test } from "node:test";
import { fileURLToPath } from "node:url";
import { runnerImport } from "../../web/node_modules/vite/dist/node/index.js";

const module = new WebAssembly.Module(readFileSync(process.argv[2]));
const source = fileURLToPath(new URL("../../web/page/engine/host.ts", import.meta.url));
const { Host } = (await runnerImport(source, { configFile: false, logLevel: "error" })).module;

const { instantiate } = WebAssembly;
beforeEach(() => { WebAssembly.instantiate = instantiate; });

/** The next engine breaks down when it is asked for a window. */
function breakDown() {
  WebAssembly.instantiate = async (...given) => {
    WebAssembly.instantiate = instantiate;
    const { exports } = await instantiate(...given);
    return { exports: { ...exports, window: () => { throw new WebAssembly.RuntimeError("unreachable"); } } };
  };
}

const trace = (...words) => ["trace", words];
const firstLogit = ({ answers }) => JSON.parse(answers.at(-1).text).logits[0];

test("lists are answered in their order, and none comes between the calls of another", async () => {
  const host = new Host(module);
  const replies = await Promise.all(["1", "2", "3"].map((logit) => host.reply([trace(logit, "0"), ["window", 1]])));
  assert.deepEqual(replies.map(firstLogit), ["1", "2", "3"]);
  assert.deepEqual(replies.map(({ restarts }) => restarts), [0, 0, 0]);
});

test("a list ends with the first of its calls that fails", async () => {
  const { answers } = await new Host(module).reply([trace("1"), trace("one"), ["window", 1]]);
  assert.equal(answers.length, 2);
  assert.match(answers[1].error, /one/);
  assert.equal(answers[1].code, 2);
});

test("an engine that broke down is begun anew, and answers the lists that waited", async () => {
  breakDown();
  const host = new Host(module);
  const lists = [1, 2].map((logit) => [trace(String(logit), "0"), ["window", 1]]);
  const [first, second] = await Promise.all(lists.map((list) => host.reply(list)));
  assert.deepEqual(first.answers.at(-1), { error: "the engine had to start anew: RuntimeError: unreachable", code: 3 });
  assert.equal(firstLogit(second), "2");
  assert.deepEqual([first.restarts, second.restarts], [1, 1]);
});

test("where no engine can be made, every list is told so", async () => {
  WebAssembly.instantiate = () => Promise.reject(new RangeError("out of memory"));
  const host = new Host(module);
  for (const { answers } of await Promise.all([host.reply([trace("1")]), host.reply([trace("2"), ["window", 1]])])) {
    assert.equal(answers.length, 1);
    assert.match(answers[0].error, /^the engine does not run here \(RangeError: out of memory\): load the page again/);
    assert.equal(answers[0].code, 3);
  }
});
