// The picture of a row by hand comes in the frame that its move began, whatever else is still asked; of
// more moves than frames the last is drawn; and the page practises while nobody moves anything.
import assert from "node:assert/strict";
import { test } from "node:test";
import { addressed, becomes, inspect, inspectAnew, pictureOf, settled } from "./inspect_page.mjs";

/** Moves the temperature's slider to each of the values within one frame. Returns: the pictures by its end. */
function moveInAFrame(page, values) {
  return page.evaluate((values) => new Promise((done) => {
    const slider = document.querySelector(".temperature input[type=range]");
    const mark = performance.mark.bind(performance);
    let pictures = 0;
    performance.mark = (...given) => {
      ++pictures;
      return mark(...given);
    };
    // All are called in one frame: of tasks none comes between, but what a move's promises lead to does.
    for (const value of values) {
      requestAnimationFrame(() => {
        slider.value = value;
        slider.dispatchEvent(new Event("input"));
      });
    }
    requestAnimationFrame(() => {
      performance.mark = mark;
      done(pictures);
    });
  }), values);
}

test("a row by hand is drawn before the frame of its move is laid out", async () => {
  const { page, close } = await inspect("z=3,2,1,0&T=2");
  assert.equal(await moveInAFrame(page, ["0"]), 1);
  await close();
});

test("a frame has one picture, and of more moves the last is drawn in the next", async () => {
  const { page, close } = await inspect("z=3,2,1,0&T=2");
  assert.equal(await moveInAFrame(page, ["1", "2", "3", "50"]), 1);
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
  assert.equal(await moveInAFrame(page, ["0"]), 1);
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
