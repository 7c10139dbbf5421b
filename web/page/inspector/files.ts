/**
 * The one file that the engine in the worker keeps: the one before it is forgotten, and all is where that
 * engine had to begin anew.
 */
import type { Engines } from "../engine/client.ts";
import { syntheticName, syntheticRow } from "./synthetic.ts";

export class Files {
  readonly #engines: Engines;
  #kept = "";
  #restarts = 0;

  constructor(engines: Engines) {
    this.#engines = engines;
  }

  /** Throws: an Error of one line. */
  async keep(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    const engine = await this.#engines.beside();
    if (this.#kept !== "" && this.#kept !== name) await engine.ask([["forgetFile", this.#kept]]);
    await engine.ask([["keepFile", name, bytes]]);
    this.#kept = name;
    this.#restarts = engine.restarts;
  }

  /** A link names a file; the synthetic row alone can be made anew. */
  async require(name: string): Promise<void> {
    const { restarts } = await this.#engines.beside();
    if (this.#kept === name && this.#restarts === restarts) return;
    if (name === syntheticName) return this.keep(name, syntheticRow());
    throw new Error(`${name} is not here: a link cannot hold a file. Drop it on this page.`);
  }
}
