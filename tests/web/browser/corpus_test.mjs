// The corpus of 300 traces (tests/corpus), made by the page's engine and read off the page as a
// browser shows it, has the SHA-256 that is committed for the program. One digit of either changed
// is seen.
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

/** Another digit in place of the last one. */
function spoilt(text) {
  return text.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10));
}

/** The text that the page shows for each address, one after the other, as a reader follows links. */
async function shownAt(addresses) {
  const screen = document.querySelector("pre");
  const shown = [];
  for (const address of addresses) {
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
    shown.push(screen.textContent);
  }
  return shown;
}

const addresses = settings.map((words) => `#/text?${new URLSearchParams({ words })}`);
let visit;
let texts;
let hashes;

before(async () => {
  visit = await open({ at: "#/text" });
  await visit.page.locator("pre[aria-busy=false]").waitFor();
  texts = await visit.page.evaluate(shownAt, addresses);
  hashes = texts.map(hashOfLine);
});
after(() => visit.close());

test("the page shows the bytes of the program", () => {
  assert.equal(settings.length, 300);
  assert.equal(texts.length, 300);
  console.log("corpus", hashOfAll(hashes));
  assert.equal(hashOfAll(hashes), committed);
});

/** The last trace's, read off the page once more. */
async function shownLast() {
  return hashOfAll([...hashes.slice(0, -1), hashOfLine(await visit.page.locator("pre").textContent(), 299)]);
}

test("another digit on the page is seen", async () => {
  assert.equal(await shownLast(), committed);
  const put = (text) => { document.querySelector("pre").textContent = text; };
  await visit.page.evaluate(put, spoilt(texts[299]));
  assert.notEqual(await shownLast(), committed);
});

test("another digit of any of the traces is seen", () => {
  for (const [at, text] of texts.entries()) {
    assert.notEqual(spoilt(text), text);
    const others = hashes.map((hash, place) => (place === at ? hashOfLine(spoilt(text), at) : hash));
    assert.notEqual(hashOfAll(others), committed);
  }
});

test("another digit of the committed hash is seen", () => {
  for (let at = 0; at < committed.length; ++at) {
    const digit = (parseInt(committed[at], 16) ^ 1).toString(16);
    assert.notEqual(hashOfAll(hashes), committed.slice(0, at) + digit + committed.slice(at + 1));
  }
});
