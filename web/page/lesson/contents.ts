/** The parts of a lesson as links, and which of them were read. */
import { el } from "../dom.ts";
import { hashOf } from "../router.ts";
import { searchOf } from "../presenting.ts";
import type { Lesson } from "./lesson.ts";
import type { Part } from "./sheet.ts";

export interface Contents {
  readonly element: HTMLElement;
  /** Does: marks the parts up to that one as read, and it as the place. */
  mark(reached: string): void;
}

export const lessonHash = (number: number, ...part: string[]): string =>
  hashOf({ path: ["lesson", String(number), ...part], query: new URLSearchParams() });

/** `open` is for a link to where the page is already: that changes no address. */
export function contentsOf(
  { number }: Lesson,
  parts: readonly Part[],
  open: (part: string) => void,
): Contents {
  const first = parts.filter(({ section }, i) => section !== parts[i - 1]?.section);
  const items = first.map(({ step: { part, title } }) => {
    const state = el("span", { class: "heard" });
    const link = el("a", { href: lessonHash(number, part) }, title, state);
    link.addEventListener("click", () => {
      if (link.hash === location.hash) open(part);
    });
    return { part, link, state, element: el("li", {}, link) };
  });
  const present = el(
    "a",
    { class: "by-hand", href: `${searchOf(true)}${lessonHash(number)}` },
    "Present this lesson",
  );
  const wide = matchMedia("(min-width: 60rem)").matches;
  const details = el(
    "details",
    { open: wide },
    el("summary", {}, "In this lesson"),
    el("ol", {}, ...items.map(({ element }) => element)),
    present,
  );
  return {
    element: el("nav", { class: "contents", "aria-label": "Parts of this lesson" }, details),
    mark(reached) {
      const at = items.findIndex(({ part }) => part === reached);
      items.forEach(({ link, state }, i) => {
        link.classList.toggle("ahead", i > at);
        state.textContent = i > at ? " (not yet read)" : "";
        if (i === at) link.setAttribute("aria-current", "step");
        else link.removeAttribute("aria-current");
      });
    },
  };
}
