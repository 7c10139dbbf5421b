// The lessons for a class: presented, without the parts that are hidden, and on paper.
import assert from "node:assert/strict";
import { test } from "node:test";
import { kept, lessonOf, visit } from "./lesson_page.mjs";

const three = lessonOf(3);
const screen = (page) => page.locator(".moves [role=status]").textContent();

test("a presentation goes on and back by keys, an idea a screen, an answer on a key", () =>
  visit(
    "?present#/lesson/3",
    async (page) => {
      await page.getByText("1 of 20").waitFor();
      assert.ok(await page.getByRole("heading", { level: 1, name: "Sum and divide" }).isVisible());
      assert.equal(await page.locator("section:visible").count(), 0);
      assert.ok(await page.locator("header.top").isHidden());
      await page.keyboard.press("ArrowRight");
      const answer = page.getByText("The answer is 0.659.");
      assert.ok(await page.getByRole("heading", { name: "Three scores, three shares" }).isVisible());
      assert.ok(await answer.isHidden());
      await page.keyboard.press("PageDown");
      assert.ok(await answer.isVisible());
      assert.ok(
        await page.getByText("0.333: That is an equal share for each").isVisible(),
        "every slip is told",
      );
      await page.keyboard.press("ArrowLeft");
      assert.ok(await answer.isHidden());
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("ArrowRight");
      assert.ok(await page.getByRole("heading", { name: "The worked example, digit by digit" }).isVisible());
      assert.equal(await page.locator("section:visible").count(), 1);
      assert.ok(page.url().endsWith("?present#/lesson/3/digit_by_digit"));
      await page.keyboard.press("PageUp");
      assert.ok(await answer.isVisible());
      assert.equal(await kept(page), null, "nothing is kept");
    },
    { width: 1920, height: 2400 },
  ));

test("a box that scrolls has the arrows while it is focused", () =>
  visit(
    "?present#/lesson/3/step_by_step",
    async (page) => {
      const box = page.locator(".wide[tabindex]").filter({ visible: true }).first();
      await box.focus();
      const before = await screen(page);
      await page.keyboard.press("ArrowRight");
      await page.waitForSelector(".wide[tabindex]:focus");
      await box.evaluate((it) => new Promise((done) => {
        if (it.scrollLeft > 0) done();
        else it.addEventListener("scroll", done, { once: true });
      }));
      assert.equal(await screen(page), before);
      await page.keyboard.press("Space");
      assert.notEqual(await page.evaluate(() => scrollY) + (await screen(page)), `0${before}`);
    },
    { width: 360, height: 2400 },
  ));

test("keys reach the end, and every screen fits or is scrolled through", () =>
  visit(
    "?present#/lesson/3",
    async (page) => {
      await page.getByText("1 of 20").waitFor();
      let presses = 0;
      for (; presses < 80 && (await screen(page)) !== "20 of 20"; ++presses)
        await page.keyboard.press("Space");
      assert.equal(await screen(page), "20 of 20");
      assert.ok(presses > 19, "what is below the edge comes first");
      await page.getByText("A sum of rounded numbers is not the rounded sum: here").waitFor();
    },
    { width: 1280, height: 500 },
  ));

test("speaker notes are on a key, and gone on the next screen", () =>
  visit(
    "?present#/lesson/3/three_shares",
    async (page) => {
      const note = page.getByText("Collect guesses aloud");
      await page.getByText("2 of 20").waitFor();
      assert.ok(await note.isHidden());
      await page.keyboard.press("n");
      assert.ok(await note.isVisible());
      assert.ok(await page.getByRole("complementary", { name: "For the speaker" }).isVisible());
      await page.keyboard.press("n");
      assert.ok(await note.isHidden());
      await page.keyboard.press("n");
      await page.getByRole("button", { name: "On" }).click();
      assert.ok(await note.isHidden());
      await page.getByRole("button", { name: "On" }).click();
      await page.keyboard.press("n");
      assert.equal(await screen(page), "There are no notes here.");
    },
    { width: 1920, height: 2400 },
  ));

test("? lists the keys, Escape leaves to the same idea", () =>
  visit("?hide=tries&present#/lesson/3/ratio", async (page) => {
    await page.getByRole("heading", { name: "A difference of one" }).waitFor();
    await page.keyboard.press("?");
    await page.getByText("speaker notes").waitFor();
    await page.keyboard.press("Escape");
    assert.ok(await page.getByText("speaker notes").isHidden());
    await page.keyboard.press("Escape");
    await page.getByRole("heading", { name: "A difference of one" }).waitFor();
    assert.ok(page.url().endsWith("/?hide=tries#/lesson/3/ratio"));
    await page.getByRole("link", { name: "Present this lesson" }).click();
    await page.getByText("1 of 20").waitFor();
    assert.ok(page.url().endsWith("/?present&hide=tries#/lesson/3"));
  }));

test("a presentation without answers has none", () =>
  visit("?present&hide=answers,quiz#/lesson/3", async (page) => {
    await page.getByText(/1 of \d+/).waitFor();
    for (let presses = 0; presses < 30; ++presses) {
      await page.keyboard.press("ArrowRight");
      assert.equal(await page.getByText("The answer is").filter({ visible: true }).count(), 0);
    }
    assert.equal(await screen(page), "9 of 9");
  }));

test("what is hidden for teaching is not there", () =>
  visit("?hide=quiz,tries,answers#/lesson/3/remember", async (page) => {
    await page.getByRole("heading", { name: "Write it yourself" }).waitFor();
    assert.equal(await page.getByRole("heading", { name: "Try it" }).count(), 0);
    assert.equal(await page.getByText("Check yourself").count(), 0);
    const first = page.locator("form.question").first();
    await first.locator("input").fill("0.7");
    await page.keyboard.press("Enter");
    await first.getByText("Noted.").waitFor();
    assert.equal(await page.getByText("The answer is").count(), 0);
    assert.equal((await kept(page)).lessons.normalize.finished, true, "there is nothing more to do");
  }));

test("with nothing hidden all of it is there", () =>
  visit("#/lesson/3/quiz", async (page) => {
    await page.locator("#part\\:quiz").waitFor();
    for (const name of ["Try it", "Write it yourself", "Check yourself"]) {
      assert.equal(await page.getByRole("heading", { name }).count(), 1);
    }
  }));

for (const search of ["", "?present"]) {
  test(`a lesson prints whole: ${search || "read"}`, () =>
    visit(`${search}#/lesson/3`, async (page) => {
      await page.getByRole("heading", { level: 1, name: "Sum and divide" }).waitFor();
      assert.ok((await page.locator("section:visible").count()) < three.ideas.length);
      await page.emulateMedia({ media: "print" });
      for (const { title } of three.ideas)
        assert.ok(await page.getByRole("heading", { name: title, exact: true }).isVisible(), title);
      assert.ok(await page.getByText("A table prints the shares of 600 tokens").isVisible());
      await page.locator("table.trace").waitFor();
      for (const part of [".contents", ".moves", ".between"])
        assert.equal(await page.locator(part).filter({ visible: true }).count(), 0, part);
    }));
}
