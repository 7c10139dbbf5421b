/**
 * Something to answer: options to choose, or a number to type. The verdict is told in words, and to
 * those who hear the page.
 */
import { button, el } from "../dom.ts";
import type { EngineClient } from "../engine/client.ts";
import { hidden } from "../presenting.ts";
import { nodeOf } from "../tree.ts";
import { answerHint, explanation, type Judgement, judged } from "./judge.ts";
import type { NumberAnswer, Option, Question } from "./lesson.ts";

export interface Asked {
  readonly element: HTMLElement;
  /** Where the reader's eye is after an answer. */
  readonly reply: HTMLElement;
  /** Does: takes an answer of an earlier reading. */
  recall(given: string): void;
  /** Does: asks anew. */
  ask(): void;
}

/** Controls of an answer, and what is given in them. */
interface Controls {
  readonly element: HTMLElement;
  given(): string;
  fill(given: string): void;
  /** What to say where nothing is given, or nothing that is understood. */
  readonly wanted: string;
}

function choice(question: Question, options: readonly Option[]): Controls {
  const radios = options.map((_, i) => el("input", { type: "radio", name: question.id, value: i + 1 }));
  const labels = options.map(({ text }, i) =>
    el("label", { class: "option" }, radios[i]!, el("b", {}, `${i + 1}`), el("span", {}, ...text.map((t) => nodeOf(t)))),
  );
  const legend = el("legend", {}, ...question.text.map((tree) => nodeOf(tree)));
  return {
    element: el("fieldset", {}, legend, ...labels),
    given: () => radios.find((radio) => radio.checked)?.value ?? "",
    fill: (given) => radios.forEach((radio) => { radio.checked = radio.value === given; }),
    wanted: `choose 1 to ${options.length}`,
  };
}

function number(question: Question, answer: NumberAnswer): Controls {
  const hint = el("span", { class: "note", id: `${question.id}:hint` }, answerHint(answer));
  const text = { type: "text", size: 14, autocomplete: "off", spellcheck: "false", "aria-describedby": hint.id };
  const input = el("input", text);
  const asked = el("span", { class: "asked" }, ...question.text.map((tree) => nodeOf(tree)));
  return {
    element: el("fieldset", {}, el("label", {}, asked, input), hint),
    given: () => input.value.trim(),
    fill: (given) => { input.value = given; },
    wanted: `type ${answerHint(answer)}`,
  };
}

function verdict(given: string, right: boolean): Node[] {
  if (given === "") return [];
  return [right ? el("strong", { class: "right" }, "Right.") : el("strong", { class: "wrong" }, `Not ${given}.`)];
}

function said(question: Question, given: string, judgement: Judgement): Node[] {
  if (hidden("answers")) return [el("p", {}, given === "" ? "Passed over." : "Noted.")];
  const first = verdict(given, judgement.right);
  const more = explanation(question, judgement).map((tree) => nodeOf(tree));
  return [...(first.length > 0 ? [el("p", {}, ...first)] : []), ...more];
}

/** `kind` is what it is called: "Guess first", "Question 2 of 4". */
export function asked(
  question: Question,
  kind: string,
  engine: Promise<EngineClient>,
  answered: (given: string, right: boolean) => void,
): Asked {
  const controls = question.number ? number(question, question.number) : choice(question, question.options ?? []);
  const wrong = el("p", { class: "error", role: "alert" });
  const reply = el("div", { class: "reply", role: "status", tabindex: -1 });
  const pass = button(hidden("answers") ? "Pass over" : "Show the answer", () => void take(""), { class: "quiet" });
  const actions = el("p", { class: "actions" }, el("button", { class: "primary" }, "Answer"), pass);
  const element = el("form", { class: "question", novalidate: true, "data-question": question.id }, el("p", { class: "kind" }, kind), controls.element, actions, wrong, reply);

  function settle(given: string, judgement: Judgement): void {
    controls.fill(given);
    controls.element.toggleAttribute("disabled", true);
    element.classList.add("answered");
    wrong.replaceChildren();
    reply.replaceChildren(...said(question, given, judgement));
  }

  async function take(given: string, tell = answered): Promise<void> {
    try {
      const judgement = await judged(question, given, engine);
      if (!judgement.understood) {
        wrong.textContent = `Please ${controls.wanted}.`;
        return;
      }
      settle(given, judgement);
      tell(given, judgement.right);
    } catch (error) {
      wrong.textContent = (error as Error).message;
    }
  }

  element.addEventListener("submit", (event) => {
    event.preventDefault();
    const given = controls.given();
    if (given === "") wrong.textContent = `First a guess: ${controls.wanted}.`;
    else void take(given);
  });

  return {
    element,
    reply,
    recall: (given) => void take(given, () => undefined),
    ask() {
      controls.fill("");
      controls.element.toggleAttribute("disabled", false);
      element.classList.remove("answered");
      reply.replaceChildren();
    },
  };
}
