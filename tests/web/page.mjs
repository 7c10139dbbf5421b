// page.mjs ENGINE.JS ENGINE.WASM: reads calls of the engine, writes their answers (see page.py).
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [script, wasm] = process.argv.slice(2);
const { EngineError, engineOf } = await import(pathToFileURL(script).href);
const engine = await engineOf(new WebAssembly.Module(readFileSync(wasm)));

function answer([method, ...given]) {
  if (method === "keepFile") given[1] = Buffer.from(given[1], "base64");
  try {
    return { text: engine[method](...given) ?? "" };
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    return { error: error.message, code: error.code };
  }
}

const answers = JSON.parse(readFileSync(0, "utf8")).map((call) => {
  const start = performance.now();
  return { ...answer(call), ms: performance.now() - start };
});
process.stdout.write(JSON.stringify(answers));
