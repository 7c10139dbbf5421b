import { el } from "../dom.ts";
import type { View } from "../router.ts";

export function lessonsView(): View {
  return { element: el("div"), title: "Lessons", show: () => undefined };
}
