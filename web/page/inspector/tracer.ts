/**
 * Asks the engines for what the inspector draws: the picture first, and when no newer one is wanted
 * the token, the comparison, and what looks at the whole row. A hand may ask for more pictures than
 * there is time for, and for more than a browser shows: only its newest wish waits, for the next frame.
 */
import { EngineError } from "../../engine/engine.ts";
import type { CompareReport, DecodeReport, FormatReport, TraceReport, TraceWindow } from "../../engine/report.ts";
import type { EngineClient, Engines } from "../engine/client.ts";
import type { Call } from "../engine/messages.ts";
import type { Files } from "./files.ts";
import { compareWords, pastedWords, type Settings, traceWords } from "./settings.ts";
import type { Comparison, Shown, Theory, Token, Told } from "./shown.ts";

export interface Audience {
  /** More is to come, or all has been told. */
  busy(busy: boolean): void;
  picture(shown: Shown): void;
  token(token: Token): void;
  theory(theory: Theory): void;
  /** Null where nothing was pasted. */
  comparison(comparison: Comparison | null): void;
  refused(message: string): void;
}

/** Milliseconds without another wish, until what takes longer than a picture is begun. */
const rest = 100;

/** How often, and how far apart in milliseconds, the shown logits are asked for once more. */
const practice = { times: 150, apart: 2 };

/** Of a row out of a file as many logits are listed, the largest. */
const listedOfFile = 16;

/** A wish that is being fulfilled. */
interface Turn {
  readonly settings: Settings;
  readonly engine: EngineClient;
  /** The number of the wish, and of the engine's trace. */
  readonly asked: number;
  readonly traced: number;
}

export class Tracer {
  readonly #engines: Engines;
  readonly #files: Files;
  readonly #audience: Audience;
  #wish: Settings | undefined;
  #busy = false;
  #asked = 0;
  #practised = 0;
  #wake = (): void => {};

  constructor(engines: Engines, files: Files, audience: Audience) {
    this.#engines = engines;
    this.#files = files;
    this.#audience = audience;
  }

  ask(settings: Settings): void {
    this.#wish = settings;
    ++this.#asked;
    this.#wake();
    if (!this.#busy) void this.#work();
  }

  /** Nobody looks: what is still to be told is not asked for. */
  stop(): void {
    this.#wish = undefined;
    ++this.#asked;
  }

  async #work(): Promise<void> {
    this.#busy = true;
    this.#audience.busy(true);
    while (this.#wish) {
      const [settings, asked] = [this.#wish, this.#asked];
      this.#wish = undefined;
      try {
        const engine = await this.#engineFor(settings);
        const shown = picture(engine, settings);
        const turn = { settings, engine, asked, traced: engine.traces };
        this.#audience.picture(await shown);
        await this.#rested(asked);
        await this.#tellMore(turn);
      } catch (error) {
        this.#audience.refused(lineOf(error));
      }
    }
    this.#busy = false;
    this.#audience.busy(false);
  }

  async #engineFor({ file }: Settings): Promise<EngineClient> {
    if (!file) return this.#engines.here();
    await this.#files.require(file.name);
    return this.#engines.beside();
  }

  /** The engine is left alone while a hand moves a slider: its next picture comes with its next frame. */
  async #rested(asked: number): Promise<void> {
    const frame = nextFrame();
    if (this.#asked === asked) await Promise.race([pause(rest), this.#nextWish()]);
    await frame;
  }

