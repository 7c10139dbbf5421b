// The stepper goes forward to the end and back, by buttons and by keys, and at each value shows what
// the program prints for the same words, digit for digit.
//
//     node tests/web/browser/inspect_steps_test.mjs build/web [PROGRAM]
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { root } from "./browser.mjs";
import { addressed, control, inspect, source } from "./inspect_page.mjs";

const program = process.argv[3] ?? join(root, "build", "dev", "app", "workbook");
if (!existsSync(program)) {
  console.log(`skipped: ${program} is not built`);
  process.exit(4);
}

const [{ settingsOf }, { traceWords }, { outcomes }] = await Promise.all(["address.ts", "settings.ts", "choices.ts"].map(source));

/** With the format's precision and its smallest exponent. */
const queries = [
  ["z=1000,999,998", 24, -126],
  ["z=2.0,1.0,0.1&f=binary16&T=0.7&a=shifted,online", 11, -14],
  ["z=-140,-141,-139.5&f=e4m3fn&a=unshifted,division_free", 4, -6],
  ["z=3,-inf,1e-3,-80&a=log_softmax,log_sum_exp&f=bfloat16&order=scale_first&T=3", 8, -126],
  ["z=0.1,0.2,0.3&a=unshifted_division_free&f=4,-3,4&sum=compensated&acc=binary64", 4, -3],
];

function runsOf(query) {
  const words = traceWords(settingsOf(new URLSearchParams(query)).settings);
  return JSON.parse(execFileSync(program, ["trace", "--json", ...words], { encoding: "utf8" })).runs;
}

/** What the page calls a run's value, and all that it tells of it. */
function toldOf(run, value) {
  const { index, bits, reference, radius, outcome } = value;
  return {
    title: `${run.algorithm.replaceAll("_", " ")}, element ${index}`,
    bits,
    reference: radius === null ? reference : `${reference} ± ${radius}`,
    outcome: outcomes[outcome],
  };
}

function seenIn(details) {
  return details.map((one) => {
    const [computed, reference, error, outcome] = [...one.querySelectorAll("dd")].map(({ textContent }) => textContent);
    const [shown, bits] = computed.split(", bits ");
    return { title: one.querySelector("h3").textContent, shown, error, bits, reference, outcome };
  });
}

/** The shown digits are nearer to the held number than to any other of its format: half of an ulp. */
function assertHeld(shown, { computed }, precision, emin) {
  if (typeof computed === "string") return assert.equal(shown, computed);
  const half = 2 ** (Math.max(Math.floor(Math.log2(Math.abs(computed))), emin) - precision);
  return assert.ok(Math.abs(Number(shown) - computed) < half, `${shown} for ${computed}`);
}

/** Three digits of the program's six, each rounded by half a unit of its last; what is not known is no number. */
const rounding = 0.5e-2 + 0.5e-5;
function assertErrors(line, { error_ulp, local_ulp, inherited_ulp }) {
  const [, ...told] = /^(\S+) ulp: (\S+) of this stage, (\S+) inherited$/.exec(line);
  for (const [at, error] of [error_ulp, local_ulp, inherited_ulp].entries()) {
    if (error === null) assert.equal(told[at], "—");
    else assert.ok(Math.abs(Number(told[at]) - error) <= rounding * Math.abs(error), `${line} for ${error}`);
  }
}

/** The value of the run that the page's words name. */
function valueOf(runs, stage, { title }) {
  const run = runs.find(({ algorithm }) => title.startsWith(`${algorithm.replaceAll("_", " ")}, `));
  const index = Number(title.split(" ").at(-1));
  const value = run.stages[stage[run.algorithm]].values.find((one) => one.index === index);
  return [run, value];
}

/** Of each run, which of its stages is the page's at this tab: the same name, the same time. */
function stagesAt(runs, names, tab) {
  const before = names.slice(0, tab).filter((name) => name === names[tab]).length;
  return Object.fromEntries(runs.map(({ algorithm, stages }) => {
    const own = stages.flatMap(({ stage }, at) => (stage === names[tab] ? [at] : []));
    return [algorithm, own[before]];
  }));
}

const tabNames = (tabs) => tabs.map(({ textContent }) => textContent);
const pressedAt = (tabs) => tabs.findIndex(({ ariaPressed }) => ariaPressed === "true");

/** Returns: the titles of what is shown. */
async function assertShown({ page, runs, format }) {
  const tabs = page.locator(".tabs button");
  const [names, tab] = [await tabs.evaluateAll(tabNames), await tabs.evaluateAll(pressedAt)];
  const seen = await page.locator(".detail > div").evaluateAll(seenIn);
  assert.ok(seen.length > 0);
  for (const { shown, error, ...told } of seen) {
    const [run, value] = valueOf(runs, stagesAt(runs, names, tab), told);
    assert.deepEqual(told, toldOf(run, value));
    assertHeld(shown, value, ...format);
    assertErrors(error, value);
  }
  return seen.map(({ title }) => `${tab} ${title}`);
}

/** From value to value, until `step` leads nowhere. Returns: what was seen. */
async function walk(visit, step, ended) {
  const seen = [await assertShown(visit)];
  while (!(await ended())) {
    await step();
    seen.push(await assertShown(visit));
  }
  return seen;
}

const valuesOf = ({ stages }) => stages.flatMap(({ values }) => values);

/** Every value of every run is seen once on the way there, and once on the way back. */
async function thereAndBack([query, ...format], stepsOf) {
  const { page, close } = await inspect(query);
  const visit = { page, runs: runsOf(query), format };
  const [back, on] = [await control(page, "◀ back"), await control(page, "forward ▶")];
  const steps = await stepsOf(page, back, on);
  const there = await walk(visit, steps.on, () => on.isDisabled());
  assert.equal(new Set(there.flat()).size, visit.runs.flatMap(valuesOf).length);
  assert.deepEqual(await walk(visit, steps.back, () => back.isDisabled()), [...there].reverse());
  await close();
}

function byButtons(page, back, on) {
  return { back: () => back.click(), on: () => on.click() };
}

async function byKeys(page) {
  await (await control(page, "read")).focus();
  return { back: () => page.keyboard.press("ArrowLeft"), on: () => page.keyboard.press("ArrowRight") };
}

for (const one of queries) test(`forward and back by buttons: ${one[0]}`, () => thereAndBack(one, byButtons));
test("forward and back by keys", () => thereAndBack(queries[0], byKeys));

test("a stage at a time, to the end and to the start by keys", async () => {
  const { page, close } = await inspect("z=1000,999,998");
  await (await control(page, "read")).focus();
  for (const [key, query] of [
    ["ArrowDown", { stage: "1" }], ["ArrowDown", { stage: "2" }], ["ArrowUp", { stage: "1" }],
    ["End", { stage: "5", at: "2" }], ["ArrowDown", { stage: "5" }], ["Home", {}], ["ArrowUp", {}],
  ]) {
    await page.keyboard.press(key);
    await addressed(page, { z: "1000,999,998", ...query });
  }
  await close();
});

test("who steps to the end keeps the keys", async () => {
  const { page, close } = await inspect("z=1,2");
  const on = await control(page, "forward ▶");
  await on.focus();
  for (let presses = 0; presses < 20 && !(await on.isDisabled()); ++presses) await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowLeft");
  assert.equal(await on.isDisabled(), false);
  await close();
});
