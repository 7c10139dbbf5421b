/**
 * What the number line stands on: the zones of a format and its thresholds, in the pixels that there
 * are, since text keeps its size on every screen.
 */
import type { FormatReport } from "../../engine/report.ts";
import { svg } from "../dom.ts";
import { referenceText } from "./numbers.ts";

type Zone = "zero" | "subnormal" | "normal" | "overflow";

/** In powers of ten. */
interface Limits {
  readonly zero: number;
  readonly subnormal: number;
  readonly overflow: number;
}

const line = 22; // of text, at its largest
const end = 56; // the width of the zones that have no end

/** ln of a threshold as the engine prints it, as a power of ten. */
function limitsOf({ exp }: FormatReport): Limits {
  const ten = (ln: string): number => Number(ln) / Math.LN10;
  return { zero: ten(exp.zero_below), subnormal: ten(exp.subnormal_below), overflow: ten(exp.overflow_above) };
}

export class Ground {
  readonly #width: number;
  readonly #height: number;
  readonly #format: FormatReport;
  readonly #limits: Limits;

  /** The height is that of the lanes above the line's words. */
  constructor(width: number, height: number, format: FormatReport) {
    this.#width = width;
    this.#height = height;
    this.#format = format;
    this.#limits = limitsOf(format);
  }

  get size(): readonly [width: number, height: number] {
    return [this.#width, this.#height + 3 * line + 8];
  }

  /** Every place is within the drawing: what is beyond the line stands in the zone at its end. */
  x(power: number): number {
    const { zero, overflow } = this.#limits;
    const part = (power - zero) / (overflow - zero);
    const inner = this.#width - 2 * end;
    return Math.min(Math.max(end + part * inner, end / 2), this.#width - end / 2);
  }

  draw(): SVGElement[] {
    return [...this.#zones(), ...this.#thresholds()];
  }

  #zones(): SVGElement[] {
    const { zero, subnormal, overflow } = this.#limits;
    const zones: [Zone, number, number][] = [
      ["zero", 0, this.x(zero)],
      ["subnormal", this.x(zero), this.x(subnormal)],
      ["normal", this.x(subnormal), this.x(overflow)],
      ["overflow", this.x(overflow), this.#width],
    ];
    return zones.map(([zone, from, to]) =>
      svg("rect", { class: `zone ${zone}`, x: from, y: 0, width: Math.max(to - from, 0), height: this.#height }),
    );
  }

  #thresholds(): SVGElement[] {
    const { zero, subnormal, overflow } = this.#limits;
    const { exp, smallest_subnormal, smallest_normal, largest } = this.#format;
    const narrow = Math.min(this.x(subnormal) - this.x(zero), this.x(0) - this.x(subnormal)) < 90;
    return [
      this.#label(end / 2, 1, "0"),
      this.#label(this.#width - end / 2, 1, this.#format.overflow),
      ...this.#threshold(zero, smallest_subnormal, exp.zero_below),
      ...(narrow ? [] : this.#threshold(subnormal, smallest_normal, exp.subnormal_below)),
      ...this.#threshold(0, 1, "0"),
      ...this.#threshold(overflow, largest, exp.overflow_above),
    ];
  }

  /** The number of the format stands under the line, and below it x, where e^x leaves the zone. */
  #threshold(power: number, number: number, ln: string): SVGElement[] {
    const x = this.x(power);
    return [
      svg("line", { class: "threshold", x1: x, x2: x, y1: 0, y2: this.#height + 6 }),
      this.#label(x, 2, referenceText(String(number).replace("e+", "e"), 4)),
      this.#label(x, 3, `x = ${Number(Number(ln).toFixed(2))}`),
    ];
  }

  /** In one of the three lines below. */
  #label(x: number, below: number, text: string): SVGElement {
    return svg("text", { x, y: this.#height + below * line, "text-anchor": "middle" }, text);
  }
}
