// presets_test.mjs ENGINE.JS ENGINE.WASM: what each preset of the inspector says, asked of the engine
// with the very words of the page. What is asked is in presets_expected.mjs.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { runnerImport } from "../../web/node_modules/vite/dist/node/index.js";
import { expected } from "./presets_expected.mjs";

const [script, wasm] = process.argv.slice(2);
const { EngineError, engineOf } = await import(pathToFileURL(script).href);
const engine = await engineOf(new WebAssembly.Module(readFileSync(wasm)));

async function fromPage(name) {
  const path = fileURLToPath(new URL(`../../web/page/inspector/${name}`, import.meta.url));
  return (await runnerImport(path, { configFile: false, logLevel: "error" })).module;
}

const { presets } = await fromPage("presets/presets.ts");
const { mostByHand, standard, traceWords } = await fromPage("settings.ts");

// --- the engine's answers ---

/** Throws: EngineError, where the engine refuses. */
function asked(settings) {
  engine.trace(traceWords(settings));
  const report = JSON.parse(engine.report(["--json"]));
  const runOf = (name) => report.runs.find(({ algorithm }) => algorithm === name);
  const value = (place) => {
    const [run, stage, element] = place.split(" ");
    return runOf(run).stages.find((one) => one.stage === stage).values[element];
  };
  return {
    ...withOthers(settings),
    report,
    value,
    at: (place) => value(place).computed,
    reference: (place) => Number(value(place).reference),
    out: (name) => runOf(name)[runOf(name).output],
    verdicts: engine.verdicts().trimEnd().split("\n"),
    format: JSON.parse(engine.format(settings.format)),
  };
}

function withOthers(settings) {
  return {
    settings,
    logits: settings.logits.map(Number),
    pasted: settings.compare.split(",").map(Number),
    with: (others) => asked({ ...settings, ...others }),
  };
}

/** As the inspector decodes: the last run. */
function decoded({ settings }) {
  engine.trace(traceWords(settings));
  const { algorithms, seed, counter } = settings;
  const cuts = Object.entries(settings.cuts).filter(([, text]) => text !== "");
  const wanted = Object.fromEntries(cuts.map(([rule, text]) => [rule, Number(text)]));
  return JSON.parse(engine.decode({ run: algorithms.length - 1, seed: Number(seed), counter, ...wanted }));
}

/** Whether the other settings are held fixed or searched, the verdict is to be the same. */
function comparisons({ settings }) {
  const words = ["--json", `--compare=${settings.compare}`];
  const fixed = [...words, ...traceWords(settings)];
  return [fixed, [...words, "--", ...settings.logits]].map((all) => JSON.parse(engine.compare(all)));
}

// --- numbers as they are written ---

function exponential(number) {
  const text = String(number);
  return (text.includes("e") ? text : Number(text).toExponential()).split("e").map(Number);
}

/** Whether the text is the number, to as many digits as it has. A whole number is exact. */
function says(text, number) {
  if (text === String(number) || Number(text) === number) return true;
  const [digits, power] = text.split("e");
  const places = digits.split(".")[1]?.length;
  if (places === undefined || !/\d/.test(number)) return false;
  if (power === undefined) return Number(Number(number).toFixed(places)) === Number(text);
  const [mantissa, exponent] = exponential(number);
  return exponent === Number(power) && Number(mantissa.toFixed(places)) === Number(digits);
}

const number = /(?<![\w.])-?\d+(\.\d+)?(e-?\d+)?/g;

function numbersIn(text) {
  return text.replace(/\b(binary|bfloat)\d+|\be\dm\d(fn)?/g, "").match(number) ?? [];
}

/** Every number that a sentence about these settings may name. */
function known(ask, token) {
  const values = ask.report.runs.flatMap(({ stages }) => stages.flatMap((stage) => stage.values));
  const reasons = ask.report.runs.flatMap((run) => [run.first_infinity?.reason, run.first_nan?.reason]);
  return [
    ...values.flatMap(({ computed, reference }) => [computed, reference]),
    ...numbersIn(reasons.join(" ")),
    ...numbersIn(JSON.stringify(token ?? {})),
  ];
}

// --- what is asserted ---

function checkSettings({ id, settings }) {
  for (const key of Object.keys(settings)) assert.ok(key in standard, `${id} sets ${key}`);
  const { algorithms, logits } = { ...standard, ...settings };
  assert.ok(logits.length >= 1 && logits.length <= mostByHand);
  assert.ok(algorithms.length === 1 || algorithms.length === 2);
}

function checkOutputs(ask, gives) {
  for (const [run, texts] of Object.entries(gives)) {
    for (const [i, text] of texts.split(" ").entries()) {
      const computed = ask.out(run)[i];
      assert.ok(says(text, computed), `${run} ${i} is ${computed}, not ${text}`);
    }
  }
}