  #nextWish(): Promise<undefined> {
    return new Promise((resolve) => {
      this.#wake = () => resolve(undefined);
    });
  }

  /** One after the other, so that a hand can come between: nobody is told what comes after its wish. */
  async #tellMore(turn: Turn): Promise<void> {
    for (const part of this.#parts(turn)) {
      if (this.#isOver(turn)) return;
      const tell = await Promise.race([part(), this.#nextWish()]);
      if (!tell) return;
      tell();
      await pause(0);
    }
    this.#engines.beside().catch(() => undefined); // it starts now, for whoever will want it
    this.#practise(turn).catch(() => undefined); // the next picture will tell
  }

  /** What looks at the whole row: each comes to how it is told. */
  #parts({ settings, engine }: Turn): (() => Promise<() => void>)[] {
    return [
      async () => {
        const token = await told<DecodeReport>(() => engine.ask([decoding(settings)]));
        return () => this.#audience.token(token);
      },
      async () => {
        const whole = await theory(engine);
        return () => this.#audience.theory(whole);
      },
      async () => {
        const comparison = await this.#compared(settings);
        return () => this.#audience.comparison(comparison);
      },
    ];
  }

  /** The search for who made them takes long: it is the worker's. */
  async #compared(settings: Settings): Promise<Comparison | null> {
    if (settings.compare === "") return null;
    return told<CompareReport>(async () => (await this.#engines.beside()).ask([comparing(settings)]));
  }

  /**
   * Once, while nobody moves anything: a browser compiles anew, and better, what was called often. The
   * first moves of a slider are then as fast as the later ones.
   */
  async #practise(turn: Turn): Promise<void> {
    for (; this.#practised < practice.times; ++this.#practised) {
      await pause(practice.apart);
      if (this.#isOver(turn)) return;
      await turn.engine.ask([["window", Math.min(listed(turn.settings), listedOfFile)]]);
    }
  }

  /** A newer wish has come, nobody looks any more, or the engine keeps another's trace. */
  #isOver({ engine, asked, traced }: Turn): boolean {
    return this.#asked !== asked || engine.traces !== traced;
  }
}

function pause(milliseconds: number): Promise<unknown> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** A page that nobody sees has none: it waits no longer than to rest. */
function nextFrame(): Promise<unknown> {
  return Promise.race([new Promise((resolve) => requestAnimationFrame(resolve)), pause(rest)]);
}

function lineOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function listed({ file, logits }: Settings): number {
  return file ? listedOfFile : logits.length;
}

/** Of a row by hand its verdicts cost next to nothing. */
async function picture(engine: EngineClient, settings: Settings): Promise<Shown> {
  const [, window, format, verdicts] = await engine.ask([
    ["trace", traceWords(settings)],
    ["window", listed(settings)],
    ["format", settings.format],
    ...(settings.file ? [] : [["verdicts"] as const]),
  ]);
  return {
    settings,
    window: JSON.parse(window!) as TraceWindow,
    format: JSON.parse(format!) as FormatReport,
    verdicts: verdicts === undefined ? undefined : linesOf(verdicts),
  };
}

function linesOf(text: string): string[] {
  return text.trimEnd().split("\n");
}

async function theory(engine: EngineClient): Promise<Theory> {
  const [report, verdicts] = await engine.ask([["report", ["--json", "--top=1"]], ["verdicts"]]);
  return { report: JSON.parse(report!) as TraceReport, verdicts: linesOf(verdicts!) };
}

async function told<Report>(ask: () => Promise<string[]>): Promise<Told<Report>> {
  try {
    const [text] = await ask();
    return { report: JSON.parse(text!) as Report };
  } catch (error) {
    return { error: lineOf(error) };
  }
}

/** What is no number the engine would take for the name of a file. */
function comparing(settings: Settings): Call {
  const wrong = pastedWords(settings).find((word) => !/^[-+]?(\.?\d|nan|inf)/i.test(word));
  if (wrong !== undefined) throw new EngineError(`'${wrong}' is not a number`, 2);
  return ["compare", compareWords(settings)];
}

/** Of the last run: where two are compared, the first is the one that may break. */
function decoding({ algorithms, cuts, seed, counter }: Settings): Call {
  const wanted: Record<string, number> = { run: algorithms.length - 1, counter };
  const put = (key: string, text: string): void => {
    if (text !== "") wanted[key] = number(text);
  };
  put("topK", cuts.topK);
  put("topP", cuts.topP);
  put("minP", cuts.minP);
  put("seed", seed);
  return ["decode", wanted];
}

function number(text: string): number {
  const value = Number(text);
  if (Number.isNaN(value)) throw new EngineError(`'${text}' is not a number`, 2);
  return value;
}
