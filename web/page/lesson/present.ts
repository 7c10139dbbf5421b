/**
 * A lesson for a projector: large, one idea a screen. Each key shows the next thing: what is asked,
 * its answer, what follows. Nothing is answered, and nothing kept.
 */
import { button, el } from "../dom.ts";
import type { EngineClient } from "../engine/client.ts";
import { searchOf } from "../presenting.ts";
import { rewriteAddress } from "../router.ts";
import { noteView } from "./blocks.ts";
import { lessonHash } from "./contents.ts";
import { type Frame, framesOf, type Posed, posed } from "./frames.ts";
import type { Lesson, Question } from "./lesson.ts";
import { opening, partsOf } from "./sheet.ts";
import { stepsOf } from "./steps.ts";

const keys = [
  ["→ Page Down Space", "on: what is below, the answer, the next idea"],
  ["← Page Up", "back"],
  ["n", "speaker notes"],
  ["?", "these keys"],
  ["Escape", "leave"],
] as const;

export class Presentation {
  readonly element: HTMLElement;
  readonly #number: number;
  /** By itself the first screen; above an idea it is one small line. */
  readonly #top: HTMLElement;
  readonly #posed = new Map<Question, Posed>();
  readonly #notes: { readonly section: HTMLElement; readonly element: HTMLElement }[] = [];
  readonly #frames: readonly Frame[];
  readonly #place = el("span", { role: "status" });
  readonly #help = el(
    "dl",
    { class: "keys", hidden: true },
    ...keys.flatMap(([key, what]) => [el("dt", {}, key), el("dd", {}, what)]),
  );
  #at = 0;

  constructor(lesson: Lesson, engine: Promise<EngineClient>) {
    this.#number = lesson.number;
    this.#top = opening(lesson);
    const parts = partsOf(lesson, stepsOf(lesson), engine, (question, kind) => {
      const made = posed(question, kind);
      this.#posed.set(question, made);
      return made.element;
    });
    for (const { step, section } of parts) {
      for (const note of step.notes) this.#notes.push({ section, element: noteView(note) });
    }
    for (const { section, element } of this.#notes) section.append(element);
    this.#frames = [{ part: "", section: this.#top, pieces: [] }, ...framesOf(parts, lesson, this.#posed)];
    const sections = new Set(this.#frames.map(({ section }) => section));
    this.element = el("article", { class: "lesson presented" }, ...sections, this.#help, this.#bar());
  }

  /** Does: shows the part's first screen; without one the lesson's. */
  open(part = ""): void {
    this.#show(
      Math.max(
        0,
        this.#frames.findIndex((frame) => frame.part === part),
      ),
    );
  }

  /** Does: what the key asks for. Returns: whether it asks for anything. */
  obey(key: string): boolean {
    if (["ArrowRight", "PageDown", " "].includes(key)) this.#on();
    else if (["ArrowLeft", "PageUp"].includes(key)) this.#show(Math.max(0, this.#at - 1));
    else if (key === "n") this.#toggleNotes();
    else if (key === "?") this.#help.hidden = !this.#help.hidden;
    else if (key === "Escape") this.#leave();
    else return false;
    return true;
  }

  #bar(): HTMLElement {
    const key = (name: string, text: string): HTMLElement => button(text, () => this.obey(name));
    return el(
      "p",
      { class: "moves by-hand" },
      key("ArrowLeft", "Back"),
      key("ArrowRight", "On"),
      this.#place,
      key("n", "Notes"),
      key("?", "? Keys"),
      key("Escape", "Leave"),
    );
  }

  /** First down, to what is below the screen's edge. */
  #on(): void {
    const below = document.documentElement.scrollHeight - innerHeight - scrollY;
    if (below > 8) scrollBy({ top: Math.min(below, 0.8 * innerHeight) });
    else if (this.#at + 1 < this.#frames.length) this.#show(this.#at + 1);
  }

  #show(at: number): void {
    const before = this.#frames[this.#at]!;
    const now = this.#frames[at]!;
    this.#at = at;
    this.element.classList.toggle("titled", now.section === this.#top);
    for (const { section, pieces } of this.#frames) {
      section.hidden = section !== now.section && section !== this.#top;
      for (const piece of pieces) piece.hidden = !now.pieces.includes(piece);
    }
    for (const { element } of this.#notes) element.hidden = true;
    this.#place.textContent = `${at + 1} of ${this.#frames.length}`;
    rewriteAddress({
      path: ["lesson", String(this.#number), ...(now.part ? [now.part] : [])],
      query: new URLSearchParams(),
    });
    this.#look(now, before.section === now.section && at > 0);
  }

  #look({ section, pieces }: Frame, same: boolean): void {
    const piece = pieces[pieces.length - 1];
    const target = same && piece ? piece : section.querySelector<HTMLElement>("h1, h2")!;
    target.focus({ preventScroll: true });
    if (same) target.scrollIntoView({ block: "nearest" });
    else scrollTo({ top: 0 });
  }

  #toggleNotes(): void {
    const { section } = this.#frames[this.#at]!;
    const here = this.#notes.filter((note) => note.section === section);
    for (const { element } of here) element.hidden = !element.hidden;
    here[here.length - 1]?.element.scrollIntoView({ block: "nearest" });
    if (here.length === 0) this.#place.textContent = "There are no notes here.";
  }

  /** The list of keys goes first. */
  #leave(): void {
    if (!this.#help.hidden) {
      this.#help.hidden = true;
      return;
    }
    const { part } = this.#frames[this.#at]!;
    const hash = lessonHash(this.#number, ...(part === "" ? [] : [part]));
    location.assign(location.pathname + searchOf(false) + hash);
  }
}
