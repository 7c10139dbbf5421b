// The picture of a row by hand comes in the frame that its move began, whatever else is still asked; of
// more moves than frames the last is drawn; and the page practises while nobody moves anything.
import assert from "node:assert/strict";
import { test } from "node:test";
import { addressed, becomes, inspect, inspectAnew, pictureOf, settled } from "./inspect_page.mjs";

/**
 * Moves the temperature's slider in frames that follow each other, in each to all of its values. Returns:
 * how many pictures each of the frames has before it is laid out.
 */
function moveInFrames(page, frames) {
  return page.evaluate(async (frames) => {
    const slider = document.querySelector(".temperature input[type=range]");
    const mark = performance.mark.bind(performance);
    const pictures = [];
    performance.mark = (...given) => {
      ++pictures[pictures.length - 1];
      return mark(...given);
    };
    // What is asked for at once is called in one frame: no task comes between, only what promises lead to.
    for (const values of frames) {
      requestAnimationFrame(() => pictures.push(0));
      for (const value of values) {
        requestAnimationFrame(() => {
          slider.value = value;
          slider.dispatchEvent(new Event("input"));
        });
      }
      await new Promise(requestAnimationFrame);
    }
    performance.mark = mark;
    return pictures;
  }, frames);
}

test("a row by hand is drawn before the frame of its move is laid out, move after move", async () => {
  const { page, close } = await inspect("z=3,2,1,0&T=2");
  assert.deepEqual(await moveInFrames(page, [["0"], ["10"], ["20"], ["30"]]), [1, 1, 1, 1]);
  await close();
});

test("a frame has one picture, and of more moves the last is drawn in the next", async () => {
  const { page, close } = await inspect("z=3,2,1,0&T=2");
  assert.deepEqual(await moveInFrames(page, [["1", "2", "3", "50"]]), [1]);
  await settled(page);
  const last = await pictureOf(page);
  await addressed(page, { z: "3,2,1,0", T: "1.78" }); // 10^(50/200)
  await page.reload();
  await settled(page);
  assert.equal(await pictureOf(page), last);
  await close();
});

test("a comparison that is still searched holds up no picture", async () => {
  const { page, close } = await inspectAnew("z=3,2,1,0");
  await page.addInitScript(() => {
    const send = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (order, ...more) {
      if (order.calls?.some(([method]) => method === "compare")) globalThis.searching = true; // and for ever
      else send.call(this, order, ...more);
    };
  });
  await page.reload();
  await settled(page);
  await page.evaluate(() => { location.hash += "&compare=0.6,0.2,0.1,0.1"; });
  await becomes(() => page.evaluate(() => globalThis.searching), true);
  assert.deepEqual(await moveInFrames(page, [["0"]]), [1]);
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
  await becomes(asked, 151);
  await page.getByRole("button", { name: "Add a logit" }).click();
  await settled(page);
  assert.equal(await asked(), 152);
  await close();
});
