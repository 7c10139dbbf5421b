// What was done in the lessons: kept, carried as a file to the terminal and back, never lost.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { becomes } from "./browser.mjs";
import { begin, form, kept, key, nothingDone, program, visit } from "./lesson_page.mjs";

const folder = mkdtempSync(join(tmpdir(), "lesson_progress_"));
after(() => rmSync(folder, { recursive: true }));

const some = {
  ...nothingDone,
  latest: "normalize",
  lessons: {
    logits: { idea: "end", finished: true },
    normalize: { idea: "ratio", finished: false, later: [1] },
  },
  answers: {
    "logits/odds": { given: "20.1", right: true, tries: 2, ever_right: true },
    "normalize/first_share": { given: "0.645", right: false, tries: 1, ever_right: false },
  },
  exercises: { a: { checks: 3, points: 2, ever_passed: false, solution_shown: false, hints: { t: 1 } } },
  of_a_later_workbook: { deep: [null, "kept"] },
};

async function exported(page) {
  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export" }).click();
  const file = await waiting;
  assert.equal(file.suggestedFilename(), "progress.json");
  return readFileSync(await file.path(), "utf8");
}

async function imported(page, text, name = "progress.json") {
  const before = await page.locator(".said").textContent();
  const waiting = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Import" }).click();
  await (await waiting).setFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });
  return said(page, before);
}

/** The line that the list says, once there is another one than before. */
async function said(page, before = "") {
  const line = page.locator(".said");
  await becomes(async () => ["", before].includes(await line.textContent()), false);
  return line.textContent();
}

async function forget(page) {
  await page.getByRole("button", { name: "Forget all" }).first().click();
  await page.getByRole("dialog").getByRole("button", { name: "Forget all" }).click();
}

const item = (page, title) => page.locator(".lessons > li").filter({ hasText: title });

async function answerFirst(page, number) {
  await form(page, "Guess before you compute").locator("input").fill(number);
  await page.keyboard.press("Enter");
  await page.locator("form.answered").first().waitFor();
}

test("the list says what was done", () =>
  visit("#/lessons", async (page) => {
    await begin(page, some);
    await page.getByText("1 of 13 lessons finished, 1 of 142 answers right.").waitFor();
    await item(page, "Scores, not probabilities").getByText("Finished, 1 of 11 answers right").waitFor();
    await item(page, "Sum and divide").getByText("Begun, 0 of 7 answers right").waitFor();
    await item(page, "Sum and divide").getByText("You were here").waitFor();
    await item(page, "Temperature").getByText("New, 0 of 11 answers right").waitFor();
  }));

test("what is exported, forgotten and imported is the same again", () =>
  visit("#/lessons", async (page) => {
    await begin(page, some);
    const text = await exported(page);
    assert.deepEqual(JSON.parse(text), some);
    await forget(page);
    await page.getByText("0 of 13 lessons finished").waitFor();
    assert.equal(await kept(page), null);
    assert.match(await imported(page, text), /^progress.json was added to your progress\.$/);
    assert.deepEqual(await kept(page), some);
  }));

test("forgetting asks first", () =>
  visit("#/lessons", async (page) => {
    await begin(page, some);
    await page.getByRole("button", { name: "Forget all" }).first().click();
    await page.getByRole("button", { name: "Keep it" }).click();
    await page.getByRole("button", { name: "Forget all" }).first().click();
    await page.keyboard.press("Escape");
    assert.deepEqual(await kept(page), some);
  }));

test("a file adds to what is there, and takes no success away", () =>
  visit("#/lessons", async (page) => {
    await begin(page, some);
    const odds = { given: "3", right: false, tries: 1, ever_right: false };
    const lessons = { logits: { idea: "odds", finished: false } };
    await imported(page, JSON.stringify({ ...nothingDone, lessons, answers: { "logits/odds": odds } }));
    const now = await kept(page);
    assert.deepEqual(now.answers["logits/odds"], { given: "3", right: false, tries: 2, ever_right: true });
    assert.deepEqual(now.lessons, { ...some.lessons, logits: { idea: "odds", finished: true } });
    assert.equal(now.latest, "normalize");
    assert.deepEqual(now.of_a_later_workbook, some.of_a_later_workbook);
  }));

