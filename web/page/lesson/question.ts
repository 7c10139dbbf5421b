/**
 * Something to answer. The verdict is told in words, and to those who hear the page.
 */
import { button, el } from "../dom.ts";
import type { EngineClient } from "../engine/client.ts";
import { hidden } from "../presenting.ts";
import { nodesOf } from "./blocks.ts";
import { type Controls, controlsOf } from "./controls.ts";
import { explanation, type Judgement, judged } from "./judge.ts";
import type { Question } from "./lesson.ts";

function verdict(given: string, right: boolean): Node[] {
  if (given === "") return [];
  return [
    right ? el("strong", { class: "right" }, "Right.") : el("strong", { class: "wrong" }, `Not ${given}.`),
  ];
}

function said(question: Question, given: string, judgement: Judgement): Node[] {
  if (hidden("answers")) return [el("p", {}, given === "" ? "Passed over." : "Noted.")];
  const first = verdict(given, judgement.right);
  const more = nodesOf(explanation(question, judgement));
  return [...(first.length > 0 ? [el("p", {}, ...first)] : []), ...more];
}

type Answered = (given: string, right: boolean) => void;

export class Asked {
  readonly element: HTMLFormElement;
  /** What is said to an answer. */
  readonly reply = el("div", { class: "reply", role: "status", tabindex: -1 });
  readonly #question: Question;
  readonly #engine: Promise<EngineClient>;
  readonly #controls: Controls;
  readonly #wrong = el("p", { class: "error", role: "alert" });

  /** `kind` is what it is called: "Guess first", "Question 2 of 4". */
  constructor(question: Question, kind: string, engine: Promise<EngineClient>, answered: Answered) {
    this.#question = question;
    this.#engine = engine;
    this.#controls = controlsOf(question);
    const passing = hidden("answers") ? "Pass over" : "Show the answer";
    const pass = button(passing, () => void this.#take("", answered), { class: "quiet" });
    this.element = el(
      "form",
      { class: "question", novalidate: true, "data-question": question.id },
      el("p", { class: "kind" }, kind),
      this.#controls.element,
      el("p", { class: "actions" }, el("button", { class: "primary" }, "Answer"), pass),
      this.#wrong,
      this.reply,
    );
    this.element.addEventListener("submit", (event) => {
      event.preventDefault();
      const given = this.#controls.given();
      if (given === "") this.#wrong.textContent = `First a guess: ${this.#controls.wanted}.`;
      else void this.#take(given, answered);
    });
  }

  /** Does: takes an answer of an earlier reading. */
  recall(given: string): void {
    void this.#take(given, () => undefined);
  }

  /** Does: asks anew. */
  ask(): void {
    this.#controls.fill("");
    this.#disable(false);
    this.element.classList.remove("answered");
    this.reply.replaceChildren();
  }

  /** While a verdict is awaited nothing more can be given: one answer is one try. */
  async #take(given: string, answered: Answered): Promise<void> {
    const focused = document.activeElement as HTMLElement | null;
    this.#disable(true);
    const judgement = await this.#judged(given);
    if (judgement) {
      this.#settle(given, judgement);
      answered(given, judgement.right);
    } else {
      this.#disable(false);
      if (this.element.contains(focused)) focused?.focus(); // what is disabled loses it
    }
  }

  /** Undefined where there is no verdict: why is said. */
  async #judged(given: string): Promise<Judgement | undefined> {
    try {
      const judgement = await judged(this.#question, given, this.#engine);
      if (judgement.understood) return judgement;
      this.#wrong.textContent = `Please ${this.#controls.wanted}.`;
    } catch (error) {
      this.#wrong.textContent = (error as Error).message;
    }
    return undefined;
  }

  #disable(all: boolean): void {
    for (const part of this.element.elements) part.toggleAttribute("disabled", all);
  }

  #settle(given: string, judgement: Judgement): void {
    this.#controls.fill(given);
    this.element.classList.add("answered");
    this.#wrong.replaceChildren();
    this.reply.replaceChildren(...said(this.#question, given, judgement));
  }
}
