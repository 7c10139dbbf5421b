/**
 * The positive numbers of the format on a logarithmic line, and where each exponential falls: by its
 * reference, since what overflowed has no other place.
 */
import type { FormatReport, Stage, WindowRun } from "../../engine/report.ts";
import { el, svg } from "../dom.ts";
import { exponentOfTen, grouped, signed } from "./numbers.ts";
import type { Panel, Shown } from "./shown.ts";

type Zone = "zero" | "subnormal" | "normal" | "overflow";

/** In powers of ten. */
interface Limits {
  readonly zero: number;
  readonly subnormal: number;
  readonly overflow: number;
}

const lane = 26;
const top = 8;
const end = 56; // the width of the zones that have no end

/** ln of a threshold as the engine prints it, as a power of ten. */
function limitsOf({ exp }: FormatReport): Limits {
  const ten = (ln: string): number => Number(ln) / Math.LN10;
  return { zero: ten(exp.zero_below), subnormal: ten(exp.subnormal_below), overflow: ten(exp.overflow_above) };
}

function zoneOf(power: number, limits: Limits): Zone {
  if (power < limits.zero) return "zero";
  if (power < limits.subnormal) return "subnormal";
  return power > limits.overflow ? "overflow" : "normal";
}

/** The first exponentials: a division free algorithm has others at its end. */
function exponentials(run: WindowRun): Stage | undefined {
  return run.stages.find(({ stage }) => stage === "exponentiate");
}

function powersOf(run: WindowRun): number[] {
  const values = exponentials(run)?.values ?? [];
  return values.map(({ reference }) => exponentOfTen(reference)).filter((power) => power !== null);
}

function summary(run: WindowRun, limits: Limits, format: FormatReport): string {
  if (!exponentials(run)) return `${run.algorithm.replaceAll("_", " ")} keeps no exponentials.`;
  const powers = powersOf(run);
  const counts = new Map<Zone, number>();
  for (const power of powers) counts.set(zoneOf(power, limits), (counts.get(zoneOf(power, limits)) ?? 0) + 1);
  const words: Record<Zone, string> = {
    overflow: `above the largest number, become ${format.overflow}`,
    normal: "among the normal numbers",
    subnormal: "among the subnormal numbers",
    zero: "below all numbers, become 0",
  };
  const parts = [...counts].map(([zone, count]) => `${grouped(count)} ${words[zone]}`);
  return `${run.algorithm.replaceAll("_", " ")}: of ${grouped(powers.length)} exponentials ${parts.join("; ")}.`;
}

export class NumberLinePanel implements Panel {
  readonly element: HTMLElement;
  readonly #box = el("div", { class: "number-line" });
  readonly #words = el("ul", { class: "plain" });
  #shown: Shown | undefined;

  constructor() {
    const title = el("h2", {}, "Where the exponentials fall");
    this.element = el("section", { class: "panel" }, title, this.#box, this.#words);
    new ResizeObserver(() => {
      if (this.#shown) this.draw(this.#shown);
    }).observe(this.#box);
  }

  draw(shown: Shown): void {
    this.#shown = shown;
    const { format, window } = shown;
    const limits = limitsOf(format);
    this.#box.replaceChildren(new Drawing(this.#box.clientWidth || 600, format, limits).of(window.runs));
    this.#words.replaceChildren(
      ...window.runs.map((run, which) => el("li", { class: `run${which}` }, summary(run, limits, format))),
    );
  }
}

/** One drawing, in the pixels that it has: text keeps its size on every screen. */
class Drawing {
  readonly #width: number;
  readonly #format: FormatReport;
  readonly #limits: Limits;

  constructor(width: number, format: FormatReport, limits: Limits) {
    this.#width = width;
    this.#format = format;
    this.#limits = limits;
  }

  of(runs: readonly WindowRun[]): SVGElement {
    const height = top + lane * runs.length;
    return svg(
      "svg",
      { width: this.#width, height: height + 62, "aria-hidden": "true" },
      ...this.#zones(height),
      ...this.#thresholds(height),
      ...runs.flatMap((run, which) => this.#marks(run, which)),
    );
  }

  /** Every place is within the drawing: what is beyond the line stands in the zone at its end. */
  #x(power: number): number {
    const { zero, overflow } = this.#limits;
    const part = (power - zero) / (overflow - zero);
    const inner = this.#width - 2 * end;
    return Math.min(Math.max(end + part * inner, end / 2), this.#width - end / 2);
  }

  #zones(height: number): SVGElement[] {
    const { zero, subnormal, overflow } = this.#limits;
    const zones: [Zone, number, number][] = [
      ["zero", 0, this.#x(zero)],
      ["subnormal", this.#x(zero), this.#x(subnormal)],
      ["normal", this.#x(subnormal), this.#x(overflow)],
      ["overflow", this.#x(overflow), this.#width],
    ];
    return zones.map(([zone, from, to]) =>
      svg("rect", { class: `zone ${zone}`, x: from, y: 0, width: Math.max(to - from, 0), height }),
    );
  }

  #thresholds(height: number): SVGElement[] {
    const { zero, subnormal, overflow } = this.#limits;
    const { exp } = this.#format;
    const narrow = Math.min(this.#x(subnormal) - this.#x(zero), this.#x(0) - this.#x(subnormal)) < 90;
    return [
      this.#label(end / 2, height + 18, "0", "middle"),
      this.#label(this.#width - end / 2, height + 18, this.#format.overflow, "middle"),
      ...this.#threshold(zero, exp.zero_below, height, "end", false),
      ...(narrow ? [] : this.#threshold(subnormal, exp.subnormal_below, height, "middle", false)),
      ...this.#threshold(0, "0", height, "middle", true),
      ...this.#threshold(overflow, exp.overflow_above, height, "end", true),
    ];
  }

  /** e^x stands under the line, and x below that. */
  #threshold(power: number, ln: string, height: number, anchor: string, one: boolean): SVGElement[] {
    const x = this.#x(power);
    const value = power === 0 ? "1" : `10^${Math.round(power)}`;
    const place = anchor === "end" && !one ? Math.max(x, end) : x;
    return [
      svg("line", { class: "threshold", x1: x, x2: x, y1: 0, y2: height + 6 }),
      this.#label(place, height + 36, value, "middle"),
      this.#label(place, height + 54, `x = ${signed(Number(Number(ln).toPrecision(4))).replace("+", "")}`, "middle"),
    ];
  }

  #label(x: number, y: number, text: string, anchor: string): SVGElement {
    return svg("text", { x, y, "text-anchor": anchor }, text);
  }

  #marks(run: WindowRun, which: number): SVGElement[] {
    const y = top + lane * which + lane / 2 - 4;
    return powersOf(run).map((power) => mark(this.#x(power), y, which));
  }
}

/** A circle or a diamond: told apart without colours too. */
function mark(x: number, y: number, which: number): SVGElement {
  if (which === 0) return svg("circle", { class: "mark run0", cx: x, cy: y, r: 6 });
  return svg("path", { class: "mark run1", d: `M${x - 7} ${y}L${x} ${y - 7}L${x + 7} ${y}L${x} ${y + 7}Z` });
}
