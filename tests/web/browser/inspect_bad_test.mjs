// Bad input, by every field and by the address: one clear line, the last picture kept, and nothing of
// it ever run or made into HTML. (visit.close fails on any error of the console.)
import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { addressed, complaint, control, drawnOn, follow, inspect, inspectAnew, settled, unfold } from "./inspect_page.mjs";

/** What would run if it were taken for HTML. */
const hostile = '<img src=x onerror="document.title = 1"><script>document.title = 1</script>';

async function assertNothingRan(page) {
  assert.equal(await page.title(), "Inspector · Softmax Workbook");
  assert.equal(await page.locator("img, main script, main iframe, main style").count(), 0);
}

// --- fields ---

const token = "[aria-label='from probabilities to a token'] li";
const compared = "[aria-label=compare] .verdict";
const notNumbers = [["NaN", /NaN|nan/], ["inf", /inf/], ["two", /'two' is not a number/], [hostile, /img.* is not a number/],
  ["--help", /'--help' is not a number/], ["1e999999999", /inf|beyond 5000/], ["9".repeat(500), /inf/]];
const noFormats = ["NaN", "1", "two", hostile, "--help", "1,2,3,4", "9".repeat(500), "25,-126,127"].map((text) => [text, /format '/]);

/** Where its line stands, what is wrong in it, and which address it is there at. */
const fields = [
  ["logit 0", ".status", [...notNumbers, ["", /'' is not a number/]]],
  ["temperature T", ".status", [...notNumbers, ["", /temperature/], ["0", /above 0/], ["-1", /above 0/]]],
  ["Format, your own: precision,emin,emax", ".status", [...noFormats, ["", /format/]], "f=4,-3,4"],
  ["Sums are taken in, your own: precision,emin,emax", ".status", noFormats, "acc=4,-3,4"],
  ["top-k: k", token, [...notNumbers, ["0", /at least one/], ["1.5", /whole number/], ["-1", /whole number/]]],
  ["top-p: p", token, [...notNumbers, ["1.5", /from 0 to 1/], ["-1", /from 0 to 1/]]],
  ["min-p", token, [...notNumbers, ["1.5", /min-p is 1.5: it must be from 0 to 1/], ["-1", /min-p is -1/]]],
  ["seed", token, [...notNumbers, ["1.5", /whole number/], ["-1", /whole number/]]],
  ["Probabilities that another program printed", compared,
    [["two", /'two' is not a number/], [hostile, /'<img' is not a number/], ["--help", /'--help' is not a number/], ["0.5, two", /two/],
      ["1e999999999", /beyond 5000/], ["0.5 0.5", /3 logits/]]],
];

async function assertTold(page, name, place, [text, line]) {
  const before = await drawnOn(page);
  await (await control(page, name)).fill(text);
  await settled(page);
  assert.match(await page.locator(place).first().textContent(), line, text);
  if (place === ".status") assert.equal(await drawnOn(page), before);
  await assertNothingRan(page);
}

for (const [name, place, wrong, query] of fields) {
  test(`wrong in the field ${name}`, async () => {
    const { page, close } = await inspect(query);
    await unfold(page);
    for (const one of wrong) await assertTold(page, name, place, one);
    await close();
  });
}

const accumulator = "Sums are taken in, your own: precision,emin,emax";
test("a field stays while somebody empties it, and types another format", async () => {
  const { page, close } = await inspect("acc=4,-3,4");
  await unfold(page);
  const field = await control(page, accumulator);
  await field.fill("");
  await field.pressSequentially("binary64");
  assert.equal(await field.isVisible(), true);
  await addressed(page, { acc: "binary64" });
  await close();
});

for (const [text, line] of [["", /Nothing was pasted/], ["1 ".repeat(65), /65 logits are more than the 64/]]) {
  test(`${text.length} letters as a row to paste`, async () => {
    const { page, close } = await inspect();
    await unfold(page);
    const field = await control(page, "a row of logits to paste");
    await field.fill(text);
    await (await control(page, "Take this row")).click();
    assert.match(await field.evaluate((one) => one.validationMessage), line);
    await close();
  });
}

// --- addresses ---

const passedOver = /It was passed over\.$/;
const addresses = [
  [`z=${encodeURIComponent(hostile)}`, /^'<img src=x .* is not a number/],
  ["a=__proto__", passedOver],
  ["a=constructor,shifted", passedOver],
  ["a=shifted,online,unshifted", passedOver],
  ["a=", passedOver],
  ["sum=constructor", passedOver],
  ["order=toString", passedOver],
  ["z=%zz", /^'%zz' is not a number/],
  ["z=constructor", /^'constructor' is not a number/],
  ["z=--help", /^'--help' is not a number/],
  ["z=", /^'' is not a number/],
  ["z=1%002", /null character/],
  ["T=1%00--exp=libm", /null character/],
  ["T=--help", /^temperature '--help' is not a number/],
  [`z=${"1,".repeat(50_000)}`, /^z in the address: 100000 letters are more than .* It was passed over\.$/],
  [`z=${"1,".repeat(64)}1`, /^z in the address: 65 logits are more than .* It was passed over\.$/],
  [`T=${"1".repeat(100_000)}`, passedOver],
  ["f=../../x", /^unknown format '..\/..\/x'/],
  ["f=__proto__", /^unknown format '__proto__'/],
  ["acc=constructor", /^unknown format 'constructor'/],
  ["f=53,-1022,1023", /precision must be from 2 to 24/],
  ["stage=-1", passedOver],
  ["stage=999999999999999999999", passedOver],
  ["at=1e9", passedOver],
  ["draw=-1", passedOver],
  ["draw=9007199254740993", passedOver],
  [`file=${encodeURIComponent(hostile)}`, / is not here: a link cannot hold a file/],
  ["file=..%2F..%2Fetc%2Fpasswd", /^..\/..\/etc\/passwd is not here/],
  ["file=x&row=abc", /It was passed over/],
];

for (const [query, line] of addresses) {
  test(`the address ${query.slice(0, 60)}`, async () => {
    const { page, close } = await inspect("z=1000,999,998");
    const before = await drawnOn(page);
    await follow(page, query);
    assert.match(await complaint(page), line);
    if ((await page.locator(".status").textContent()) !== "") assert.equal(await drawnOn(page), before);
    await assertNothingRan(page);
    await page.reload();
    await settled(page);
    assert.match(await complaint(page), line);
    await assertNothingRan(page);
    await close();
  });
}

for (const query of ["stage=99999999999&at=99999999999", "draw=999999999999999", "file=", "nobody=1&__proto__=2&constructor=3"]) {
  test(`the address ${query} is answered`, async () => {
    const { page, close } = await inspect(query);
    assert.equal(await complaint(page), "");
    assert.match(await page.locator(token).first().textContent(), /^Greedy decoding takes token 0/);
    await close();
  });
}

const synthetic = "file=synthetic_row_of_50257.txt";

// A row by hand is traced in the page itself, a file's in the worker.
for (const [part, query] of [["engine.wasm", ""], ["engine.wasm", synthetic], ["worker.js", synthetic]]) {
  test(`${part} cannot be loaded, which ${query || "a row by hand"} wants`, async () => {
    const { page, close } = await inspectAnew(query, { serviceWorkers: "block" });
    await page.route(`**/${part}*`, (route) => route.abort());
    if (part === "worker.js") await page.route("**/engine.wasm*", (route) => sleep(1000).then(() => route.continue()));
    await page.reload();
    await page.locator(".status").filter({ hasText: /^the engine does not run here \(.+\): load the page again/ }).waitFor();
    await close({ expected: [/Failed to load resource/, /preload/] });
  });
}

test("without its worker the page still traces a row by hand, but compares nothing", async () => {
  const { page, close } = await inspectAnew("compare=0.5,0.3,0.2", { serviceWorkers: "block" });
  await page.route("**/worker.js*", (route) => route.abort());
  await page.reload();
  await settled(page);
  assert.equal(await complaint(page), "");
  assert.match(await page.locator(compared).textContent(), /^the engine does not run here/);
  await close({ expected: [/Failed to load resource/] });
});

test("a null character is no way to an option", async () => {
  const { page, close } = await inspect();
  await page.goto(page.url().replace(/#.*/, "#/text?words=1%00--help"));
  await page.locator("pre.error").filter({ hasText: "null character" }).waitFor();
  await close();
});
