// The picture of a row by hand comes in the frame that its move began; of more moves than frames the
// last is drawn; and the page practises what it draws while nobody moves anything.
import assert from "node:assert/strict";
import { test } from "node:test";
import { becomes, inspect, inspectAnew, pictureOf, settled } from "./inspect_page.mjs";

const mark = "softmax-workbook/picture";

test("a row by hand is drawn before the frame of its move is over", async () => {
  const { page, close } = await inspect("z=3,2,1,0&T=2");
  const drawn = await page.evaluate((mark) => new Promise((done) => {
    requestAnimationFrame(() => {
      performance.clearMarks(mark);
      const slider = document.querySelector(".temperature input[type=range]");
      slider.value = "0";
      slider.dispatchEvent(new Event("input"));
      const after = new MessageChannel();
      after.port1.onmessage = () => done(performance.getEntriesByName(mark).length);
      after.port2.postMessage(0);
    });
  }), mark);
  assert.equal(drawn, 1);
  await close();
});

test("of many moves in a frame the last is drawn, and no frame has two pictures", async () => {
  const { page, close } = await inspect("z=3,2,1,0&T=2");
  const { pictures, frames } = await page.evaluate(async () => {
    let [pictures, frames] = [0, 0];
    const watch = new PerformanceObserver((list) => { pictures += list.getEntries().length; });
    watch.observe({ type: "mark" });
    const count = () => {
      ++frames;
      requestAnimationFrame(count);
    };
    requestAnimationFrame(count);
    const slider = document.querySelector(".temperature input[type=range]");
    const task = new MessageChannel();
    for (let move = 1; move <= 50; ++move) {
      slider.value = String(move);
      slider.dispatchEvent(new Event("input"));
      await new Promise((done) => {
        task.port1.onmessage = done;
        task.port2.postMessage(0);
      });
    }
    await new Promise((done) => setTimeout(done, 500));
    watch.disconnect();
    return { pictures, frames };
  });
  assert.ok(pictures >= 2 && pictures < 50, `${pictures} pictures`);
  assert.ok(pictures <= frames + 1, `${pictures} pictures in ${frames} frames`);
  await settled(page);
  const last = await pictureOf(page);
  await page.reload();
  await settled(page);
  assert.equal(await pictureOf(page), last);
  await close();
});

test("what is shown is practised once, and then only moves are answered", async () => {
  const { page, close } = await inspectAnew("z=3,2,1,0");
  await page.addInitScript(() => {
    const { instantiate } = WebAssembly;
    globalThis.windows = 0;
    WebAssembly.instantiate = async (...given) => {
      const { exports } = await instantiate.apply(WebAssembly, given);
      const window = (top) => {
        ++globalThis.windows;
        return exports.window(top);
      };
      return { exports: { ...exports, window } };
    };
  });
  await page.reload();
  await settled(page);
  const asked = () => page.evaluate(() => globalThis.windows);
  await becomes(asked, 31);
  await page.getByRole("button", { name: "Add a logit" }).click();
  await settled(page);
  assert.equal(await asked(), 32);
  await close();
});
