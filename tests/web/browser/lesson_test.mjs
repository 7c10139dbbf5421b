// A lesson as a learner reads it: predictions, verdicts, to its end by keys and by mouse.
import assert from "node:assert/strict";
import { test } from "node:test";
import { begin, form, index, kept, lessonOf, nothingDone, rightAnswer, visit } from "./lesson_page.mjs";

const three = lessonOf(3);
const predictions = three.ideas.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === "question"));
const [firstShare] = predictions;

const focused = (page, selector) =>
  page.evaluate((wanted) => document.activeElement.matches(wanted), selector);

/** Does: presses Tab until the focus is at such an element. */
async function tabTo(page, selector) {
  for (let presses = 0; presses < 60; ++presses) {
    if (await focused(page, selector)) return;
    await page.keyboard.press("Tab");
  }
  assert.fail(`no key leads to ${selector}`);
}

async function answerByKeys(page, question) {
  const form = `form[data-question="${question.id}"]`;
  await tabTo(page, `${form} input`);
  if (question.number) {
    await page.keyboard.type(rightAnswer(question));
  } else {
    await page.keyboard.press("Space"); // the first one
    for (let option = 1; option < Number(rightAnswer(question)); ++option)
      await page.keyboard.press("ArrowDown");
  }
  await page.keyboard.press("Enter");
  await page.waitForSelector(`${form}.answered`);
}

async function answerByMouse(page, question) {
  const form = page.locator(`form[data-question="${question.id}"]`);
  if (question.number) await form.locator("input").fill(rightAnswer(question));
  else
    await form
      .locator(".option")
      .nth(Number(rightAnswer(question)) - 1)
      .click();
  await form.getByRole("button", { name: "Answer", exact: true }).click();
  await form.locator(".right").waitFor();
}

async function readThrough(page, answer, goOn) {
  for (const { blocks } of three.ideas) {
    const asked = blocks.filter(({ kind }) => kind === "question");
    for (const question of asked) await answer(page, question);
    await goOn(page);
    if (
      asked.length > 0 &&
      blocks.indexOf(asked[0]) < blocks.findLastIndex(({ kind }) => kind !== "speaker_note")
    )
      await goOn(page);
  }
  await goOn(page); // from what to remember to the questions
  for (const question of three.quiz) await answer(page, question);
  await page.getByText("You have 4 of 4 questions right.").waitFor();
}

async function assertDone(page) {
  const progress = await kept(page);
  assert.deepEqual(progress.lessons, { normalize: { idea: "end", finished: true } });
  assert.equal(progress.latest, "normalize");
  const right = (question) => [
    question.id,
    { given: rightAnswer(question), right: true, tries: 1, ever_right: true },
  ];
  assert.deepEqual(progress.answers, Object.fromEntries([...predictions, ...three.quiz].map(right)));
}

test("a lesson is read to its end by keys alone", () =>
  visit("#/lesson/3", async (page) => {
    await page.waitForSelector("form.question");
    await readThrough(page, answerByKeys, async () => {
      await tabTo(page, "button.on");
      const before = await page.locator(".step:visible").count();
      await page.keyboard.press("Enter");
      assert.equal(await page.locator(".step:visible").count(), before + 1);
      assert.ok(await focused(page, "h2, .step"), "the focus is at what was revealed");
    });
    await assertDone(page);
  }));

test("and by mouse", () =>
  visit("#/lesson/3", async (page) => {
    await readThrough(page, answerByMouse, (on) => on.getByRole("button", { name: "Continue" }).click());
    await assertDone(page);
    await page.getByRole("link", { name: "4. Gaps and crowds" }).click();
    await page.getByRole("heading", { level: 1, name: "Gaps and crowds" }).waitFor();
    await page.goBack();
    await page.getByText("You have finished this lesson.").waitFor();
    await page.getByRole("button", { name: "Read it again" }).click();
    assert.equal(await page.locator(".step:visible").count(), 1);
    assert.equal(await page.locator("form.answered").count(), 0);
  }));

test("a prediction hides what follows it, until it is answered or passed over", () =>
  visit("#/lesson/3", async (page) => {
    const next = page.getByRole("heading", { name: "The worked example, digit by digit" });
    const on = page.getByRole("button", { name: "Continue" });
    await page.waitForSelector("form.question");
    assert.equal(await page.locator("section:visible").count(), 1);
    assert.ok(await next.isHidden());
    assert.ok(await on.isHidden());
    await page.getByRole("button", { name: "Show the answer" }).first().click();
    await page.getByText("The answer is 0.659.").waitFor();
    assert.ok(await next.isHidden(), "the answer is read first");
    await on.click();
    assert.ok(await next.isVisible());
    assert.deepEqual((await kept(page)).answers["normalize/first_share"], {
      given: "",
      right: false,
      tries: 1,
      ever_right: false,
    });
    assert.ok(page.url().endsWith("#/lesson/3/digit_by_digit"));
    await page.reload();
    await next.waitFor();
    assert.equal(await page.locator("section:visible").count(), 2, "what was revealed is kept");
  }));

test("a link to an idea opens the lesson up to it", () =>
  visit("#/lesson/3/ratio", async (page) => {
    await page.waitForSelector("#part\\:ratio:focus");
    assert.equal(await page.locator("section:visible").count(), 4);
    assert.equal((await kept(page)).lessons.normalize.idea, "ratio");
  }));

