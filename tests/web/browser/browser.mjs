// What every test of the page in a browser needs:
//
//     const visit = await open({ at: "#/lessons", width: 360, colorScheme: "dark" });
//     await visit.page.getByRole("link", { name: "Inspector" }).click();
//     await visit.close();  // fails if the page was in trouble meanwhile, or asked another host
//
// Wait for elements by locators: page.waitForFunction evaluates strings, which the page refuses.
// A test is run with the folder of the built page, and a built program where it wants one:
// node NAME_test.mjs build/web build/dev/app/workbook. Where Chromium is not installed it says so,
// and exits with 4.
import assert from "node:assert/strict";
import { join } from "node:path";
import { after } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { built, launch, root, serve } from "./chromium.mjs";

export { built, root, serve };
const browser = await launch();
after(() => browser.close());

const shared = await serve();

/** The page as one file, which no host serves. */
export const oneFile = pathToFileURL(join(built, "inspector.html")).href;

/** What a page did that none may do: an error, a breach of its policy, a request to elsewhere. */
class Watch {
  requests = [];
  troubles = [];

  constructor(context) {
    context.on("request", (request) => this.requests.push(request.url()));
    context.on("weberror", (error) => this.troubles.push(String(error.error())));
    context.on("console", (message) => {
      if (message.type() === "error") this.troubles.push(message.text());
    });
  }

  /** `expected`: patterns of what a test brings about itself. */
  assertGood(home, expected) {
    const elsewhere = this.requests.filter((url) => !url.startsWith(home) && !url.startsWith("blob:"));
    const wrong = this.troubles.splice(0).filter((text) => !expected.some((pattern) => pattern.test(text)));
    assert.deepEqual({ elsewhere, wrong }, { elsewhere: [], wrong: [] });
  }
}

/**
 * A page in a context of its own: nothing is kept from the last one. `home` is the page's address,
 * and by itself that of a server which all tests of a file share; `search` and `at` follow it.
 * What else is given goes to the context as it is.
 */
export async function open({ home = shared.address, search = "", at = "#/inspect", ...options } = {}) {
  const { width = 1280, height = 800, ...more } = options;
  const context = await browser.newContext({ viewport: { width, height }, ...more });
  const watch = new Watch(context);
  const page = await context.newPage();
  await page.goto(home + search + at);
  async function close({ expected = [] } = {}) {
    await context.close();
    watch.assertGood(home, expected);
  }
  return { page, context, home, watch, close };
}

/** Waits until `look` gives what is wanted: what the page does a moment later. Fails with what it gave. */
export async function becomes(look, wanted) {
  const end = Date.now() + 20_000;
  for (;;) {
    const seen = await look();
    if (isDeepStrictEqual(seen, wanted)) return;
    if (Date.now() > end) assert.deepEqual(seen, wanted);
    await sleep(20);
  }
}
