/** From a lesson to the one before it, to the next, and to all. */
import { el } from "../dom.ts";
import { lessonHash } from "./contents.ts";
import type { Entry, Lesson } from "./lesson.ts";

export function lessonLinks({ number }: Lesson, all: readonly Entry[]): HTMLElement {
  const link = (to: number, kind: string): HTMLElement[] => {
    const entry = all.find((one) => one.number === to);
    if (!entry) return [];
    return [el("a", { href: lessonHash(to) }, el("span", { class: "note" }, kind), ` ${to}. ${entry.title}`)];
  };
  const every = el("a", { href: "#/lessons" }, "All lessons");
  return el(
    "nav",
    { class: "between by-hand", "aria-label": "Other lessons" },
    ...link(number - 1, "Before"),
    every,
    ...link(number + 1, "Next"),
  );
}
