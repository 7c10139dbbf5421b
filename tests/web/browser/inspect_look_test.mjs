// How the inspector looks on a phone, a tablet and a projector, in light and in dark: axe-core finds
// nothing to mend, and what it does not look for is measured here: SVG, bars, sizes, labels, focus.
import assert from "node:assert/strict";
import { test } from "node:test";
import { inflateSync } from "node:zlib";
import { becomes, inspect, inspectAnew, settled, unfold } from "./inspect_page.mjs";
import { contrast, findings, looksAt, overflow, widths } from "./look.mjs";

const many = Array.from({ length: 64 }, (_, i) => (((i * 37) % 64) / 8 - 4).toFixed(3));
const views = {
  "the worked example": "",
  "1000 overflows": "z=1000,999,998&stage=3",
  "64 logits": `z=${many}`,
  "a row of 50,257": "file=synthetic_row_of_50257.txt",
  "log-softmax beside log-sum-exp": "a=log_softmax,log_sum_exp&f=bfloat16&z=-1000,2,3",
  "all masked": "z=-inf,-inf&stage=5",
  "a comparison": "compare=0.659,0.242,0.099&k=2&T=0.5",
  "a refusal": "z=1000,nan&sum=nothing",
};
const schemes = ["light", "dark"];

// --- what is measured, in the page ---

/** Letters that are smaller than 12 pixels. */
function smallTexts() {
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const small = [];
  while (walk.nextNode()) {
    const { parentElement: around, textContent } = walk.currentNode;
    const size = parseFloat(getComputedStyle(around).fontSize);
    if (textContent.trim() !== "" && around.checkVisibility() && size < 12) small.push(`${size} ${textContent}`);
  }
  return small;
}

/** Of the drawing: what each mark and label is drawn with, and on. */
function drawing() {
  const behind = getComputedStyle(document.querySelector(".number-line").closest(".panel")).backgroundColor;
  const boxOf = (element) => {
    const { left, right, top, bottom, width, height } = element.getBoundingClientRect();
    return { left, right, top, bottom, width, height };
  };
  const zones = [...document.querySelectorAll(".zone")].map((zone) => ({ ...boxOf(zone), fill: getComputedStyle(zone).fill }));
  const groundAt = (x) => zones.find(({ left, right }) => x >= left && x <= right)?.fill.replace("none", behind) ?? behind;
  const marks = [...document.querySelectorAll(".mark")].map((mark) => {
    const box = boxOf(mark);
    return { ...box, fill: getComputedStyle(mark).fill, ground: groundAt((box.left + box.right) / 2) };
  });
  const texts = [...document.querySelectorAll(".number-line text")].map((text) => {
    return { ...boxOf(text), text: text.textContent, fill: getComputedStyle(text).fill, ground: behind };
  });
  const lines = [...document.querySelectorAll(".threshold")].map((line) => ({ fill: getComputedStyle(line).stroke, ground: behind }));
  return { marks, texts, lines, frame: boxOf(document.querySelector(".number-line svg")) };
}

/** Of the bars: what each is drawn with, and on. */
function bars() {
  const colour = (element) => getComputedStyle(element).backgroundColor;
  return [...document.querySelectorAll(".track:not(.none) .fill, .error-bar .fill, .track:not(.none) .tick:not([hidden])")]
    .map((part) => ({ fill: colour(part), ground: colour(part.parentElement) }));
}

/** The panels that are narrower than what they hold: a panel cuts that off. */
function cutOff() {
  const panels = [...document.querySelectorAll(".panel")];
  return panels.filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.textContent.slice(0, 40));
}

// --- what is asserted of it ---

function assertContrast(parts, least) {
  const weak = parts.filter(({ fill, ground }) => contrast(fill, ground) < least);
  assert.deepEqual(weak.map((one) => ({ ...one, has: contrast(one.fill, one.ground) })), []);
}

function overlap(one, other) {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

function assertApart(texts, frame) {
  const pairs = texts.flatMap((one, i) => texts.slice(i + 1).map((other) => [one, other]));
  assert.deepEqual(pairs.filter(([one, other]) => overlap(one, other)).map(([one, other]) => `${one.text} on ${other.text}`), []);
  const outside = texts.filter(({ left, right }) => left < frame.left || right > frame.right);
  assert.deepEqual(outside.map(({ text }) => text), []);
}

async function assertDrawing(page) {
  const { marks, texts, lines, frame } = await page.evaluate(drawing);
  assert.ok(texts.length > 0);
  assertContrast(texts, 4.5);
  assertContrast([...marks, ...lines, ...(await page.evaluate(bars))], 3);
  assertApart(texts, frame);
  assert.deepEqual(marks.filter(({ width, height }) => width < 8 || height < 8), []);
}

async function assertLooks(page, width) {
  await page.setViewportSize({ width, height: 900 });
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  assert.equal(await overflow(page), 0, `at ${width}`);
  assert.deepEqual(await page.evaluate(cutOff), [], `at ${width}`);
  assert.deepEqual(await page.evaluate(smallTexts), [], `at ${width}`);
  if (await page.locator(".number-line svg").isVisible()) await assertDrawing(page);
  assert.deepEqual(await findings(page), [], `at ${width}`);
}

for (const [at, [name, query]] of Object.entries(views).entries()) {
  for (const { colorScheme, widths } of looksAt(at)) {
    test(`${name}, in ${colorScheme} at ${widths}`, async () => {
      const { page, close } = await inspectAnew(query, { colorScheme, bypassCSP: true });
      await unfold(page);
      for (const width of widths) await assertLooks(page, width);
      await close();
    });
  }
}

test("labels stand apart in every format", async () => {
  for (const format of ["e4m3fn", "e5m2", "bfloat16", "binary16", "binary64", "4,-3,4", "2,0,1"]) {
    const { page, close } = await inspect(`f=${format}&z=0,1`);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
      const { texts, frame } = await page.evaluate(drawing);
      assertApart(texts, frame);
    }
    await close();
  }
});

