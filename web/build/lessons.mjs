// The lessons as the page reads them (web/page/lesson/lesson.ts), from what the program prints:
// lessons/index.json, and lessons/3.json for each.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { formulaOf } from "./lesson_formula.mjs";
import { blocksOf, inlineOf } from "./lesson_markdown.mjs";
import { run } from "./run.mjs";

/** A question by a number has slips, one by options has a reason for each. */
function questionOf({ id, text, options, number, why }) {
  const told = (answer) => ({ ...answer, why: inlineOf(answer.why) });
  return {
    kind: "question",
    id,
    text: inlineOf(text),
    ...(options && { options: options.map((option) => ({ ...told(option), text: inlineOf(option.text) })) }),
    ...(number && { number: { ...number, slips: number.slips.map(told) } }),
    why: inlineOf(why),
  };
}

const captioned = (block) => ({ ...block, caption: inlineOf(block.caption) });

const blockOf = {
  prose: ({ kind, markdown }) => ({ kind, blocks: blocksOf(markdown) }),
  speaker_note: ({ kind, markdown }) => ({ kind, blocks: blocksOf(markdown) }),
  formula: (block) => ({ kind: "formula", math: formulaOf(block) }),
  // The page's engine makes the trace anew: it is the same engine.
  trace: ({ kind, caption, command }) => ({ kind, caption: inlineOf(caption), words: command.split(" ") }),
  table: captioned,
  bars: captioned,
  number_line: captioned,
  question: questionOf,
};

function lessonOf({ schema, ideas, remember, tries, exercises, quiz, ...lesson }) {
  if (schema !== "softmax-workbook/page/1") throw new Error(`a lesson by the schema ${schema}`);
  return {
    ...lesson,
    ideas: ideas.map(({ blocks, ...idea }) => ({
      ...idea,
      blocks: blocks.map((block) => blockOf[block.kind](block)),
    })),
    remember: remember.map(inlineOf),
    tries: tries.map(({ command, text }) => ({ words: command.split(" "), text: inlineOf(text) })),
    exercises: exercises.map(({ text }) => inlineOf(text)),
    quiz: quiz.map(questionOf),
  };
}

function entryOf({ number, id, title, minutes, question, ideas, quiz }) {
  const asked = [...ideas.flatMap(({ blocks }) => blocks), ...quiz];
  const questions = asked.filter(({ kind }) => kind === "question");
  return { number, id, title, minutes, question, questions: questions.map((one) => one.id) };
}

/** Their numbers, as `workbook lesson` lists them. */
function numbersOf(program) {
  const list = run(program, ["lesson"], { printed: true });
  const numbers = [...list.matchAll(/^ *(\d+) {2}/gm)].map(([, number]) => number);
  if (numbers.length === 0) throw new Error(`${program} lists no lessons`);
  return numbers;
}

/** Does: writes what `program`, a built workbook, prints of its lessons into the folder. */
export function writeLessons(program, folder) {
  const write = (name, data) => writeFileSync(join(folder, `${name}.json`), JSON.stringify(data));
  mkdirSync(folder, { recursive: true });
  const lessons = numbersOf(program).map((number) =>
    lessonOf(JSON.parse(run(program, ["lesson", number, "--json"], { printed: true }))),
  );
  for (const lesson of lessons) write(lesson.number, lesson);
  write("index", lessons.map(entryOf));
}
