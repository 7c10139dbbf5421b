/**
 * What the page's address says for teaching, before its #:
 *
 *     index.html?present#/lesson/3          large, one idea a screen, moved by keys
 *     index.html?hide=quiz,tries#/lesson/3  without these parts, which the views name
 */
const query = new URLSearchParams(location.search);
const parts = new Set((query.get("hide") ?? "").split(","));

export const presenting = query.has("present");

/**
 * Of a lesson: quiz, tries, exercises, answers. Of the inspector: presets, controls, verdict, bars, line,
 * stages, decode, compare, terminal.
 */
export function hidden(part: string): boolean {
  return parts.has(part);
}

/** The query of the same page, presented or no longer; what is hidden stays so. */
export function searchOf(presented: boolean): string {
  const others = [...new URLSearchParams(location.search)].filter(([key]) => key !== "present");
  const both = [presented ? "present" : "", new URLSearchParams(others).toString()];
  const asked = both.filter((part) => part !== "").join("&");
  return asked && `?${asked}`;
}
