import { el } from "../dom.ts";
import type { EngineClient } from "../engine/client.ts";
import type { View } from "../router.ts";

export function lessonView(_engine: Promise<EngineClient>): View {
  return { element: el("div"), title: "Lesson", show: () => undefined };
}
