/**
 * The positive numbers of the format on a logarithmic line, and where each exponential falls: by its
 * reference, since what overflowed has no other place.
 */
import type { FormatReport, Stage, Value, WindowRun } from "../../engine/report.ts";
import { el, svg } from "../dom.ts";
import { Kept, write } from "../kept.ts";
import { said } from "./choices.ts";
import { Ground } from "./number_line_ground.ts";
import { exponentOfTen, grouped, numberOf } from "./numbers.ts";
import type { Panel, Shown } from "./shown.ts";

const lane = 26;
const top = 8;

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

/** A circle or a diamond: told apart without colours too. */
class Mark {
  readonly element: SVGElement;

  constructor(which: number) {
    if (which === 0) this.element = svg("circle", { class: "mark run0", r: 6 });
    else this.element = svg("path", { class: "mark run1", d: "M-7 0L0 -7L7 0L0 7Z" });
  }

  place(x: number): void {
    this.element.setAttribute("transform", `translate(${x} 0)`);
  }
}

/** The marks of one run. */
class Lane {
  readonly element = svg("g");
  readonly #marks: Kept<Mark>;

  constructor(which: number) {
    this.#marks = new Kept(this.element, () => new Mark(which));
    this.element.setAttribute("transform", `translate(0 ${top + lane * which + lane / 2 - 4})`);
  }

  draw(run: WindowRun, ground: Ground): void {
    this.#marks.draw(powersOf(run), (mark, power) => mark.place(ground.x(power)));
  }
}

export class NumberLinePanel implements Panel {
  readonly element: HTMLElement;
  readonly #ground = svg("g");
  readonly #marks = svg("g");
  readonly #svg = svg("svg", { "aria-hidden": "true" }, this.#ground, this.#marks);
  readonly #words = el("ul", { class: "plain" });
  readonly #lanes = new Kept(this.#marks, (which) => new Lane(which));
  readonly #summaries = new Kept(this.#words, (which) => ({ element: el("li", { class: `run${which}` }) }));
  #shown: Shown | undefined;
  /** As it was last told: to ask for it amid a drawing would have all be laid out at once. */
  #width = 600;
  #grounded = "";

  constructor() {
    const title = el("h2", {}, "Where the exponentials fall");
    const box = el("div", { class: "number-line" }, this.#svg);
    this.element = el("section", { class: "panel" }, title, box, this.#words);
    new ResizeObserver(([size]) => {
      const { width } = size!.contentRect;
      if (width === 0) return; // nobody sees it
      this.#width = width;
      if (this.#shown) this.draw(this.#shown);
    }).observe(box);
  }

  draw(shown: Shown): void {
    this.#shown = shown;
    const { format, window: { runs } } = shown;
    const ground = new Ground(this.#width, top + lane * runs.length, format);
    this.#drawGround(ground, JSON.stringify([ground.size, format]));
    this.#lanes.draw(runs, (lane, run) => lane.draw(run, ground));
    this.#summaries.draw(runs, ({ element }, run) => write(element, summary(run, format)));
  }

  /** It stays from one picture to the next as long as it is the same. */
  #drawGround(ground: Ground, name: string): void {
    if (name === this.#grounded) return;
    this.#grounded = name;
    const [width, height] = ground.size;
    this.#svg.setAttribute("width", String(width));
    this.#svg.setAttribute("height", String(height));
    this.#ground.replaceChildren(...ground.draw());
  }
}