/** Each verdict, and what is said to it. */
const verdicts = [
  ["0.659", ["Right.", "It is 0.659.", firstShare.why[0]]],
  ["65.9 %", ["Right."]],
  ["0.645", ["Not 0.645.", firstShare.number.slips[0].why[0], "The answer is 0.659.", firstShare.why[0]]],
  ["0.7", ["Not 0.7.", "The answer is 0.659."]],
  ["nan", ["Not nan.", "The answer is 0.659."]],
];
for (const [typed, said] of verdicts) {
  test(`to the number ${typed} is said: ${said[0]}`, () =>
    visit("#/lesson/3", async (page) => {
      const asked = form(page, "Guess before you compute");
      await asked.locator("input").fill(typed);
      await page.keyboard.press("Enter");
      await page.waitForSelector("form.answered");
      const reply = asked.locator("[role=status]");
      const paragraphs = await reply.locator("p").allTextContents();
      assert.deepEqual(paragraphs.slice(0, said.length), said);
    }));
}

test("what is no number is asked for again, and not kept", () =>
  visit("#/lesson/3", async (page) => {
    const asked = form(page, "Guess before you compute");
    await asked.locator("input").fill("two thirds");
    await page.keyboard.press("Enter");
    await asked.getByText("Please type a number to 3 digits, or inf, -inf, nan.").waitFor();
    await asked.locator("input").fill("");
    await page.keyboard.press("Enter");
    await asked.getByText("First a guess: type a number to 3 digits, or inf, -inf, nan.").waitFor();
    assert.deepEqual((await kept(page)).answers, {});
  }));

test("an answer given twice at once is one try", () =>
  visit("#/lesson/3", async (page) => {
    const asked = form(page, "Guess before you compute");
    await asked.locator("input").fill("0.7");
    await asked.evaluate((it) => {
      for (const _ of [1, 2]) it.querySelector("button.primary").click();
    });
    await asked.getByText("Not 0.7.").waitFor();
    await page.reload();
    await asked.getByText("Not 0.7.").waitFor();
    assert.equal((await kept(page)).answers["normalize/first_share"].tries, 1);
  }));

test("a wrong option is told by its number, its reason, and the right one", () =>
  visit("#/lesson/3/which_sum", async (page) => {
    const asked = form(page, "Which of the two is nearer");
    await asked.getByText("neither can be known").click();
    await asked.getByRole("button", { name: "Answer", exact: true }).click();
    const [, right, wrong] = predictions[1].options.map(({ why }) => why[0]);
    await asked.locator(".wrong").waitFor();
    const said = await asked.locator("[role=status] p").allTextContents();
    assert.deepEqual(said, [
      "Not 3.",
      wrong,
      `The answer is 2: ${predictions[1].options[1].text[0]}.`,
      right,
    ]);
  }));

test("what was missed at the end is asked again", () =>
  visit("#/lesson/3/quiz", async (page) => {
    for (const question of three.quiz.slice(1)) await answerByMouse(page, question);
    await form(page, "A fourth token joins").getByRole("button", { name: "Show the answer" }).click();
    await page.getByText("You have 3 of 4 questions right.").waitFor();
    await page.getByRole("button", { name: "Ask what was missed again" }).click();
    await answerByMouse(page, three.quiz[0]);
    await page.getByText("You have 4 of 4 questions right.").waitFor();
    const { given, tries } = (await kept(page)).answers["normalize/odds"];
    assert.deepEqual([given, tries], ["0.397", 2]);
  }));

test("answers of an earlier reading are there again", () =>
  visit("#/lessons", async (page) => {
    const answers = {
      "normalize/first_share": { given: "0.645", right: false, tries: 1, ever_right: false },
    };
    const lessons = { normalize: { idea: "three_shares", finished: false } };
    await begin(page, { ...nothingDone, lessons, answers });
    await page.getByRole("link", { name: "Sum and divide" }).click();
    await page.getByText("Not 0.645.").waitFor();
    assert.equal(await page.locator("form.question input").first().inputValue(), "0.645");
    assert.ok(await page.getByRole("button", { name: "Continue" }).isVisible());
  }));

test("a trace has the terminal's digits, and a link to the inspector", () =>
  visit("#/lesson/3/step_by_step", async (page) => {
    const figure = page.locator("figure").filter({ hasText: "All stages in binary32" });
    await figure.locator("table").waitFor();
    const rows = await figure.locator("tbody tr").allTextContents();
    assert.equal(rows.length, 10);
    assert.equal(rows[8], "divide10.242432950.242432970669-1.26rounded");
    const href = await figure.getByRole("link").getAttribute("href");
    assert.equal(href, "#/inspect?a=unshifted");
  }));

/** What the host answers when it is too late: the lesson, or nonsense. */
for (const late of [{}, { body: "no JSON" }]) {
  test(`a lesson that comes when it was left changes nothing: ${late.body ?? "as it is"}`, () =>
    visit("#/lessons", async (page) => {
      const asked = new Promise((resolve) => void page.route("**/lessons/3.json*", resolve));
      await page.getByRole("link", { name: "Sum and divide" }).click();
      const lesson = await asked;
      await page.evaluate(() => {
        location.hash = "#/lesson/4";
      });
      await page.getByRole("heading", { level: 1, name: "Gaps and crowds" }).waitFor();
      const come = page.waitForResponse("**/lessons/3.json*");
      await lesson.fulfill({ response: await lesson.fetch(), ...late });
      await (await come).finished();
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
      assert.equal(await page.title(), "Gaps and crowds · Softmax Workbook");
      assert.equal(await page.locator(".error").filter({ visible: true }).count(), 0);
    }));
}

test("a lesson that is not there is one clear line", () =>
  visit("#/lesson/99", async (page) => {
    await page.getByText(`There is no lesson 99: they are numbered 1 to ${index.length}.`).waitFor();
  }));
