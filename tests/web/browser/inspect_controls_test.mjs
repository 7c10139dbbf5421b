// Every control of the inspector, by the mouse and by the keyboard alone: it changes the picture and
// the address, and the address brings the same picture back. A control that no test touches fails.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { expected } from "../presets_expected.mjs";
import {
  addressed, becomes, control, controlNames, follow, heldBy, hashOf, inspect, inspectAnew, pictureOf, settled, source, unfold,
} from "./inspect_page.mjs";

/** Logits whose stages, and whose command, are wider than a phone. */
const long = "z=1000.123456,999.123456,998.123456&stage=3";

// --- how a control is touched: by the mouse, and by keys when it has the focus ---

/** A button, or what acts like one. `wanted` is the address's query after it. */
function pressed(name, wanted, more = {}) {
  return { name, wanted, mouse: (it) => it.click(), keys: (it, keyboard) => keyboard.press("Enter"), ...more };
}

function typed(name, text, wanted, more = {}) {
  return {
    name,
    wanted,
    mouse: async (it, { keyboard }) => {
      await it.click({ clickCount: 3 });
      await keyboard.type(text);
    },
    keys: async (it, keyboard) => {
      await keyboard.press("Control+A");
      await keyboard.type(text);
    },
    ...more,
  };
}

/** By keys: the first letters of its text. */
function chosen(name, value, letters, wanted, more = {}) {
  const keys = (it, keyboard) => keyboard.type(letters);
  return { name, wanted, mouse: (it) => it.selectOption(value), keys, ...more };
}

const toEnd = (it, keyboard) => keyboard.press("End");

/** By the mouse to its end; by keys one step, which comes to `stepped`. */
function slid(name, wanted, stepped) {
  const mouse = async (it, page) => {
    await it.scrollIntoViewIfNeeded();
    const { x, y, width, height } = await it.boundingBox();
    await page.mouse.click(x + width - 2, y + height / 2);
  };
  return { name, wanted, stepped, mouse, keys: (it, keyboard) => keyboard.press("ArrowRight") };
}

/** What changes neither address nor picture: `seen` becomes `then`. */
function still(one, seen, then) {
  return { ...one, seen, then };
}

function folded(name) {
  return still(pressed(name), (it) => it.evaluate((summary) => summary.parentElement.open), false);
}

/** On a phone, what is wide scrolls by itself; where there is room, it is no control. */
function scrolled(name) {
  const mouse = async (it, page) => {
    await it.hover();
    await page.mouse.wheel(60, 0);
  };
  const one = { name, mouse, keys: (it, keyboard) => keyboard.press("ArrowRight"), width: 360, from: long };
  return still(one, (it) => it.evaluate((box) => box.scrollLeft > 0), true);
}

const text = { name: "row.txt", mimeType: "text/plain", buffer: Buffer.from("3\n2\n1\n") };
const rows = { name: "rows.json", mimeType: "application/json", buffer: Buffer.from("[[1, 2], [3, 4]]") };

async function chooseByKeys(it, keyboard) {
  const chooser = it.page().waitForEvent("filechooser");
  await keyboard.press("Enter");
  await (await chooser).setFiles(text);
}

async function giveRows(page) {
  await (await control(page, "a file of logits")).setInputFiles(rows);
  await addressed(page, { file: rows.name });
}

async function paste(page) {
  await (await control(page, "a row of logits to paste")).fill("[3, -inf;\n1e3]");
}

async function mask(page) {
  await (await control(page, "mask logit 0")).click();
  await addressed(page, { z: "-inf,1.0,0.1" });
}

// --- the cases. `before` is done first; no link holds what is `unlinked` ---

