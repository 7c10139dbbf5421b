/** The presets, group by group; and of the one that is shown, what to look at. */
import { el, labelled } from "../dom.ts";
import { queryOf } from "./address.ts";
import type { Change, Control } from "./control.ts";
import type { Preset } from "./presets/preset.ts";
import { presets } from "./presets/presets.ts";
import { type Settings, standard } from "./settings.ts";

/** Where the stepper stands is no matter of a preset. */
function keyOf(settings: Settings): string {
  return queryOf({ ...settings, stage: 0, element: 0 }).toString();
}

function full(preset: Preset): Settings {
  return { ...standard, ...preset.settings };
}

function groups(): HTMLElement[] {
  const names = [...new Set(presets.map(({ group }) => group))];
  return names.map((group) => {
    const own = presets.filter((preset) => preset.group === group);
    return el("optgroup", { label: group }, ...own.map(({ id, title }) => el("option", { value: id }, title)));
  });
}

export class PresetPanel implements Control {
  readonly element: HTMLElement;
  readonly #select = el("select", {}, el("option", { value: "" }, "your own"), ...groups());
  readonly #look = el("p", { class: "look", "aria-live": "polite" });
  readonly #known = new Map(presets.toReversed().map((preset) => [keyOf(full(preset)), preset]));

  constructor(change: Change) {
    this.#select.addEventListener("change", () => {
      const preset = presets.find(({ id }) => id === this.#select.value);
      if (preset) change(full(preset));
    });
    this.element = el("div", { class: "stack" }, labelled("Example", this.#select), this.#look);
  }

  set(settings: Settings): void {
    const preset = this.#known.get(keyOf(settings));
    this.#select.value = preset?.id ?? "";
    this.#look.textContent = preset ? preset.look + (preset.source ? ` Seen in ${preset.source}.` : "") : "";
  }
}
