// What the tests of the lessons share: a browser on the built page, and a lesson's own files.
//
//     node tests/web/browser/lesson_test.mjs build/web [PROGRAM]
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { extname, join, resolve } from "node:path";
import { after } from "node:test";

const need = createRequire(new URL("../../../web/package.json", import.meta.url));
const { chromium } = need("playwright-core");
const [built, programPath] = process.argv.slice(2);

export const site = join(resolve(built), "site");
/** A built workbook, if there is one. */
export const program = programPath && resolve(programPath);
export const axe = readFileSync(need.resolve("axe-core/axe.min.js"), "utf8");

export const index = JSON.parse(readFileSync(join(site, "lessons", "index.json"), "utf8"));
export const lessonOf = (number) => JSON.parse(readFileSync(join(site, "lessons", `${number}.json`), "utf8"));

const types = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml" };

function answer({ url }, reply) {
  const { pathname } = new URL(url, "http://localhost");
  const file = join(site, pathname === "/" ? "index.html" : pathname);
  if (!existsSync(file)) return reply.writeHead(404).end();
  return reply
    .writeHead(200, { "content-type": types[extname(file)] ?? "application/octet-stream" })
    .end(readFileSync(file));
}

const server = createServer(answer);
await new Promise((done) => server.listen(0, "127.0.0.1", done));
const host = `http://127.0.0.1:${server.address().port}/`;

const flags = ["no-sandbox", "disable-gpu", "disable-quic", "no-first-run", "disable-background-networking"]
  .concat("disable-component-update", "disable-sync")
  .map((flag) => `--${flag}`);
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: flags });
after(async () => {
  await browser.close();
  server.close();
});

/** What is wrong on a page: errors of its console and scripts, and requests to any other host. */
function watch(page) {
  const wrong = [];
  page.on("console", (message) => message.type() === "error" && wrong.push(message.text()));
  page.on("pageerror", (error) => wrong.push(String(error)));
  page.on("request", (request) => {
    if (!request.url().startsWith(host) && !request.url().startsWith("blob:")) wrong.push(request.url());
  });
  return wrong;
}

/** Does: calls `test` with a page at the address and its context; asserts that nothing went wrong. */
export async function visit(address, test, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const wrong = watch(page);
  await page.goto(host + address);
  try {
    await test(page, context);
    assert.deepEqual(wrong, []);
  } finally {
    await context.close();
  }
}

export const key = "softmax-workbook/progress";
export const kept = async (page) =>
  JSON.parse(await page.evaluate((name) => localStorage.getItem(name), key));

/** Does: opens the list of lessons anew, with that progress in the browser. */
export async function begin(page, progress) {
  await page.locator(".lessons > li").first().waitFor(); // it has looked at what there was
  const text = typeof progress === "string" ? progress : JSON.stringify(progress);
  await page.evaluate(([name, value]) => localStorage.setItem(name, value), [key, text]);
  await page.reload();
}

export const nothingDone = { schema: "softmax-workbook/progress/1", latest: "", lessons: {}, answers: {} };

/** The right answer to a question, as it is given. */
export function rightAnswer({ options, number }) {
  return number ? number.value : String(options.findIndex(({ right }) => right) + 1);
}

export const form = (page, text) => page.locator("form.question").filter({ hasText: text });
