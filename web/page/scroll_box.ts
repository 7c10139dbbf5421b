/**
 * A box for what may be wider than the page: it scrolls by itself. Where it must, it can be reached
 * by keys, under a name; where all of it is seen, no key stops there.
 */
import { type Child, el } from "./dom.ts";

export function scrollBox(name: string, ...children: Child[]): HTMLElement {
  const box = el("div", { class: "wide" }, ...children);
  const look = new ResizeObserver(() => {
    const scrolls = box.scrollWidth > box.clientWidth;
    for (const [attribute, value] of [
      ["tabindex", "0"],
      ["role", "region"],
      ["aria-label", name],
    ] as const) {
      if (scrolls) box.setAttribute(attribute, value);
      else box.removeAttribute(attribute);
    }
  });
  look.observe(box);
  for (const child of box.children) look.observe(child);
  return box;
}
