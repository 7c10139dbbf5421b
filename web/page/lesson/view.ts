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

export function lessonView(engine: Promise<EngineClient>): View {
  const element = el("div");
  let name = "";
  let shown: Shown | undefined;

  function heard(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || isOfControl(event)) return;
    if (shown instanceof Presentation && shown.obey(event.key)) event.preventDefault();
  }

  async function open(wanted: string, part: string | undefined): Promise<void> {
    try {
      const lesson = await made(wanted, engine);
      if (wanted !== name) return; // another was asked for meanwhile
      shown = lesson;
      element.replaceChildren(lesson.element);
      lesson.open(part);
    } catch (error) {
      const all = el("a", { href: "#/lessons" }, "All lessons");
      element.replaceChildren(el("h1", {}, "Lesson"), el("p", { class: "error" }, (error as Error).message), el("p", {}, all));
    }
  }

  return {
    element,
    title: "Lesson",
    show({ path: [, wanted = "1", part] }: Address) {
      document.documentElement.classList.toggle("presenting", presenting);
      if (presenting) addEventListener("keydown", heard);
      if (wanted === name) {
        shown?.open(part);
        return;
      }
      name = wanted;
      shown = undefined;
      void open(wanted, part);
    },
    leave() {
      document.documentElement.classList.remove("presenting");
      removeEventListener("keydown", heard);
      name = "";
    },
  };
}