// --- focus, motion, paper, teaching ---

for (const colorScheme of schemes) {
  test(`who goes by Tab sees where, in ${colorScheme}`, async () => {
    const { page, close } = await inspectAnew("z=1,2&stage=1", { colorScheme });
    await unfold(page);
    const ground = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    for (;;) {
      await page.keyboard.press("Tab");
      const seen = await page.evaluate(() => {
        const { outlineStyle, outlineColor, outlineWidth } = getComputedStyle(document.activeElement);
        return { name: document.activeElement.outerHTML.slice(0, 80), outlineStyle, outlineColor, width: parseFloat(outlineWidth) };
      });
      if (seen.name.startsWith("<body")) break;
      assert.ok(seen.outlineStyle === "solid" && seen.width >= 2 && contrast(seen.outlineColor, ground) >= 3, JSON.stringify(seen));
    }
    await close();
  });
}

test("colours are the system's, also when it changes, until the reader chooses", async () => {
  const { page, close } = await inspectAnew("", { colorScheme: "dark" });
  const light = () => page.evaluate(() => {
    const [, red] = /rgb\((\d+)/.exec(getComputedStyle(document.documentElement).backgroundColor);
    return Number(red) > 128;
  });
  await becomes(light, false);
  await page.emulateMedia({ colorScheme: "light" });
  await becomes(light, true);
  const choose = page.getByRole("button", { name: "Colours" });
  await choose.click();
  await page.emulateMedia({ colorScheme: "dark" });
  await settled(page);
  await becomes(light, true);
  await choose.click();
  await becomes(light, false);
  await page.emulateMedia({ colorScheme: "light" });
  await page.reload();
  await becomes(light, false);
  await close();
});

test("nothing moves where no motion is wanted", async () => {
  const { page, close } = await inspectAnew("", { reducedMotion: "reduce" });
  await page.getByRole("button", { name: "forward" }).click();
  const moving = await page.evaluate(() => document.getAnimations().length);
  const smooth = await page.locator("*").evaluateAll((all) => all.filter((one) => getComputedStyle(one).scrollBehavior !== "auto").length);
  assert.deepEqual([moving, smooth], [0, 0]);
  await close();
});

/** By what `hide=` calls them (presenting.ts). */
const parts = {
  presets: ".controls select >> nth=0",
  controls: ".controls",
  verdict: ".verdicts",
  bars: "table.bars",
  line: ".number-line",
  stages: ".stages",
  decode: "[aria-label='from probabilities to a token']",
  compare: "[aria-label=compare]",
  terminal: "[aria-label='in a terminal']",
};

async function visibleParts(page) {
  const seen = await Promise.all(Object.entries(parts).map(async ([name, place]) => [name, await page.locator(place).isVisible()]));
  return seen.filter(([, is]) => is).map(([name]) => name);
}

for (const colorScheme of schemes) {
  test(`on paper there are all panels and no controls, from ${colorScheme}`, async () => {
    const { page, close } = await inspectAnew("z=1000,999,998", { colorScheme });
    await page.emulateMedia({ media: "print" });
    assert.deepEqual(await visibleParts(page), ["verdict", "bars", "line", "stages", "decode", "compare", "terminal"]);
    assert.equal(await page.locator("header nav, header button, .by-hand").filter({ visible: true }).count(), 0);
    assert.equal(await page.locator("html").evaluate((root) => getComputedStyle(root).backgroundColor), "rgb(255, 255, 255)");
    await close();
  });
}

/** How many parts of a page's PDF are filled with that colour, as PDF writes it. */
async function printed(page, colour, printBackground) {
  const pdf = await page.pdf({ printBackground });
  const begins = [...pdf.toString("latin1").matchAll(/\/FlateDecode\n\/Length (\d+)>> stream\n/g)];
  const streams = begins.map(({ 0: head, 1: length, index }) => pdf.subarray(index + head.length).subarray(0, Number(length)));
  const text = streams.map((stream) => inflateSync(stream).toString("latin1")).join("\n");
  return text.split(`${colour} rg`).length - 1;
}

test("on paper there are bars, though a browser prints no grounds", async () => {
  const { page, close } = await inspectAnew("z=1,2,3", { colorScheme: "light" });
  const computed = ".0431 .3608 .6706"; // #0b5cab
  const withGrounds = await printed(page, computed, true);
  assert.ok(withGrounds > 3);
  assert.equal(await printed(page, computed, false), withGrounds);
  await close();
});

test("in a system's own colours there are bars", async () => {
  const { page, close } = await inspectAnew("z=1,2,3", { forcedColors: "active" });
  assert.ok(await page.evaluate(() => matchMedia("(forced-colors: active)").matches));
  assert.equal((await page.evaluate(bars)).length, 18);
  assertContrast(await page.evaluate(bars), 3);
  await close();
});

for (const name of Object.keys(parts)) {
  test(`hide=${name}`, async () => {
    const { page, close } = await inspectAnew("z=1000,999,998", { search: `?hide=${name}` });
    const gone = name === "controls" ? ["controls", "presets"] : [name];
    assert.deepEqual(await visibleParts(page), Object.keys(parts).filter((part) => !gone.includes(part)));
    assert.equal(await overflow(page), 0);
    await close();
  });
}
