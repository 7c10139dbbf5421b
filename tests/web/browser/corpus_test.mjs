// The corpus of 300 traces (tests/corpus), made by the page's engine and read off the page as a
// browser shows it, has the SHA-256 that is committed for the program. One digit of either changed
// is seen, by the same comparison.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { open, root } from "./browser.mjs";

const folder = join(root, "tests", "corpus");
const lines = readFileSync(join(folder, "settings.txt"), "utf8").trimEnd().split("\n");
const settings = lines.filter((line) => !line.startsWith("#"));
const [committed] = readFileSync(join(folder, "corpus.sha256"), "utf8").split("\n");

function sha256(text) {
  return createHash("sha256").update(text).digest("hex");
}

/** As corpus.py has them: the hash of a line and what it prints, and that of all lines' hashes. */
function hashOfLine(text, at) {
  return sha256(`${settings[at]}\n${text}`);
}
function hashOfAll(hashes) {
  return sha256(hashes.map((hash) => `${hash}\n`).join(""));
}

/** Throws unless the texts, one for each line of settings.txt, have that hash. */
function assertCorpus(texts, hash) {
  assert.equal(texts.length, 300);
  assert.equal(hashOfAll(texts.map(hashOfLine)), hash);
}

const isSeen = { name: "AssertionError" };

/** In the page: goes to the address, as a reader follows a link, and waits for what it shows. */
async function follow(address) {
  const screen = document.querySelector("pre");
  const ready = new Promise((resolve) => {
    const watch = new MutationObserver(() => {
      if (screen.getAttribute("aria-busy") !== "false") return;
      watch.disconnect();
      resolve();
    });
    watch.observe(screen, { attributeFilter: ["aria-busy"] });
  });
  location.hash = address;
  await ready;
}

/** In the page: another digit in place of the last one. */
function spoil() {
  const screen = document.querySelector("pre");
  screen.textContent = screen.textContent.replace(/\d(?=\D*$)/, (digit) => (Number(digit) + 1) % 10);
}

const addresses = settings.map((words) => `#/text?${new URLSearchParams({ words })}`);
const texts = [];
let visit;
const shown = () => visit.page.locator("pre").textContent();

before(async () => {
  visit = await open({ at: "#/text" });
  await visit.page.locator("pre[aria-busy=false]").waitFor();
  for (const address of addresses) {
    await visit.page.evaluate(follow, address);
    texts.push(await shown());
  }
});
after(() => visit.close());

test("the page shows the bytes of the program", () => {
  console.log("corpus", hashOfAll(texts.map(hashOfLine)));
  assertCorpus(texts, committed);
});

test("another digit on the page is seen", async () => {
  for (const at of [0, 150, 299]) {
    const withShown = async () => [...texts.slice(0, at), await shown(), ...texts.slice(at + 1)];
    await visit.page.evaluate(follow, addresses[at]);
    assertCorpus(await withShown(), committed);
    await visit.page.evaluate(spoil);
    const spoilt = await withShown();
    assert.throws(() => assertCorpus(spoilt, committed), isSeen);
  }
});

test("another digit of the committed hash is seen", () => {
  for (let at = 0; at < committed.length; ++at) {
    const digit = (parseInt(committed[at], 16) ^ 1).toString(16);
    const other = committed.slice(0, at) + digit + committed.slice(at + 1);
    assert.throws(() => assertCorpus(texts, other), isSeen);
  }
});
