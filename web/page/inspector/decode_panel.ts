/** From probabilities to a token: greedy, cut to the likeliest, and by chance from a seed. */
import type { DecodeReport } from "../../engine/report.ts";
import { button, el, labelled } from "../dom.ts";
import type { Change, Control } from "./control.ts";
import { grouped, percent, referenceText } from "./numbers.ts";
import type { Settings } from "./settings.ts";
import type { Token } from "./shown.ts";

type Cut = keyof Settings["cuts"];

const cutNames: Readonly<Record<Cut, string>> = { topK: "top-k: k", topP: "top-p: p", minP: "min-p" };
const rules = { top_k: "Top-k", top_p: "Top-p", min_p: "Min-p" };

/** Long lists are cut: the tokens of a whole vocabulary are no reading. */
function listOf(indices: readonly number[]): string {
  const most = 16;
  const some = indices.slice(0, most).join(", ");
  return indices.length > most ? `${some} and ${grouped(indices.length - most)} more` : some;
}

function sixDigits(number: number): string {
  return String(Number(number.toPrecision(6)));
}

function sentences({ greedy, entropy, cuts, sample }: DecodeReport): string[] {
  return [
    `Greedy decoding takes token ${greedy}.`,
    `Entropy: ${referenceText(entropy.nats, 6)} nats. (It is largest, ln n, where all n tokens are equal.)`,
    ...cuts.map(({ rule, kept }) => `${rules[rule]} keeps ${grouped(kept.length)}: ${listOf(kept)}.`),
    `By chance: the random number ${sixDigits(sample.u)}, times the sum ${sixDigits(sample.total)}, falls between ` +
      `${sixDigits(sample.from)} and ${sixDigits(sample.to)}. That is the part of token ${sample.index}: ` +
      `${percent(sample.probability)}.`,
  ];
}

export class DecodePanel implements Control {
  readonly element: HTMLElement;
  readonly #change: Change;
  readonly #cuts: Readonly<Record<Cut, HTMLInputElement>>;
  readonly #seed = field();
  readonly #words = el("ul", { class: "plain", role: "list" });
  #settings: Settings | undefined;

  constructor(change: Change) {
    this.#change = change;
    this.#cuts = { topK: field(), topP: field(), minP: field() };
    for (const [name, input] of this.#inputs()) {
      input.addEventListener("input", () => change({ cuts: { ...this.#settings!.cuts, [name]: input.value.trim() } }));
    }
    this.#seed.addEventListener("input", () => change({ seed: this.#seed.value.trim(), counter: 0 }));
    this.element = el(
      "section",
      { class: "panel", "aria-label": "from probabilities to a token" },
      el("h2", {}, "From probabilities to a token"),
      el(
        "div",
        { class: "line by-hand" },
        ...this.#inputs().map(([name, input]) => labelled(cutNames[name], input)),
        labelled("seed", this.#seed),
        button("Draw the next", () => this.#draw(this.#settings!.counter + 1)),
        button("From the first", () => this.#draw(0)),
      ),
      this.#words,
    );
  }

  set(settings: Settings): void {
    this.#settings = settings;
    for (const [name, input] of this.#inputs()) fill(input, settings.cuts[name]);
    fill(this.#seed, settings.seed);
  }

  tell(token: Token): void {
    const lines = "error" in token ? [`No token: ${token.error}.`] : sentences(token.report);
    this.#words.replaceChildren(...lines.map((line) => el("li", {}, line)));
  }

  #draw(counter: number): void {
    this.#change({ counter });
  }

  #inputs(): [Cut, HTMLInputElement][] {
    return Object.entries(this.#cuts) as [Cut, HTMLInputElement][];
  }
}

function field(): HTMLInputElement {
  return el("input", { type: "text", inputmode: "decimal", class: "number short", autocomplete: "off" });
}

function fill(input: HTMLInputElement, text: string): void {
  if (input.value.trim() !== text) input.value = text;
}