const damaged = [
  ["", /^bad\.json is no progress: it is empty\. Nothing was changed\.$/],
  ["{", /^bad\.json is no progress: it is not JSON: .+ Nothing was changed\.$/],
  ["[]", /the file is no object/],
  ["{}", /the file has no "schema"/],
  [
    '{"schema": "softmax-workbook/trace/1"}',
    /its schema "softmax-workbook\/trace\/1" is not softmax-workbook\/progress\/1/,
  ],
  [
    '{"schema": "softmax-workbook/progress/2"}',
    /^bad\.json is of version 2, and this page reads version 1\. Nothing/,
  ],
  [
    JSON.stringify({ ...nothingDone, lessons: { a: { idea: 1, finished: true } } }),
    /"idea" of "a" of "lessons" of the file is no string/,
  ],
  [
    JSON.stringify({ ...nothingDone, lessons: { a: { idea: "" } } }),
    /"a" of "lessons" of the file has no "finished"/,
  ],
  [
    JSON.stringify({ ...some, answers: { q: { given: "", right: 0, tries: 1, ever_right: true } } }),
    /"right" of "q" .* is neither true nor false/,
  ],
  [
    JSON.stringify({ ...some, answers: { q: { given: "", right: true, tries: 0.5, ever_right: true } } }),
    /"tries" of "q" .* is not a whole number from 0 to 2147483647/,
  ],
  [JSON.stringify({ ...some, exercises: { e: { checks: -1 } } }), /"checks" of "e" .* is not a whole number/],
];
test("a damaged file is one clear line, and nothing is lost", () =>
  visit("#/lessons", async (page) => {
    await begin(page, some);
    for (const [text, line] of damaged) {
      const told = await imported(page, text, "bad.json");
      assert.match(told, line);
      assert.doesNotMatch(told, /\n/);
      assert.deepEqual(await kept(page), some);
      await page.reload();
    }
  }));

test("two tabs do not lose each other's answers, and the list hears of them", () =>
  visit("#/lesson/3", async (page, context) => {
    const [other, list] = [await context.newPage(), await context.newPage()];
    await other.goto(page.url().replace("#/lesson/3", "#/lesson/3/which_sum"));
    await list.goto(page.url().replace("#/lesson/3", "#/lessons"));
    await item(list, "Sum and divide").waitFor();
    await form(other, "nearer to the real sum").getByText("11.213").click();
    await answerFirst(page, "0.659");
    await form(other, "nearer to the real sum").getByRole("button", { name: "Answer", exact: true }).click();
    await other.locator("form.answered").waitFor();
    assert.deepEqual(Object.keys((await kept(page)).answers).sort(), [
      "normalize/first_share",
      "normalize/which_sum",
    ]);
    await item(list, "Sum and divide").getByText("2 of 7 answers right").waitFor();
  }));

test("a key that is not known is kept by an answer", () =>
  visit("#/lessons", async (page) => {
    await begin(page, some);
    await page.goto(`${page.url().split("#")[0]}#/lesson/3/which_sum`);
    await form(page, "nearer to the real sum").getByRole("button", { name: "Show the answer" }).click();
    await form(page, "nearer to the real sum").getByText("The answer is").waitFor();
    const now = await kept(page);
    assert.deepEqual(now.of_a_later_workbook, some.of_a_later_workbook);
    assert.deepEqual(now.lessons.normalize.later, [1]);
    assert.deepEqual(now.exercises, some.exercises);
  }));

