// How long the inspector lets a hand wait:  node bench/web_bench.mjs build/web [MOVES]
//
// A slider is moved MOVES (200) times, each time as a frame begins: that is when a browser hands a page the
// moves of a hand. A time is from the slider's event to the picture (which the page marks), and to the end
// of the frame in which the browser lays it out and paints it. The first move comes a second after the
// first picture.
// Beside them stand, of the same run, an empty round trip to the engine's worker, and the ratio of each
// median to that of it. The first picture is timed from where the browser begins to load, in a new
// context each time, so that nothing is kept from the last one; its window has a second before, since
// Chromium fills it with pages of its own.
import { setTimeout as sleep } from "node:timers/promises";
import { launch, serve } from "../tests/web/browser/chromium.mjs";

const moves = Number(process.argv[3] ?? 200);
const loads = 20;
const mark = "softmax-workbook/picture";
const sixteen = Array.from({ length: 16 }, (_, i) => ((i * 7) % 16) / 4).join(",");
const rows = { "16 logits": `z=${sixteen}`, "50,257 logits": "file=synthetic_row_of_50257.txt" };

// --- in the page ---

/** Moves the temperature's slider. Returns: the times to each picture, and to the end of its frame. */
async function slide([count, mark]) {
  const slider = document.querySelector(".temperature input[type=range]");
  const marked = () => new Promise((done) => {
    const watch = new PerformanceObserver((list) => {
      watch.disconnect();
      done(list.getEntries().at(-1).startTime);
    });
    watch.observe({ type: "mark" });
  });
  const frame = () => new Promise(requestAnimationFrame); // what awaits it goes on before the frame is laid out
  const task = new MessageChannel();
  const frameOver = () => new Promise((done) => {
    task.port1.onmessage = () => done(performance.now());
    task.port2.postMessage(0);
  });
  const times = { picture: [], frame: [] };
  for (let move = 0; move < count; ++move) {
    await frame();
    const picture = marked();
    slider.value = String((move % 100) - 50);
    const begin = performance.now();
    slider.dispatchEvent(new Event("input"));
    let over = await frameOver();
    const drawn = await picture;
    if (drawn > over) {
      await frame();
      over = await frameOver();
    }
    times.picture.push(drawn - begin);
    times.frame.push(over - begin);
    performance.clearMarks(mark);
  }
  return times;
}

/** Asks a worker of the same script for nothing. */
async function roundTrips(count) {
  const worker = new Worker("worker.js");
  worker.postMessage({ module: await WebAssembly.compileStreaming(fetch("engine.wasm")) });
  const ask = (id) => new Promise((done) => {
    worker.onmessage = done;
    worker.postMessage({ id, calls: [] });
  });
  await ask(0);
  const times = [];
  for (let id = 1; id <= count; ++id) {
    const begin = performance.now();
    await ask(id);
    times.push(performance.now() - begin);
  }
  worker.terminate();
  return times;
}

/** Since the navigation began. */
function firstPicture(mark) {
  return performance.getEntriesByName(mark)[0].startTime;
}

// --- around it ---

const [browser, server] = [await launch(), await serve()];

/** The page's policy lets no one else start a worker: roundTrips does. */
async function on(query, act) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, bypassCSP: true });
  const page = await context.newPage();
  await sleep(1000);
  await page.goto(`${server.address}#/inspect?${query}`);
  await page.locator(".picture[aria-busy=false]").waitFor();
  await sleep(1000);
  const result = await act(page);
  await context.close();
  return result;
}

function quantile(times, share) {
  return [...times].sort((a, b) => a - b)[Math.ceil(share * times.length) - 1];
}

let empty;
function print(name, times) {
  const [median, high] = [quantile(times, 0.5), quantile(times, 0.95)];
  empty ??= median;
  const cells = [median, high, Math.max(...times)].map((time) => time.toFixed(2).padStart(9));
  console.log(`${name.padEnd(34)}${cells.join("")}${(median / empty).toFixed(1).padStart(9)}`);
  return median;
}

console.log(`${"milliseconds".padEnd(34)}${["p50", "p95", "worst", "ratio"].map((word) => word.padStart(9)).join("")}`);
print("empty round trip to the worker", await on(rows["16 logits"], (page) => page.evaluate(roundTrips, moves)));
const medians = [];
for (const [name, query] of Object.entries(rows)) {
  const times = await on(query, (page) => page.evaluate(slide, [moves, mark]));
  medians.push(print(`${name}, to the picture`, times.picture));
  print(`${name}, to the end of its frame`, times.frame);
}
const firsts = [];
for (let load = 0; load < loads; ++load) firsts.push(await on("", (page) => page.evaluate(firstPicture, mark)));
print("load, to the first picture", firsts);
console.log(`50,257 logits to 16, to the picture: ${(medians[1] / medians[0]).toFixed(1)}`);
await browser.close();
await server.stop();
