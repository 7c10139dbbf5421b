// Bad input, by every field and by the address: one clear line, the last picture kept, and nothing of
// it ever run or made into HTML. (visit.close fails on any error of the console.)
import assert from "node:assert/strict";
import { test } from "node:test";
import { becomes, complaint, control, drawnOn, inspect, settled, unfold } from "./inspect_page.mjs";

/** What would run if it were taken for HTML. */
const hostile = '<img src=x onerror="document.title = 1"><script>document.title = 1</script>';

async function assertNothingRan(page) {
  assert.equal(await page.title(), "Inspector · Softmax Workbook");
  assert.equal(await page.locator("img, main script, main iframe, main style").count(), 0);
}

// --- fields ---

const texts = ["NaN", "inf", "", "two", hostile, "--help", "1e999999999", "9".repeat(500)];
const fields = [
  ["logit 0", "", ".status"],
  ["temperature T", "", ".status"],
  ["Format, your own: precision,emin,emax", "f=4,-3,4", ".status"],
  ["Sums are taken in, your own: precision,emin,emax", "acc=4,-3,4", ".status"],
  ["top-k: k", "", "[aria-label='from probabilities to a token'] li"],
  ["top-p: p", "", "[aria-label='from probabilities to a token'] li"],
  ["min-p", "", "[aria-label='from probabilities to a token'] li"],
  ["seed", "", "[aria-label='from probabilities to a token'] li"],
  ["Probabilities that another program printed", "", "[aria-label=compare] .verdict"],
];

/** What a field may well hold: none is wrong input there. */
const fine = {
  "logit 0": ["1e999999999"],
  "temperature T": [],
  "Sums are taken in, your own: precision,emin,emax": [""],
  "top-k: k": [""],
  "top-p: p": [""],
  "min-p": [""],
  seed: [""],
  "Probabilities that another program printed": [""],
};

async function assertField(page, name, place, text) {
  const before = await drawnOn(page);
  await (await control(page, name)).fill(text);
  await settled(page);
  const line = await page.locator(place).first().textContent();
  if (fine[name]?.includes(text)) return;
  assert.ok(line.length > 10 && line.length < 900 && !/undefined|\[object|RangeError|TypeError/.test(line), `${text}: ${line}`);
  assert.match(line, place === ".status" ? /./ : /^No token: |./);
  if (place === ".status") assert.equal(await drawnOn(page), before);
  await assertNothingRan(page);
}

for (const [name, query, place] of fields) {
  test(`wrong in the field ${name}`, async () => {
    const { page, close } = await inspect(query);
    await unfold(page);
    for (const text of texts) await assertField(page, name, place, text);
    await close();
  });
}
