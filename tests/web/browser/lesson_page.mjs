// What the tests of the lessons share: a page on a lesson, and the lesson's own files.
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { built, open } from "./browser.mjs";

/** A built workbook, if one was given. */
export const program = process.argv[3] && resolve(process.argv[3]);

const lessons = (name) => JSON.parse(readFileSync(join(built, "site", "lessons", `${name}.json`), "utf8"));
export const index = lessons("index");
export const lessonOf = lessons;

/** Does: calls `test` with a page at the address and its context; asserts that nothing went wrong. */
export async function visit(address, test, options = {}) {
  const visited = await open({ at: address, height: 900, ...options });
  try {
    await test(visited.page, visited.context);
  } catch (error) {
    await visited.context.close();
    throw error;
  }
  await visited.close();
}

export const key = "softmax-workbook/progress";
export const kept = async (page) =>
  JSON.parse(await page.evaluate((name) => localStorage.getItem(name), key));

/** Does: opens the list of lessons anew, with that progress in the browser. */
export async function begin(page, progress) {
  await page.locator(".lessons > li").first().waitFor(); // it has looked at what there was
  const text = typeof progress === "string" ? progress : JSON.stringify(progress);
  await page.evaluate(([name, value]) => localStorage.setItem(name, value), [key, text]);
  await page.reload();
}

export const nothingDone = { schema: "softmax-workbook/progress/1", latest: "", lessons: {}, answers: {} };

/** The right answer to a question, as it is given. */
export function rightAnswer({ options, number }) {
  return number ? number.value : String(options.findIndex(({ right }) => right) + 1);
}

export const form = (page, text) => page.locator("form.question").filter({ hasText: text });
