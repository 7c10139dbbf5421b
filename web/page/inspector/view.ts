import { el } from "../dom.ts";
import type { EngineClient } from "../engine/client.ts";
import type { View } from "../router.ts";

export function inspectorView(_engine: Promise<EngineClient>): View {
  const element = el("div", {}, el("h1", {}, "Inspector"));
  return { element, title: "Inspector", show: () => undefined };
}
