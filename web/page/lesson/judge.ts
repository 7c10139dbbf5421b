/**
 * Whether an answer is right, and what is said to it: as the terminal does (lessons/page/judge.hpp,
 * lessons/terminal/reader_screens.cpp). A number is judged by the engine.
 */
import type { EngineClient } from "../engine/client.ts";
import type { Tree } from "../tree.ts";
import type { Inline, NumberAnswer, Option, Question } from "./lesson.ts";

export interface Judgement {
  /** Else nothing was typed that could be an answer. */
  readonly understood: boolean;
  readonly right: boolean;
  readonly why: Inline;
}

const notUnderstood: Judgement = { understood: false, right: false, why: [] };

function judgedChoice(options: readonly Option[], given: string): Judgement {
  const chosen = /^[1-9]$/.test(given) ? options[Number(given) - 1] : undefined;
  return chosen ? { understood: true, right: chosen.right, why: chosen.why } : notUnderstood;
}

async function judgedNumber(number: NumberAnswer, typed: string, engine: EngineClient): Promise<Judgement> {
  const slips = number.slips.map((slip) => slip.value);
  const [verdict = ""] = await engine.ask([
    ["judge", [typed, number.value, String(number.digits), ...slips]],
  ]);
  if (verdict === "unreadable") return notUnderstood;
  return { understood: true, right: verdict === "right", why: number.slips[Number(verdict)]?.why ?? [] };
}

/** Throws: EngineError, or why there is no engine. */
export async function judged(
  question: Question,
  given: string,
  engine: Promise<EngineClient>,
): Promise<Judgement> {
  if (given === "") return { understood: true, right: false, why: [] }; // passed over
  if (question.number) return judgedNumber(question.number, given, await engine);
  return judgedChoice(question.options ?? [], given);
}

/** What can be typed. */
export function answerHint({ value, digits }: NumberAnswer): string {
  const whole = /^\d+$/.test(value);
  if (digits === 0 || (whole && value.replace(/^0+/, "").length <= digits)) return "a whole number";
  return `a number to ${digits} digit${digits === 1 ? "" : "s"}, or inf, -inf, nan`;
}

const paragraph = (...children: Tree[]): Tree => ["p", {}, ...children];
const strong = (text: string): Tree => ["strong", {}, text];

/** The right option with its number, or the right number. */
function rightAnswer({ options, number }: Question): Tree[] {
  if (number) return [strong(number.value)];
  const right = (options ?? []).findIndex((option) => option.right);
  return [strong(String(right + 1)), ": ", ...(options?.[right]?.text ?? [])];
}

function paragraphs(...texts: (Inline | undefined)[]): Tree[] {
  return texts.flatMap((text) => (text && text.length > 0 ? [paragraph(...text)] : []));
}

/** What is said after the word "Right." or "Not 0.645.": why, and else what would have been right. */
export function explanation(question: Question, { right, why }: Judgement): Tree[] {
  if (right)
    return paragraphs(why, question.number && ["It is ", ...rightAnswer(question), "."], question.why);
  const answer = ["The answer is ", ...rightAnswer(question), "."];
  return paragraphs(why, answer, question.options?.find((option) => option.right)?.why, question.why);
}

/** All that there is to say to any answer: for the one who teaches. */
export function wholeAnswer(question: Question): Tree[] {
  const { options, number } = question;
  const item = (name: string, why: Inline): Tree => ["li", {}, strong(name), " ", ...why];
  const items = number
    ? number.slips.map(({ value, why }) => item(`${value}:`, why))
    : (options ?? []).map(({ right, why }, i) => item(`${i + 1} is ${right ? "right" : "wrong"}:`, why));
  const list: Tree[] = items.length > 0 ? [["ul", {}, ...items]] : [];
  return [paragraph("The answer is ", ...rightAnswer(question), "."), ...list, ...paragraphs(question.why)];
}
