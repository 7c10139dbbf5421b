// The page where there is no host: kept by its service worker, and as one file.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { built, oneFile, open, serve } from "./browser.mjs";

const trace = "#/text?words=2+1+0.1";
const lesson = "#/lesson/3";
const ofTheHost = [/ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_REFUSED/];

/** A trace is made, and a lesson is there. */
async function assertWorks(page, home) {
  await page.goto(`${home}${trace}`);
  await page.reload();
  await page.locator("pre[aria-busy=false]").waitFor();
  assert.match(await page.locator("pre").textContent(), /0\.6590011388/);
  await page.goto(`${home}${lesson}`);
  await page.getByRole("heading", { name: "Sum and divide" }).waitFor();
}

async function kept(page) {
  await page.evaluate(async () => { await navigator.serviceWorker.ready; });
}

/** A server of a copy of the site, which may be changed. */
async function serveCopy(test) {
  const folder = mkdtempSync(join(tmpdir(), "softmax-site-"));
  test.after(() => rmSync(folder, { recursive: true }));
  cpSync(join(built, "site"), folder, { recursive: true });
  return { folder, server: await serve(folder) };
}

test("without a host everything still works", async () => {
  const server = await serve();
  const { page, context, close } = await open({ home: server.address });
  await kept(page);
  await server.stop();
  await context.setOffline(true);
  await assertWorks(page, server.address);
  await page.goto(`${server.address}index.html?present${trace}`);
  await page.locator("pre[aria-busy=false]").waitFor();
  await close({ expected: ofTheHost });
});

test("the other files are none of the worker's", async () => {
  const server = await serve();
  const { page, close } = await open({ home: server.address });
  await kept(page);
  await page.reload();
  const codes = await page.evaluate(async (names) => {
    const answers = await Promise.all(names.map((name) => fetch(name)));
    return answers.map((answer) => answer.status);
  }, ["nothing.js", "page.js?build=another"]);
  assert.deepEqual(codes, [404, 200]);
  await server.stop();
  const failed = await page.evaluate(() => fetch("page.js").then(() => "", () => "failed"));
  assert.equal(failed, "failed");
  await close({ expected: [/404/, ...ofTheHost] });
});

const sha256 = (text) => createHash("sha256").update(text).digest("hex");

/** Does: changes files of the site, as the list of the worker has them. */
function change(folder, names, changed) {
  const worker = join(folder, "service_worker.js");
  for (const name of names) {
    const file = join(folder, name);
    const before = readFileSync(file, "utf8");
    writeFileSync(file, changed(before));
    for (const packed of ["br", "gz"]) rmSync(`${file}.${packed}`);
    const list = readFileSync(worker, "utf8");
    writeFileSync(worker, list.replace(sha256(before), sha256(changed(before))));
  }
}

/** The same site as another build would be: another name, and a page.js that tells it. */
function rebuild(folder) {
  const worker = readFileSync(join(folder, "service_worker.js"), "utf8");
  const [, name] = /name:"([0-9a-f]{16})"/.exec(worker);
  const other = name.replace(/^./, (digit) => (digit === "0" ? "1" : "0"));
  change(folder, ["page.js"], (text) => `${text}document.body.id = "${other}";\n`);
  change(folder, ["index.html", "service_worker.js"], (text) => text.replaceAll(name, other));
  return other;
}

/** In the page: what became of the newer worker: "installed", or "redundant" if a file is another. */
async function nextState() {
  const of = (target, event) =>
    new Promise((resolve) => target.addEventListener(event, resolve, { once: true }));
  const registration = await navigator.serviceWorker.ready;
  if (!registration.waiting && !registration.installing) await of(registration, "updatefound");
  const next = registration.waiting ?? registration.installing;
  while (next.state === "installing") await of(next, "statechange");
  return next.state;
}

test("a new build is there on the next load, whole", async (t) => {
  const { folder, server } = await serveCopy(t);
  const port = Number(new URL(server.address).port);
  const { page, watch, close } = await open({ home: server.address });
  await kept(page);
  await server.stop();
  const other = rebuild(folder);
  const again = await serve(folder, port);
  await page.goto("about:blank");
  watch.requests.length = 0;
  await page.goto(`${server.address}${trace}`);
  await page.locator("pre[aria-busy=false]").waitFor();
  const builds = new Set(watch.requests.flatMap((url) => /build=(\w+)/.exec(url)?.[1] ?? []));
  assert.deepEqual([...builds], [other]);
  assert.equal(await page.locator("body").getAttribute("id"), other, "page.js is of the new build");
  assert.equal(await page.evaluate(nextState), "installed");
  await again.stop();
  await close({ expected: ofTheHost });
});

test("as one file it asks nobody for anything", async () => {
  const { page, home, watch, close } = await open({ home: oneFile });
  await assertWorks(page, home);
  const others = watch.requests.filter((url) => url !== oneFile && !url.startsWith("blob:"));
  assert.deepEqual(others, []);
  await close();
});
