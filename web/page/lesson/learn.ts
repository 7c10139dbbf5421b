/**
 * A lesson as it is read alone: its ideas come one after the other, and what follows a question waits
 * for an answer. What is done is kept (store.ts).
 */
import { button, el } from "../dom.ts";
import type { EngineClient } from "../engine/client.ts";
import { hidden } from "../presenting.ts";
import { rewriteAddress } from "../router.ts";
import { type Contents, contentsOf } from "./contents.ts";
import type { Entry, Lesson, Question } from "./lesson.ts";
import { lessonLinks } from "./links.ts";
import { type Progress, withAnswer, withPlace } from "./progress.ts";
import { Asked } from "./question.ts";
import { begin, moveTo, opening, type Part, partsOf, reveal } from "./sheet.ts";
import { endingPart, stepOfPart, stepReached, stepsOf } from "./steps.ts";
import { readProgress, updateProgress } from "./store.ts";

export class Learning {
  readonly element: HTMLElement;
  readonly #lesson: Lesson;
  readonly #parts: readonly Part[];
  readonly #contents: Contents;
  readonly #asked = new Map<string, Asked>();
  /** Which questions were answered, and whether that was right. */
  readonly #said = new Map<string, boolean>();
  readonly #top: HTMLElement;
  readonly #on = button("Continue", () => this.#goOn(), { class: "primary on by-hand" });
  readonly #trouble = el("p", { class: "error", role: "alert" });
  readonly #ending = el("div", { class: "ending by-hand" });
  /** What was wrong with what was kept. */
  readonly #told: string;
  #last: number;

  constructor(lesson: Lesson, all: readonly Entry[], engine: Promise<EngineClient>) {
    this.#lesson = lesson;
    const steps = stepsOf(lesson);
    this.#parts = partsOf(lesson, steps, engine, (question, kind) => this.#ask(question, kind, engine));
    this.#contents = contentsOf(lesson, this.#parts, (part) => this.open(part));
    const { progress, trouble } = readProgress();
    this.#told = trouble;
    this.#recall(progress);
    this.#last = stepReached(steps, lesson.id, progress);
    const sections = new Set(this.#parts.map(({ section }) => section));
    this.#top = opening(lesson);
    if (progress.lessons[lesson.id]?.finished) this.#top.append(this.#again());
    const text = el(
      "article",
      {},
      this.#top,
      ...sections,
      this.#trouble,
      this.#on,
      this.#ending,
      lessonLinks(lesson, all),
    );
    this.element = el("div", { class: "lesson" }, this.#contents.element, text);
  }

  /** Does: shows the lesson from that part on; without one, from where it was left. */
  open(part: string | undefined): void {
    const steps = this.#parts.map(({ step }) => step);
    const at = part === undefined ? this.#last : stepOfPart(steps, part, (id) => this.#said.has(id));
    this.#last = Math.max(this.#last, at);
    this.#show();
    if (!this.#finished()) this.#keep((progress) => withPlace(progress, this.#lesson.id, this.#place()));
    const { section } = this.#parts[at]!;
    if (part === undefined && section === this.#parts[0]!.section) begin(this.#top);
    else moveTo(section.querySelector("h2")!);
  }

  #ask(question: Question, kind: string, engine: Promise<EngineClient>): HTMLElement {
    const made = new Asked(question, kind, engine, (given, right) => this.#answered(question, given, right));
    this.#asked.set(question.id, made);
    return made.element;
  }

  #recall({ answers }: Progress): void {
    for (const [id, made] of this.#asked) {
      const answer = answers[id];
      if (!answer) continue;
      this.#said.set(id, answer.right);
      made.recall(answer.given);
    }
  }

  #answered({ id }: Question, given: string, right: boolean): void {
    this.#said.set(id, right);
    this.#keep((progress) => withAnswer(progress, id, given, right));
    this.#show();
    const { reply } = this.#asked.get(id)!;
    const goesOn = this.#parts[this.#last]!.step.question?.id === id && !this.#on.hidden;
    (goesOn ? this.#on : reply).focus({ preventScroll: true });
    reply.scrollIntoView({ block: "nearest" });
  }

  #goOn(): void {
    const { step, section, element } = this.#parts[++this.#last]!;
    this.#show();
    this.#keep((progress) => withPlace(progress, this.#lesson.id, step.part));
    rewriteAddress({
      path: ["lesson", String(this.#lesson.number), step.part],
      query: new URLSearchParams(),
    });
    const begins = this.#parts[this.#last - 1]!.section !== section;
    moveTo(begins ? section.querySelector("h2")! : element);
  }

  #keep(change: (progress: Progress) => Progress): void {
    const ended = this.#ended();
    const finished = (progress: Progress): Progress => withPlace(progress, this.#lesson.id, endingPart, true);
    const trouble = updateProgress((progress) => (ended ? finished(change(progress)) : change(progress)));
    this.#trouble.textContent = trouble || this.#told;
  }

  #show(): void {
    const { step } = this.#parts[this.#last]!;
    const waits = step.question !== undefined && !this.#said.has(step.question.id);
    reveal(this.#parts, this.#last + 1);
    this.#on.hidden = waits || this.#last === this.#parts.length - 1;
    this.#contents.mark(step.part);
    this.#ending.replaceChildren(...(this.#ended() ? this.#score() : []));
  }

  #place(): string {
    return this.#parts[this.#last]!.step.part;
  }

  #finished(): boolean {
    return readProgress().progress.lessons[this.#lesson.id]?.finished ?? false;
  }

  /** Whether the last step is there, and all that is asked at the end was answered. */
  #ended(): boolean {
    const answered = hidden("quiz") || this.#lesson.quiz.every(({ id }) => this.#said.has(id));
    return this.#last === this.#parts.length - 1 && answered;
  }

  #score(): Node[] {
    const { quiz } = this.#lesson;
    if (hidden("quiz") || hidden("answers")) return [];
    const missed = quiz.filter(({ id }) => !this.#said.get(id));
    const score = `You have ${quiz.length - missed.length} of ${quiz.length} questions right.`;
    const more = button("Ask what was missed again", () => this.#askAnew(missed));
    return [el("p", { role: "status" }, score), ...(missed.length > 0 ? [more] : [])];
  }

  #askAnew(questions: readonly Question[]): void {
    for (const { id } of questions) {
      this.#said.delete(id);
      this.#asked.get(id)!.ask();
    }
    this.#show();
    const first = this.#asked.get(questions[0]!.id)!.element;
    first.querySelector<HTMLElement>("input")!.focus({ preventScroll: true });
    first.scrollIntoView({ block: "center" });
  }

  #again(): HTMLElement {
    const anew = button("Read it again, with nothing answered", () => {
      for (const [id, made] of this.#asked) {
        this.#said.delete(id);
        made.ask();
      }
      this.#last = 0;
      this.#show();
      begin(this.#top);
    });
    return el("p", { class: "by-hand" }, "You have finished this lesson. ", anew);
  }
}