const standard = "T=1";
const scrolls = ["what comes out", "values of the stage", "values of the stage, beside"];
const synthetic = "synthetic_row_of_50257.txt";
const cases = [
  chosen("Example", "thousand", "1000 o", { z: "1000,999,998", stage: "1" }),
  slid("logit 0, slider", { z: "10,1.0,0.1" }, { z: "2.01,1.0,0.1" }),
  typed("logit 0", "3.5", { z: "3.5,1.0,0.1" }),
  pressed("mask logit 0", { z: "-inf,1.0,0.1" }),
  pressed("mask logit 0", { z: "5,1.0,0.1" }, { from: "z=5,1.0,0.1", before: mask }),
  pressed("remove logit 0", { z: "1.0,0.1" }),
  pressed("Add a logit", { z: "2.0,1.0,0.1,0" }),
  still({ ...chosen("sliders reach", "1000000"), keys: toEnd }, (it) => it.inputValue(), "1000000"),
  folded("Paste a row"),
  still(typed("a row of logits to paste", "3, 4"), (it) => it.inputValue(), "3, 4"),
  pressed("Take this row", { z: "3,-inf,1e3" }, { before: paste }),
  folded("A whole row, from a file"),
  { name: "a file of logits", wanted: { file: text.name }, unlinked: true, mouse: (it) => it.setInputFiles(text), keys: chooseByKeys },
  pressed("A synthetic row of 50,257", { file: synthetic }),
  typed("row of a two-dimensional file", "1", { file: rows.name, row: "1" }, { before: giveRows, unlinked: true }),
  pressed("Back to logits by hand", {}, { from: `file=${synthetic}` }),
  slid("temperature, logarithmic slider", { T: "100" }, { T: "1.01" }),
  typed("temperature T", "0.5", { T: "0.5" }),
  pressed("T = 1, the usual temperature", {}, { from: "T=7" }),
  chosen("Algorithm", "online", "onl", { a: "online,shifted" }),
  chosen("Beside it", "log_softmax", "log s", { a: "unshifted,log_softmax" }),
  chosen("Beside it", "none", "not", { a: "unshifted" }),
  chosen("Format", "bfloat16", "bf", { f: "bfloat16" }),
  chosen("Format", "own", "your", { f: "4,-3,4" }),
  typed("Format, your own: precision,emin,emax", "5,-6,8", { f: "5,-6,8" }, { from: "f=4,-3,4" }),
  folded("Sums, and where T comes in"),
  chosen("Order of the sum", "pairwise", "pair", { sum: "pairwise" }),
  chosen("Sums are taken in", "e4m3fn", "e4", { acc: "e4m3fn" }),
  typed("Sums are taken in, your own: precision,emin,emax", "6,-6,8", { acc: "6,-6,8" }, { from: "acc=4,-3,4" }),
  chosen("With T", "scale_first", "divide", { T: "3", order: "scale_first" }, { from: "T=3" }),
  folded("What theory promised, and which stage cost what"),
  ...[...scrolls, "command"].map(scrolled),
  pressed("read", {}, { from: "stage=2&at=1" }),
  ...["max", "subtract", "exponentiate", "sum", "divide"].map((name, at) => pressed(name, { stage: String(at + 1) })),
  pressed("◀ back", { stage: "2", at: "2" }, { from: "stage=3" }),
  pressed("forward ▶", { at: "1" }),
  typed("top-k: k", "2", { k: "2" }),
  typed("top-p: p", "0.9", { p: "0.9" }),
  typed("min-p", "0.3", { minp: "0.3" }),
  typed("seed", "7", { seed: "7" }),
  pressed("Draw the next", { draw: "1" }),
  pressed("From the first", {}, { from: "draw=3" }),
  typed("Probabilities that another program printed", "0.659,0.242,0.099", { compare: "0.659,0.242,0.099" }),
  still(pressed("Copy"), (it) => it.page().locator("[aria-label='in a terminal'] [role=status]").textContent(), "Copied."),
  still(pressed("Colours: system"), (it) => it.page().locator(".top button").textContent(), "Colours: light"),
];

// --- what is asserted of each ---

/** One page is acted on, and another is shown only the addresses. */
let acting, linked;
before(async () => {
  [acting, linked] = [await inspectAnew(), await inspectAnew()];
  acting.page.on("filechooser", () => undefined); // told of from now on, and not too late for the first key
});
after(async () => {
  await acting.close();
  await linked.close();
});

async function stateOf(page) {
  return { picture: await pictureOf(page), held: await heldBy(page) };
}

async function assertChanges({ from = standard, before, name, wanted }, act) {
  const { page } = acting;
  await follow(page, from);
  await unfold(page);
  await before?.(page);
  await settled(page);
  const picture = await pictureOf(page);
  await act(await control(page, name), page);
  await addressed(page, wanted);
  await settled(page);
  assert.notEqual(await pictureOf(page), picture);
}

/** What the other page shows at the address that was come to. */
async function assertLinked() {
  await follow(linked.page, hashOf(acting.page));
  assert.deepEqual(await stateOf(linked.page), await stateOf(acting.page));
}

/** What the browser tells of sizes after a frame is heard. */
function settledFrame(page) {
  return page.evaluate(() => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); }));
}

async function assertStill({ name, seen, then, from = standard, width = 1280 }, act) {
  const { page, close } = await inspectAnew(from, { width, permissions: ["clipboard-read", "clipboard-write"] });
  await unfold(page);
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight)); // far below nothing is laid out before
  await settledFrame(page);
  const it = await control(page, name);
  const before = [page.url(), await pictureOf(page)];
  assert.notEqual(await seen(it), then);
  await act(it, page);
  await becomes(() => seen(it), then);
  const said = await pictureOf(page);
  assert.deepEqual([page.url(), said.replace("Copied.", "")], before);
  await close();
}

const ways = {
  mouse: ({ mouse }) => mouse,
  keys: ({ keys }) => (it, page) => it.focus().then(() => keys(it, page.keyboard)),
};

/** The same address is linked to once. */
async function assertActs(one, way) {
  const act = ways[way](one);
  if (one.seen) return assertStill(one, act);
  const wanted = (way === "keys" && one.stepped) || one.wanted;
  await assertChanges({ ...one, wanted }, act);
  if (!one.unlinked && (way === "mouse" || one.stepped)) await assertLinked();
}

