/** One lesson, read or presented: #/lesson/3, #/lesson/3/ratio. */
import { el } from "../dom.ts";
import type { EngineClient } from "../engine/client.ts";
import { presenting } from "../presenting.ts";
import type { Address, View } from "../router.ts";
import { Learning } from "./learn.ts";
import { type Entry, lessonIndex, lessonOf } from "./lesson.ts";
import { Presentation } from "./present.ts";

interface Shown {
  readonly element: HTMLElement;
  open(part: string | undefined): void;
}

function requireLesson(all: readonly Entry[], name: string): Entry {
  const found = all.find(({ number, id }) => name === String(number) || name === id);
  if (!found) throw new Error(`There is no lesson ${name}: they are numbered 1 to ${all.length}.`);
  return found;
}

async function made(name: string, engine: Promise<EngineClient>): Promise<Shown> {
  const all = await lessonIndex();
  const lesson = await lessonOf(requireLesson(all, name).number);
  document.title = `${lesson.title} · Softmax Workbook`;
  return presenting ? new Presentation(lesson, engine) : new Learning(lesson, all, engine);
}

/** A key that a control takes for itself is not the lesson's. */
function isOfControl(event: KeyboardEvent): boolean {
  const control = (event.target as Element).closest("button, a, input, select, textarea, summary");
  return control !== null && [" ", "Enter"].includes(event.key);
}

class LessonView implements View {
  readonly element = el("div");
  readonly title = "Lesson";
  readonly #engine: Promise<EngineClient>;
  #name = "";
  #shown: Shown | undefined;

  constructor(engine: Promise<EngineClient>) {
    this.#engine = engine;
  }

  show({ path: [, name = "1", part] }: Address): void {
    document.documentElement.classList.toggle("presenting", presenting);
    if (presenting) addEventListener("keydown", this.#heard);
    if (name === this.#name) {
      this.#shown?.open(part);
      return;
    }
    this.#name = name;
    this.#shown = undefined;
    void this.#open(name, part);
  }

  leave(): void {
    document.documentElement.classList.remove("presenting");
    removeEventListener("keydown", this.#heard);
    this.#name = "";
  }

  async #open(name: string, part: string | undefined): Promise<void> {
    try {
      const shown = await made(name, this.#engine);
      if (name !== this.#name) return; // another was asked for meanwhile
      this.#shown = shown;
      this.element.replaceChildren(shown.element);
      shown.open(part);
    } catch (error) {
      this.element.replaceChildren(
        el("h1", {}, "Lesson"),
        el("p", { class: "error" }, (error as Error).message),
        el("p", {}, el("a", { href: "#/lessons" }, "All lessons")),
      );
    }
  }

  readonly #heard = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || isOfControl(event)) return;
    if (this.#shown instanceof Presentation && this.#shown.obey(event.key)) event.preventDefault();
  };
}

export function lessonView(engine: Promise<EngineClient>): View {
  return new LessonView(engine);
}
