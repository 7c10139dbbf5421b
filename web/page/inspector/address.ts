/**
 * Settings as the query of an address, and back:  z=1000,999&T=1&f=binary32&a=unshifted,shifted
 *
 * What is as in `standard` is left out. An address may be anybody's: what the engine judges (numbers,
 * formats) is taken as it stands, and what the page itself counts with must be of its kind.
 */
import type { Algorithm, SumOrder, TemperatureOrder } from "../../engine/report.ts";
import { algorithms, orders, sums } from "./choices.ts";
import { mostByHand, type Settings, standard } from "./settings.ts";

/** An address that asks for what is not there. Its message is shown; the rest of it counts. */
export interface Asked {
  readonly settings: Settings;
  readonly complaints: readonly string[];
}

const mostLetters = 40;

class Reader {
  readonly complaints: string[] = [];
  readonly #query: URLSearchParams;

  constructor(query: URLSearchParams) {
    this.#query = query;
  }

  text(key: string, usual: string, most = mostLetters): string {
    const value = this.#query.get(key);
    if (value === null) return usual;
    if (value.length <= most) return value;
    return this.#instead(key, `${value.length} letters are more than the ${most} that it may have`, usual);
  }

  word<W extends string>(key: string, words: readonly W[], usual: W): W {
    const value = this.text(key, usual);
    return words.find((word) => word === value) ?? this.#instead(key, `it is one of ${words.join(", ")}`, usual);
  }

  words<W extends string>(key: string, words: readonly W[], usual: readonly W[], most: number): readonly W[] {
    const values = this.text(key, usual.join(","), 200).split(",");
    const known = values.flatMap((value) => words.find((word) => word === value) ?? []);
    if (known.length === values.length && known.length <= most) return known;
    return this.#instead(key, `it is at most ${most} of ${words.join(", ")}`, usual);
  }

  whole(key: string, usual: number): number {
    const value = this.text(key, String(usual));
    if (/^\d{1,15}$/.test(value)) return Number(value);
    return this.#instead(key, "it is a whole number", usual);
  }

  logits(): readonly string[] {
    const words = this.text("z", standard.logits.join(","), mostByHand * mostLetters).split(",");
    if (words.length <= mostByHand) return words;
    const why = `${words.length} logits are more than the ${mostByHand} of an address: give them as a file`;
    return this.#instead("z", why, standard.logits);
  }

  #instead<V>(key: string, why: string, usual: V): V {
    this.complaints.push(`${key} in the address: ${why}. It was passed over.`);
    return usual;
  }
}

export function settingsOf(query: URLSearchParams): Asked {
  const reader = new Reader(query);
  const name = reader.text("file", "", 200);
  const file = name === "" ? null : { name, row: query.has("row") ? reader.whole("row", 0) : null };
  const settings: Settings = {
    logits: file ? [] : reader.logits(),
    file,
    temperature: reader.text("T", standard.temperature),
    format: reader.text("f", standard.format),
    algorithms: reader.words("a", Object.keys(algorithms) as Algorithm[], standard.algorithms, 2),
    sum: reader.word("sum", Object.keys(sums) as SumOrder[], standard.sum),
    accumulator: reader.text("acc", standard.accumulator),
    order: reader.word("order", Object.keys(orders) as TemperatureOrder[], standard.order),
    cuts: { topK: reader.text("k", ""), topP: reader.text("p", ""), minP: reader.text("minp", "") },
    seed: reader.text("seed", standard.seed),
    counter: reader.whole("draw", 0),
    compare: reader.text("compare", "", mostByHand * mostLetters),
    stage: reader.whole("stage", 0),
    element: reader.whole("at", 0),
  };
  return { settings, complaints: reader.complaints };
}

export function queryOf(settings: Settings): URLSearchParams {
  const query = new URLSearchParams();
  const put = (key: string, value: string | number, usual: string | number): void => {
    if (value !== usual) query.set(key, String(value));
  };
  const { cuts, file } = settings;
  if (!file) put("z", settings.logits.join(","), standard.logits.join(","));
  put("file", file?.name ?? "", "");
  put("row", file?.row ?? -1, -1);
  put("T", settings.temperature, standard.temperature);
  put("f", settings.format, standard.format);
  put("a", settings.algorithms.join(","), standard.algorithms.join(","));
  put("sum", settings.sum, standard.sum);
  put("acc", settings.accumulator, standard.accumulator);
  put("order", settings.order, standard.order);
  put("k", cuts.topK, "");
  put("p", cuts.topP, "");
  put("minp", cuts.minP, "");
  put("seed", settings.seed, standard.seed);
  put("draw", settings.counter, 0);
  put("compare", settings.compare, "");
  put("stage", settings.stage, 0);
  put("at", settings.element, 0);
  return query;
}
