/**
 * The stages, one at a time, and in a stage one value at a time: forward and back by buttons and by
 * the arrow keys.
 */
import type { Value } from "../../engine/report.ts";
import { button, el } from "../dom.ts";
import { Kept, write } from "../kept.ts";
import { said, stages as words } from "./choices.ts";
import type { Change } from "./control.ts";
import { grouped } from "./numbers.ts";
import type { Panel, Shown } from "./shown.ts";
import { type SharedStage, sharedStages } from "./stage_list.ts";
import { StageTable } from "./stage_table.ts";
import { ValueDetail } from "./value_detail.ts";

/** A value of a stage: in every run the one of that place. */
interface Place {
  readonly stage: number;
  readonly element: number;
}

function values(stage: SharedStage): readonly Value[] {
  const lists = stage.stages.map((run) => run?.values ?? []);
  return lists.reduce((longest, list) => (list.length > longest.length ? list : longest), []);
}

/** A table that is wider than the screen is scrolled by the keys that would step. */
function scrolls({ key, target }: KeyboardEvent): boolean {
  const box = (target as Element).closest(".wide");
  return box !== null && box.scrollWidth > box.clientWidth && (key === "ArrowLeft" || key === "ArrowRight");
}

export class StagePanel implements Panel {
  readonly element: HTMLElement;
  readonly #change: Change;
  readonly #tabs = el("div", { class: "tabs", role: "group", "aria-label": "stages" });
  readonly #what = el("p", { class: "note", "aria-live": "polite" });
  readonly #tables = el("div", { class: "stack" });
  readonly #detail = el("div", { class: "detail" });
  readonly #back: HTMLButtonElement;
  readonly #on: HTMLButtonElement;
  readonly #runs = new Kept(this.#tables, (which) => new StageTable(which));
  readonly #details = new Kept(this.#detail, () => new ValueDetail());
  #stages: readonly SharedStage[] = [];
  #at: Place = { stage: 0, element: 0 };

  constructor(change: Change) {
    this.#change = change;
    this.#back = button("◀ back", () => this.#step(-1));
    this.#on = button("forward ▶", () => this.#step(1));
    const keys = el("p", { class: "note" }, "Keys: ← → a value, ↑ ↓ a stage, Home and End.");
    this.element = el(
      "section",
      { class: "panel stages", "aria-label": "stages, value by value" },
      el("h2", {}, "Stage by stage"),
      this.#tabs,
      this.#what,
      el("div", { class: "line" }, this.#back, this.#on, keys),
      this.#tables,
      this.#detail,
    );
    this.element.addEventListener("keydown", (event) => this.#key(event));
  }

  draw(shown: Shown): void {
    const { runs } = shown.window;
    this.#stages = sharedStages(runs);
    this.#at = this.#within({ stage: shown.settings.stage, element: shown.settings.element });
    const stage = this.#stages[this.#at.stage]!;
    this.#drawTabs();
    this.#say(stage);
    this.#drawTables(shown, stage);
    this.#drawDetail(shown, stage);
    this.#drawButtons();
  }

  /** Heard at each step, and only then. */
  #say(stage: SharedStage): void {
    const { stage: number, element } = this.#at;
    const value = values(stage)[element]!;
    const line =
      `${stage.name}: ${words[stage.name]}. Stage ${number + 1} of ${this.#stages.length}, ` +
      `value ${element + 1} of ${values(stage).length}, element ${value.index}.`;
    write(this.#what, line);
  }

  #drawTables({ window: { runs } }: Shown, { name, stages }: SharedStage): void {
    this.#runs.draw(runs, (table, { algorithm }, which) => table.draw(algorithm, name, stages[which], this.#at.element));
  }

  #drawTabs(): void {
    const names = this.#stages.map(({ name }) => name);
    if (names.join() !== [...this.#tabs.children].map(({ textContent }) => textContent).join()) {
      this.#tabs.replaceChildren(...names.map((name, stage) => button(name, () => this.#go({ stage, element: 0 }))));
    }
    for (const [stage, tab] of [...this.#tabs.children].entries()) {
      tab.setAttribute("aria-pressed", String(stage === this.#at.stage));
    }
  }

  #drawDetail(shown: Shown, stage: SharedStage): void {
    const { element } = this.#at;
    const runs = shown.window.runs.map(({ algorithm }, which) => ({ algorithm, value: stage.stages[which]?.values[element] }));
    const held = runs.flatMap(({ algorithm, value }) => (value ? [{ algorithm, value }] : []));
    this.#details.draw(held, (part, { algorithm, value }) => part.draw(value, said(algorithm)));
  }

  /** At an end a button keeps the focus, so that the keys go on; one that is disabled would lose it. */
  #drawButtons(): void {
    const last = this.#stages.length - 1;
    const first = this.#at.stage === 0 && this.#at.element === 0;
    const end = this.#at.stage === last && this.#at.element === values(this.#stages[last]!).length - 1;
    this.#back.setAttribute("aria-disabled", String(first));
    this.#on.setAttribute("aria-disabled", String(end));
    this.#on.title = `of ${grouped(this.#stages.reduce((sum, stage) => sum + values(stage).length, 0))} values`;
  }

  /** An address may name what is not there. */
  #within({ stage, element }: Place): Place {
    const own = Math.min(stage, this.#stages.length - 1);
    return { stage: own, element: Math.min(element, values(this.#stages[own]!).length - 1) };
  }

  #go(place: Place): void {
    this.#change(this.#within(place));
  }

  #step(by: 1 | -1): void {
    const { stage, element } = this.#at;
    const next = element + by;
    const inStage = next >= 0 && next < values(this.#stages[stage]!).length;
    if (inStage) this.#go({ stage, element: next });
    else if (by === 1 && stage + 1 < this.#stages.length) this.#go({ stage: stage + 1, element: 0 });
    else if (by === -1 && stage > 0) this.#go({ stage: stage - 1, element: Infinity });
  }

  #key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey || scrolls(event)) return;
    const { stage } = this.#at;
    const keys: Record<string, () => void> = {
      ArrowRight: () => this.#step(1),
      ArrowLeft: () => this.#step(-1),
      ArrowDown: () => this.#go({ stage: stage + 1, element: 0 }),
      ArrowUp: () => this.#go({ stage: Math.max(stage - 1, 0), element: 0 }),
      Home: () => this.#go({ stage: 0, element: 0 }),
      End: () => this.#go({ stage: Infinity, element: Infinity }),
    };
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }
}
