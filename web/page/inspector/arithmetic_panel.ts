/** Temperature, format, algorithm and sums: how the logits are computed with. */
import type { Algorithm, SumOrder, TemperatureOrder } from "../../engine/report.ts";
import { button, el, labelled, select } from "../dom.ts";
import { algorithms, formats, orders, sums } from "./choices.ts";
import type { Change, Control } from "./control.ts";
import type { Settings } from "./settings.ts";

const own = "own";
const none = "none";

function choices(words: Readonly<Record<string, string>>): [string, string][] {
  return Object.entries(words);
}

/** On a logarithmic slider: from a hundredth to a hundred, 200 steps for a power of ten. */
class Temperature implements Control {
  readonly element: HTMLElement;
  readonly #slider = el("input", { type: "range", min: -400, max: 400, step: 1, "aria-label": "temperature, logarithmic slider" });
  readonly #field = el("input", { type: "text", inputmode: "decimal", class: "number", "aria-label": "temperature T", autocomplete: "off" });
  readonly #reset: HTMLButtonElement;

  constructor(change: Change) {
    this.#slider.addEventListener("input", () => {
      const temperature = String(Number((10 ** (Number(this.#slider.value) / 200)).toPrecision(3)));
      this.#field.value = temperature;
      change({ temperature });
    });
    this.#field.addEventListener("input", () => change({ temperature: this.#field.value.trim() }));
    this.#reset = button("T = 1", () => change({ temperature: "1" }), { "aria-label": "T = 1, the usual temperature" });
    this.element = el(
      "div",
      { class: "temperature", role: "group", "aria-label": "temperature" },
      el("span", {}, "Temperature T"),
      this.#slider,
      this.#field,
      this.#reset,
    );
  }

  set({ temperature }: Settings): void {
    if (this.#field.value.trim() !== temperature) this.#field.value = temperature;
    const place = Math.round(Math.log10(Number(temperature)) * 200);
    const valid = Number(temperature) > 0 && Number.isFinite(Number(temperature));
    this.#field.setAttribute("aria-invalid", String(!valid));
    if (valid && Number(this.#slider.value) !== place) this.#slider.value = String(place);
  }
}

/** A built-in format, or one that the reader invents. */
class FormatChoice implements Control {
  readonly element: HTMLElement;
  readonly #select: HTMLSelectElement;
  readonly #field = el("input", { type: "text", class: "number", autocomplete: "off" });

  constructor(label: string, first: readonly [string, string][], put: (format: string) => void) {
    this.#select = select([...first, ...choices(formats), [own, "your own: precision,emin,emax"]], (format) => {
      put(format === own ? "4,-3,4" : format);
    });
    this.#field.setAttribute("aria-label", `${label}, your own: precision,emin,emax`);
    this.#field.addEventListener("input", () => put(this.#field.value.trim()));
    this.element = el("div", { class: "stack" }, labelled(label, this.#select), this.#field);
  }

  /** The field stays while somebody types in it, whatever the text is on its way. */
  show(format: string): void {
    const typing = document.activeElement === this.#field && this.#field.value.trim() === format;
    const known = !typing && [...this.#select.options].some(({ value }) => value === format && value !== own);
    this.#select.value = known ? format : own;
    this.#field.hidden = known;
    if (this.#field.value.trim() !== format) this.#field.value = format;
  }

  set({ format }: Settings): void {
    this.show(format);
  }
}

export class ArithmeticPanel implements Control {
  readonly element: HTMLElement;
  readonly #temperature: Temperature;
  readonly #format: FormatChoice;
  readonly #accumulator: FormatChoice;
  readonly #algorithm: HTMLSelectElement;
  readonly #beside: HTMLSelectElement;
  readonly #sum: HTMLSelectElement;
  readonly #order: HTMLSelectElement;

  constructor(change: Change) {
    const chosen = (): void => {
      const both = [this.#algorithm.value, this.#beside.value].filter((name) => name !== none);
      change({ algorithms: [...new Set(both)] as Algorithm[], stage: 0, element: 0 });
    };
    this.#temperature = new Temperature(change);
    this.#format = new FormatChoice("Format", [], (format) => change({ format }));
    this.#accumulator = new FormatChoice("Sums are taken in", [["", "the format itself"]], (accumulator) => change({ accumulator }));
    this.#algorithm = select(choices(algorithms), chosen);
    this.#beside = select([[none, "nothing"], ...choices(algorithms)], chosen);
    this.#sum = select(choices(sums), (sum) => change({ sum: sum as SumOrder }));
    this.#order = select(choices(orders), (order) => change({ order: order as TemperatureOrder }));
    this.element = el(
      "div",
      { class: "stack" },
      this.#temperature.element,
      labelled("Algorithm", this.#algorithm),
      labelled("Beside it", this.#beside),
      this.#format.element,
      el(
        "details",
        {},
        el("summary", {}, "Sums, and where T comes in"),
        el("div", { class: "stack" }, labelled("Order of the sum", this.#sum), this.#accumulator.element, labelled("With T", this.#order)),
      ),
    );
  }

  set(settings: Settings): void {
    this.#temperature.set(settings);
    this.#format.set(settings);
    this.#accumulator.show(settings.accumulator);
    this.#algorithm.value = settings.algorithms[0]!;
    this.#beside.value = settings.algorithms[1] ?? none;
    this.#sum.value = settings.sum;
    this.#order.value = settings.order;
  }
}