test("a damaged progress is set aside, and said", () =>
  visit("#/lessons", async (page) => {
    await begin(page, '{"schema": "softmax-workbook/progress/1"');
    const aside = /it is kept aside as softmax-workbook\/progress\.damaged, and begins anew\.$/;
    const told = await said(page);
    assert.match(told, /^Your progress was damaged \(it is not JSON: /);
    assert.match(told, aside);
    assert.equal(
      await page.evaluate((name) => localStorage.getItem(`${name}.damaged`), key),
      '{"schema": "softmax-workbook/progress/1"',
    );
    assert.equal(await kept(page), null);
  }));

test("a progress of another version is let alone", () =>
  visit("#/lessons", async (page) => {
    const other = { schema: "softmax-workbook/progress/2" };
    await begin(page, other);
    assert.match(
      await said(page),
      /^Your progress is not kept: this browser has one of version 2, and this page reads version 1\.$/,
    );
    await page.goto(`${page.url().split("#")[0]}#/lesson/3`);
    await answerFirst(page, "0.659");
    await page.getByRole("alert").filter({ hasText: "Your progress is not kept" }).waitFor();
    assert.deepEqual(await kept(page), other);
  }));

/** How a browser refuses, and what is said of it. */
const refusals = [
  ["full", "QuotaExceededError", ["setItem"], "this browser's storage is full"],
  [
    "forbidden",
    "SecurityError",
    ["getItem", "setItem", "removeItem"],
    "this browser lets the page store nothing",
  ],
];
for (const [name, error, methods, line] of refusals) {
  test(`a storage that is ${name} is one clear line, and the lesson goes on`, () =>
    visit("#/lessons", async (page, context) => {
      await context.addInitScript(
        ([refused, kind]) => {
          for (const method of refused)
            Storage.prototype[method] = () => {
              throw new DOMException("refused", kind);
            };
        },
        [methods, error],
      );
      await page.goto(`${page.url().split("#")[0]}#/lesson/3`);
      await page.reload();
      await answerFirst(page, "0.659");
      await page.getByText(`Your progress is not kept: ${line}.`).waitFor();
      await page.getByRole("button", { name: "Continue" }).click();
      await page.getByRole("heading", { name: "The worked example" }).waitFor();
      await page.getByRole("link", { name: "All lessons" }).click();
      await item(page, "Sum and divide").getByText("1 of 7 answers right").waitFor();
      assert.equal(JSON.parse(await exported(page)).answers["normalize/first_share"].given, "0.659");
    }));
}

// --- with the terminal ---

const skip = program ? false : "no workbook was given";
const file = join(folder, "softmax-workbook", "progress.json");
const env = { ...process.env, XDG_STATE_HOME: folder, TERM: "dumb", COLUMNS: "100", LINES: "40" };

function workbook(words, input) {
  const ran = spawnSync("script", ["-qec", `'${program}' ${words}`, "/dev/null"], {
    env,
    input,
    encoding: "utf8",
    timeout: 60_000,
  });
  assert.equal(ran.status, 0, ran.stdout);
  return ran.stdout;
}

test("the terminal reads what is exported, and goes on in it", { skip }, () =>
  visit("#/lesson/3", async (page) => {
    await answerFirst(page, "0.645");
    await page.getByRole("button", { name: "Continue" }).click();
    await page.getByRole("link", { name: "All lessons" }).click();
    mkdirSync(join(folder, "softmax-workbook"), { recursive: true });
    writeFileSync(file, await exported(page));
    assert.match(workbook("progress", ""), /0 lessons finished of 1 begun, 0 answers right of 1/);
    assert.match(workbook("progress", ""), /normalize +at digit_by_digit \(latest\)/);
    workbook("lesson 3", "\n2\n\nq\n"); // on, which sum, on
  }),
);

test("the page reads what the terminal has written, and the terminal that again", { skip }, () =>
  visit("#/lessons", async (page) => {
    const written = readFileSync(file, "utf8");
    const { answers, lessons } = JSON.parse(written);
    assert.deepEqual(answers["normalize/which_sum"], { given: "2", right: true, tries: 1, ever_right: true });
    await imported(page, written);
    assert.deepEqual(await kept(page), JSON.parse(written));
    await item(page, "Sum and divide").getByRole("link").click();
    await page.locator(`#part\\:${lessons.normalize.idea}:focus`).waitFor();
    await form(page, "nearer to the real sum").locator(".right").waitFor();
    await page.goBack();
    writeFileSync(file, await exported(page));
    assert.match(workbook("progress", ""), /1 begun, 1 answer right of 2/);
  }),
);
