/** The command that prints the same trace in a terminal. */
import { button, el } from "../dom.ts";
import type { Control } from "./control.ts";
import { type Settings, terminalCommand } from "./settings.ts";
import { syntheticName } from "./synthetic.ts";

export class TerminalPanel implements Control {
  readonly element: HTMLElement;
  readonly #command = el("code");
  readonly #said = el("span", { role: "status" });

  constructor() {
    const copy = button("Copy", () => void this.#copy());
    const box = el("pre", { class: "wide", tabindex: 0, role: "region", "aria-label": "command" }, this.#command);
    this.element = el(
      "section",
      { class: "panel", "aria-label": "in a terminal" },
      el("h2", {}, "The same in a terminal"),
      box,
      el("div", { class: "line by-hand" }, copy, this.#said),
    );
  }

  set(settings: Settings): void {
    const made = settings.file?.name === syntheticName;
    this.#command.textContent = made ? "# of this page alone: the terminal has no such file" : terminalCommand(settings);
    this.#said.textContent = "";
  }

  async #copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.#command.textContent);
      this.#said.textContent = "Copied.";
    } catch {
      this.#said.textContent = "This browser does not let the page copy: select the text.";
    }
  }
}
