/** One lesson, read or presented: #/lesson/3, #/lesson/3/ratio. */
import { el } from "../dom.ts";
import type { EngineClient } from "../engine/client.ts";
import { presenting } from "../presenting.ts";
import type { Address, View } from "../router.ts";
import { Learning } from "./learn.ts";
import { type Entry, type Lesson, lessonIndex, lessonOf } from "./lesson.ts";
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

/** A key that the focused control takes for itself, or a box that scrolls, is not the lesson's. */
function isTaken({ target, key }: KeyboardEvent): boolean {
  const focused = target as Element;
  if (key.startsWith("Arrow")) return focused.matches(".wide[tabindex]"); // see scroll_box.ts
  const control = focused.closest("button, a, input, select, textarea, summary");
  return control !== null && [" ", "Enter"].includes(key);
}

function trouble({ message }: Error): HTMLElement[] {
  return [
    el("h1", {}, "Lesson"),
    el("p", { class: "error" }, message),
    el("p", {}, el("a", { href: "#/lessons" }, "All lessons")),
  ];
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
    const isLeft = (): boolean => name !== this.#name; // something else is shown by now
    try {
      const all = await lessonIndex();
      const lesson = await lessonOf(requireLesson(all, name).number);
      if (isLeft()) return;
      this.#put(lesson, all).open(part);
    } catch (error) {
      if (!isLeft()) this.element.replaceChildren(...trouble(error as Error));
    }
  }

  #put(lesson: Lesson, all: readonly Entry[]): Shown {
    const engine = this.#engine;
    const shown = presenting ? new Presentation(lesson, engine) : new Learning(lesson, all, engine);
    this.#shown = shown;
    this.element.replaceChildren(shown.element);
    document.title = `${lesson.title} · Softmax Workbook`;
    return shown;
  }

  readonly #heard = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTaken(event)) return;
    if (this.#shown instanceof Presentation && this.#shown.obey(event.key)) event.preventDefault();
  };
}

export function lessonView(engine: Promise<EngineClient>): View {
  return new LessonView(engine);
}