for (const one of cases) {
  for (const way of ["mouse", "keys"]) {
    test(`${one.name}, by ${way}: ${JSON.stringify(one.wanted ?? {})}`, () => assertActs(one, way));
  }
}

test("an address alone brings everything back", async () => {
  const query = "z=400,-inf,398&T=2&f=6,-6,8&a=online,log_softmax&sum=pairwise&acc=binary64&order=scale_first" +
    "&k=2&p=0.9&minp=0.01&seed=7&draw=3&compare=0.7,0,0.3&stage=2&at=1";
  const { page, close } = await inspect(query);
  const state = await stateOf(page);
  await page.reload();
  await settled(page);
  assert.deepEqual(await stateOf(page), state);
  await follow(linked.page, query);
  assert.deepEqual(await stateOf(linked.page), state);
  await close();
});

test("no picture keeps anything of the one before", async () => {
  const { page, close } = await inspect();
  for (const query of [
    "z=1000,999,998&stage=3&at=2",
    "z=-inf,-inf",
    "z=2,1",
    "z=1,2,3&a=log_sum_exp,log_softmax",
    "z=1,2&a=log_sum_exp",
    "z=1,2&a=unshifted&f=binary16",
    "z=0,0,0,0,0&a=online,division_free&stage=1",
    "z=88,89&f=e4m3fn&a=shifted,log_sum_exp",
    "file=synthetic_row_of_50257.txt",
    "z=3,1&a=shifted,unshifted",
  ]) {
    await follow(page, query);
    const fresh = await inspectAnew(query);
    assert.equal(await pictureOf(page), await pictureOf(fresh.page), query);
    await fresh.close();
  }
  await close();
});

test("there is no other control", async () => {
  const { page, close } = await inspect();
  await unfold(page);
  const names = (await controlNames(page)).map((name) => name.replace(/logit \d+/, "logit 0"));
  assert.deepEqual([...new Set([...names, ...scrolls])].sort(), [...new Set(cases.map(({ name }) => name))].sort());
  await close();
});

test("Tab leads to every control, in the order of the page", async () => {
  const { page, close } = await inspectAnew("T=2&stage=2&f=4,-3,4&acc=4,-3,4&z=1,2");
  await unfold(page);
  const open = (all) => all.filter((one) => one.checkVisibility() && !one.disabled).length;
  const count = await page.locator("button, input, select, textarea, summary, a, [tabindex='0']").evaluateAll(open);
  const places = [];
  for (let presses = 0; presses < count; ++presses) {
    await page.keyboard.press("Tab");
    places.push(await page.evaluate(() => [...document.querySelectorAll("*")].indexOf(document.activeElement)));
  }
  assert.deepEqual(places, [...new Set(places)].sort((a, b) => a - b));
  await close();
});

test("on a phone Tab comes to every box that scrolls", async () => {
  const { page, close } = await inspectAnew(long, { width: 360 });
  const come = new Set();
  for (let presses = 0; presses < 200 && !come.has("command"); ++presses) {
    await page.keyboard.press("Tab");
    await settledFrame(page);
    const name = await page.evaluate(() => document.activeElement.matches(".wide") && document.activeElement.ariaLabel);
    if (name) come.add(name);
  }
  assert.deepEqual([...come].sort(), [...scrolls, "command"].sort());
  await close();
});

test("the hand that removed a logit stays at the logits", async () => {
  const { page, close } = await inspect("z=1,2,3");
  await (await control(page, "remove logit 2")).press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.ariaLabel), "logit 1");
  await close();
});

// --- presets ---

const [{ presets }, { queryOf, settingsOf }, { standard: usual }, { addressOf, hashOf: linkTo }] = await Promise.all(
  ["presets/presets.ts", "address.ts", "settings.ts", "../router.ts"].map(source),
);

async function choose(page, { id, settings }) {
  await (await control(page, "Example")).selectOption(id);
  await addressed(page, Object.fromEntries(queryOf({ ...usual, ...settings })));
  await settled(page);
}

async function assertTold(page, { id, look }) {
  const { error = "" } = expected[id];
  assert.ok((await page.locator(".look").textContent()).startsWith(look), id);
  const line = await page.locator(".status").textContent();
  assert.ok(error ? line.includes(error) : line === "", `${id}: ${line}`);
}

test("each preset opens", async () => {
  for (const preset of presets) {
    await choose(acting.page, preset);
    await assertTold(acting.page, preset);
  }
});

test("the link of each preset is its settings", () => {
  for (const { id, settings } of presets) {
    const wanted = { ...usual, ...settings };
    const link = linkTo({ path: ["inspect"], query: queryOf(wanted) });
    assert.deepEqual(settingsOf(addressOf(link).query), { settings: wanted, complaints: [] }, id);
  }
});
