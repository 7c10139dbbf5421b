// Every lesson, whole: each of its blocks is drawn, nothing is wider than the page, and axe-core finds
// nothing to mend, on a phone, a tablet and a large screen, in light and in dark.
import assert from "node:assert/strict";
import { test } from "node:test";
import { index, lessonOf, visit } from "./lesson_page.mjs";
import { findings, looksAt, overflow, widths } from "./look.mjs";

/** What a block becomes. */
const selectors = {
  prose: ".part > .step > .prose",
  formula: ".formula math",
  trace: "figure table.trace",
  table: "figure .wide > table:not(.trace)",
  bars: "figure table.bars",
  number_line: "figure .number-line",
  question: "form.question",
};

function wanted({ ideas, quiz }) {
  const kinds = [...ideas.flatMap(({ blocks }) => blocks), ...quiz].map(({ kind }) => kind);
  return Object.fromEntries(
    Object.keys(selectors).map((kind) => [kind, kinds.filter((one) => one === kind).length]),
  );
}

async function drawn(page) {
  const counts = Object.entries(selectors).map(async ([kind, selector]) => [
    kind,
    await page.locator(selector).count(),
  ]);
  return Object.fromEntries(await Promise.all(counts));
}

/** All of the lesson is there: its last part is named, and its traces are drawn. */
async function whole(page) {
  await page.locator("#part\\:quiz").waitFor();
  await page.locator("[aria-busy]").first().waitFor({ state: "detached" });
}

for (const { number, title } of index) {
  test(`all of lesson ${number} is drawn, and within the page: ${title}`, () =>
    visit(`#/lesson/${number}/quiz`, async (page) => {
      await whole(page);
      assert.deepEqual(await drawn(page), wanted(lessonOf(number)));
      assert.equal(await page.locator(".error:not(:empty)").count(), 0);
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        assert.equal(await overflow(page), 0, `at ${width}`);
      }
    }));
}

const lessons = index.map(({ number }) => `#/lesson/${number}/quiz`);
const addresses = ["#/lessons", "#/lesson/3", "?present#/lesson/2/where_zero_begins", ...lessons];

/** With an answer shown, where there is one. */
async function opened(page, address) {
  await page.locator("h1").waitFor();
  if (address.endsWith("quiz")) await whole(page);
  const [shown] = await page.getByRole("button", { name: "Show the answer" }).filter({ visible: true }).all();
  await shown?.click();
}

for (const [at, address] of addresses.entries()) {
  for (const { colorScheme, widths } of looksAt(at)) {
    const look = async (page) => {
      await opened(page, address);
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        assert.equal(await overflow(page), 0, `at ${width}`);
        assert.deepEqual(await findings(page), [], `at ${width}`);
      }
    };
    test(`axe-core finds nothing at ${address} in ${colorScheme} at ${widths}`, () =>
      visit(address, look, { colorScheme, bypassCSP: true }));
  }
}

test("headings are in order, and one is the first", () =>
  visit("#/lesson/3/quiz", async (page) => {
    await page.locator("#part\\:quiz").waitFor();
    const levels = await page
      .locator("h1, h2, h3, h4")
      .evaluateAll((all) => all.map(({ tagName }) => Number(tagName[1])));
    assert.deepEqual(
      levels.filter((level) => level === 1),
      [1],
    );
    levels.slice(1).forEach((level, i) => assert.ok(level <= levels[i] + 1));
  }));

test("a formula is MathML, and says what it is where that is not known", () =>
  visit("#/lesson/3/ratio", async (page) => {
    const math = page.locator("math").first();
    assert.equal(await math.getAttribute("alttext"), "p_i = e^z_i / Z, Z = sum over j of e^z_j");
    const names = await math.evaluate((element) => [
      element.namespaceURI,
      element.querySelector("mfrac") instanceof MathMLElement,
    ]);
    assert.deepEqual(names, ["http://www.w3.org/1998/Math/MathML", true]);
  }));
