// The page asks its own host alone, runs no string as a script, and makes no HTML of one.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { oneFile, open, root } from "./browser.mjs";

const addresses = ["#/inspect", "#/inspect?z=1000,999,998", "#/lessons", "#/lesson/3", "#/text"];
const header = "content-security-policy";

for (const home of [undefined, oneFile]) {
  test(`a walk through ${home ? "the one file" : "the site"} asks no other host`, async () => {
    const { page, home: start, watch, close } = await open({ home });
    for (const at of addresses) {
      await page.goto(start + at);
      await page.locator("main h1").first().waitFor();
    }
    await page.goto(`${start}#/text`);
    await page.locator("pre[aria-busy=false]").waitFor();
    assert.ok(watch.requests.length > 0);
    await close();
  });
}

test("a request to another host is seen, and refused", async () => {
  const { page, close } = await open();
  const outcome = await page.evaluate(() => fetch("http://other.example/").then(() => "", () => "refused"));
  assert.equal(outcome, "refused");
  await assert.rejects(close(), /violates the following Content Security Policy/);
});

test("the policy is in a header and in the page", async () => {
  const { page, home, close } = await open();
  const answer = await page.request.get(home);
  const inPage = await page.locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content");
  assert.equal(answer.headers()[header], `${inPage}; frame-ancestors 'none'`);
  for (const rule of ["default-src 'none'", "style-src 'self'", "require-trusted-types-for 'script'"]) {
    assert.ok(inPage.split("; ").includes(rule), rule);
  }
  assert.doesNotMatch(inPage, /unsafe-inline|'unsafe-eval'|\*/);
  await close();
});

/** In the page, and in a later turn: what a debugger runs in its own turn may evaluate strings. */
async function attempts() {
  await new Promise((resolve) => { setTimeout(resolve); });
  const outcome = (attempt) => {
    try {
      return attempt() === "ran" ? "ran" : "refused";
    } catch {
      return "refused";
    }
  };
  const put = (tag, fill) => {
    const element = document.createElement(tag);
    fill(element);
    document.body.append(element);
    return element;
  };
  const tried = (element) => getComputedStyle(element).getPropertyValue("--tried");
  const text = (tag, source) => put(tag, (element) => { element.append(source); });
  return {
    eval: outcome(() => eval("'ran'")),
    function: outcome(() => new Function("return 'ran'")()),
    html: outcome(() => (put("p", (element) => { element.innerHTML = "<b>x</b>"; }), "ran")),
    script: outcome(() => (text("script", "document.title = 'ran'"), document.title)),
    handler: outcome(() => {
      document.title = "";
      put("p", (element) => element.setAttribute("onclick", "document.title = 'ran'")).click();
      return document.title;
    }),
    style: outcome(() => tried(text("style", "body { --tried: ran }").parentElement)),
    attribute: outcome(() => tried(put("p", (element) => element.setAttribute("style", "--tried: ran")))),
  };
}

for (const home of [undefined, oneFile]) {
  test(`${home ? "the one file" : "the site"} runs no string, and takes no style of one`, async () => {
    const { page, close } = await open({ home });
    const outcomes = await page.evaluate(attempts);
    assert.deepEqual(new Set(Object.values(outcomes)), new Set(["refused"]), JSON.stringify(outcomes));
    await close({ expected: [/Content Security Policy|requires 'Trusted/] });
  });
}

test("without its policy the page would run them all", async () => {
  const { page, close } = await open({ bypassCSP: true });
  const outcomes = await page.evaluate(attempts);
  assert.deepEqual(new Set(Object.values(outcomes)), new Set(["ran"]), JSON.stringify(outcomes));
  await close();
});

test("no source of the page makes HTML of a string", () => {
  const folder = join(root, "web", "page");
  const sources = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".ts"));
  const maker = /innerHTML|outerHTML|insertAdjacentHTML|DOMParser|createContextualFragment|document\.write/;
  assert.ok(sources.length > 10);
  assert.deepEqual(sources.filter((name) => maker.test(readFileSync(join(folder, name), "utf8"))), []);
  assert.match("element.innerHTML = text", maker);
});
