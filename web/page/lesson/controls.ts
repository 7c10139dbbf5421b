/** What an answer is given in: options to choose, or a field for a number. */
import { el } from "../dom.ts";
import { nodesOf } from "./blocks.ts";
import { answerHint } from "./judge.ts";
import type { NumberAnswer, Option, Question } from "./lesson.ts";

export interface Controls {
  readonly element: HTMLElement;
  given(): string;
  fill(given: string): void;
  /** What to say where nothing is given, or nothing that is understood. */
  readonly wanted: string;
}

function choice(question: Question, options: readonly Option[]): Controls {
  const radios = options.map((_, i) => el("input", { type: "radio", name: question.id, value: i + 1 }));
  const labels = options.map(({ text }, i) =>
    el("label", { class: "option" }, radios[i]!, el("b", {}, `${i + 1}`), el("span", {}, ...nodesOf(text))),
  );
  const legend = el("legend", {}, ...nodesOf(question.text));
  return {
    element: el("fieldset", {}, legend, ...labels),
    given: () => radios.find((radio) => radio.checked)?.value ?? "",
    fill: (given) =>
      radios.forEach((radio) => {
        radio.checked = radio.value === given;
      }),
    wanted: `choose 1 to ${options.length}`,
  };
}

function number(question: Question, answer: NumberAnswer): Controls {
  const hint = el("span", { class: "note", id: `${question.id}:hint` }, answerHint(answer));
  const text = {
    type: "text",
    size: 14,
    autocomplete: "off",
    spellcheck: "false",
    "aria-describedby": hint.id,
  };
  const input = el("input", text);
  const asked = el("span", { class: "asked" }, ...nodesOf(question.text));
  return {
    element: el("fieldset", {}, el("label", {}, asked, input), hint),
    given: () => input.value.trim(),
    fill: (given) => {
      input.value = given;
    },
    wanted: `type ${answerHint(answer)}`,
  };
}

export function controlsOf(question: Question): Controls {
  return question.number ? number(question, question.number) : choice(question, question.options ?? []);
}
