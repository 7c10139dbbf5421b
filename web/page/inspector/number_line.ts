/**
 * The positive numbers of the format on a logarithmic line, and where each exponential falls: by its
 * reference, since what overflowed has no other place.
 */
import type { FormatReport, Stage, Value, WindowRun } from "../../engine/report.ts";
import { el, svg } from "../dom.ts";
import { said } from "./choices.ts";
import { exponentOfTen, grouped, numberOf, referenceText } from "./numbers.ts";
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
const line = 22; // of text, at its largest
const end = 56; // the width of the zones that have no end

/** ln of a threshold as the engine prints it, as a power of ten. */
function limitsOf({ exp }: FormatReport): Limits {
  const ten = (ln: string): number => Number(ln) / Math.LN10;
  return { zero: ten(exp.zero_below), subnormal: ten(exp.subnormal_below), overflow: ten(exp.overflow_above) };
}

/** The first exponentials: a division free algorithm has others at its end. */
function exponentials(run: WindowRun): Stage | undefined {
  return run.stages.find(({ stage }) => stage === "exponentiate");
}

function powersOf(run: WindowRun): number[] {
  const values = exponentials(run)?.values ?? [];
  return values.map(({ reference }) => exponentOfTen(reference)).filter((power) => power !== null);
}

/** What became of an exponential, in words that a count stands before. */
function fateOf({ computed, outcome }: Value, format: FormatReport): string {
  const value = numberOf(computed);
  if (outcome === "masked") return "masked";
  if (Number.isNaN(value)) return "NaN";
  if (value === Infinity) return "overflowed to inf";
  if (value === 0) return "underflowed to 0";
  return value < format.smallest_normal ? "subnormal" : "normal";
}

function summary(run: WindowRun, format: FormatReport): string {
  const stage = exponentials(run);
  if (!stage) return `${said(run.algorithm)} keeps no exponentials.`;
  const counts = new Map<string, number>();
  for (const value of stage.values) {
    const fate = fateOf(value, format);
    counts.set(fate, (counts.get(fate) ?? 0) + 1);
  }
  const parts = [...counts].map(([fate, count]) => `${grouped(count)} ${fate}`);
  return `${said(run.algorithm)}: of ${grouped(stage.values.length)} exponentials ${parts.join(", ")}.`;
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
      ...window.runs.map((run, which) => el("li", { class: `run${which}` }, summary(run, format))),
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
      { width: this.#width, height: height + 3 * line + 8, "aria-hidden": "true" },
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
    const { exp, smallest_subnormal, smallest_normal, largest } = this.#format;
    const narrow = Math.min(this.#x(subnormal) - this.#x(zero), this.#x(0) - this.#x(subnormal)) < 90;
    return [
      this.#label(end / 2, height + line, "0"),
      this.#label(this.#width - end / 2, height + line, this.#format.overflow),
      ...this.#threshold(zero, smallest_subnormal, exp.zero_below, height),
      ...(narrow ? [] : this.#threshold(subnormal, smallest_normal, exp.subnormal_below, height)),
      ...this.#threshold(0, 1, "0", height),
      ...this.#threshold(overflow, largest, exp.overflow_above, height),
    ];
  }

  /** The number of the format stands under the line, and below it x, where e^x leaves the zone. */
  #threshold(power: number, number: number, ln: string, height: number): SVGElement[] {
    const x = this.#x(power);
    return [
      svg("line", { class: "threshold", x1: x, x2: x, y1: 0, y2: height + 6 }),
      this.#label(x, height + 2 * line, referenceText(String(number).replace("e+", "e"), 4)),
      this.#label(x, height + 3 * line, `x = ${Number(Number(ln).toFixed(2))}`),
    ];
  }

  #label(x: number, y: number, text: string): SVGElement {
    return svg("text", { x, y, "text-anchor": "middle" }, text);
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