function checkBirth(birth, text, run) {
  const told = birth && `${birth.stage} ${birth.element} ${birth.reason}`;
  assert.ok(text === undefined ? birth === null : told?.startsWith(text), `${run}: ${told}, not ${text}`);
}

function checkBirths(ask, { nan = {}, inf = {}, broke = [] }) {
  for (const [i, run] of ask.report.runs.entries()) {
    const { algorithm } = run;
    checkBirth(run.first_nan, nan[algorithm], algorithm);
    checkBirth(run.first_infinity, inf[algorithm], algorithm);
    const isWrong = algorithm in nan || broke.includes(algorithm);
    assert.equal(/^(BROKE|undefined)/.test(ask.verdicts[i]), isWrong, ask.verdicts[i]);
  }
}

function checkPlaces(ask, { at = {}, stands }) {
  for (const [place, text] of Object.entries(at)) {
    const { computed, outcome } = ask.value(place);
    const [digits, wanted] = text.split(" ");
    assert.ok(says(digits, computed) && outcome === wanted, `${place}: ${computed} ${outcome}`);
  }
  const { stage, element } = ask.settings;
  assert.equal(stage !== 0, stands !== undefined);
  const shown = ask.report.runs[0].stages[stage];
  if (stands) assert.equal(`${shown.stage} ${element} ${shown.values[element].outcome}`, stands);
}

function checkToken(decode, { greedy, kept, drawn, total }) {
  if (greedy !== undefined) assert.equal(decode.greedy, greedy);
  if (kept) assert.deepEqual(decode.cuts.at(-1).kept, kept);
  if (drawn !== undefined) assert.equal(decode.sample.index, drawn);
  if (total !== undefined) assert.equal(decode.sample.total, total);
}

function checkComparison(ask, { compare, by, wrong, holds }) {
  assert.equal(ask.settings.compare !== "", compare !== undefined);
  if (!compare) return;
  const [fixed, searched] = comparisons(ask);
  assert.deepEqual([fixed.verdict, searched.verdict], [compare, compare]);
  assert.equal(by !== undefined, compare === "identical");
  const matches = ({ algorithms, formats, temperatures }) =>
    algorithms.includes(by[0]) && formats.includes(by[1]) && temperatures.includes(by[2]);
  if (by) assert.ok(fixed.reproduced_by.some(matches), `not by ${by}`);
  if (!by) assert.ok(wrong ?? holds, "nothing tells of the pasted numbers");
  const texts = ask.settings.compare.split(",");
  for (const [i, value] of (wrong?.(ask) ?? []).entries()) {
    assert.ok(says(texts[i], value), `${texts[i]}: ${value}`);
  }
}

function checkNumbers(look, numbers) {
  for (const text of numbersIn(look)) {
    assert.ok(numbers.some((one) => says(text, one)), `${text} is no number of the engine's`);
  }
}

function given({ logits, temperature, compare, format, cuts }) {
  return [...logits, temperature, ...compare.split(","), ...format.split(","), ...Object.values(cuts)]
    .filter((text) => text !== "").map(Number);
}

function checkRefusal(preset, settings, { error, also }) {
  const told = (thrown) => thrown instanceof EngineError && thrown.message.includes(error);
  assert.throws(() => asked(settings), told);
  const others = also?.(withOthers(settings)) ?? [];
  checkNumbers(preset.look, [...numbersIn(error), ...given(settings), ...others]);
}

function checkAnswer(preset, settings, wanted) {
  const ask = asked(settings);
  const token = tokenOf(ask);
  checkOutputs(ask, wanted.gives ?? {});
  checkBirths(ask, wanted);
  checkPlaces(ask, wanted);
  if (wanted.token) checkToken(token, wanted.token);
  checkComparison(ask, wanted);
  if (wanted.holds) assert.ok(wanted.holds(ask), "what it says does not hold");
  checkNumbers(preset.look, [...known(ask, token), ...given(settings), ...(wanted.also?.(ask) ?? [])]);
}

/** None where a run has no probabilities, or not all of them are numbers. */
function tokenOf(ask) {
  try {
    return decoded(ask);
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    return undefined;
  }
}

for (const preset of presets) {
  test(preset.id, () => {
    const wanted = expected[preset.id];
    assert.ok(Object.keys(wanted ?? {}).length > 0, "nothing is expected of it");
    checkSettings(preset);
    const settings = { ...standard, ...preset.settings };
    if (wanted.error) checkRefusal(preset, settings, wanted);
    else checkAnswer(preset, settings, wanted);
  });
}

test("each is there once, and nothing is expected of others", () => {
  const ids = presets.map(({ id }) => id);
  assert.deepEqual([...new Set(ids)].sort(), [...ids].sort());
  assert.deepEqual(Object.keys(expected).sort(), [...ids].sort());
});
