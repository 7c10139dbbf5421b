/** Progress as a file, to keep it or to carry it to the terminal and back; and its end. */
import { button, el } from "../dom.ts";
import { merged } from "./progress_merge.ts";
import { OtherVersion, parseProgress, textOf } from "./progress_text.ts";
import { forgetProgress, readProgress, updateProgress } from "./store.ts";

function save(text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  el("a", { href: address, download: "progress.json" }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000); // long after the browser has read it
}

/** Returns: one line that tells what came of it. */
async function taken(file: File): Promise<string> {
  try {
    const read = parseProgress(await file.text());
    return updateProgress((progress) => merged(progress, read)) || `${file.name} was added to your progress.`;
  } catch (error) {
    const other = error instanceof OtherVersion;
    const why = other
      ? `is of version ${error.message}, and this page reads version 1`
      : `is no progress: ${(error as Error).message}`;
    return `${file.name} ${why}. Nothing was changed.`;
  }
}

function forgetting(forget: () => void): HTMLDialogElement {
  const dialog = el("dialog", { "aria-labelledby": "forget" });
  const yes = button("Forget all", () => {
    forget();
    dialog.close();
  });
  dialog.append(
    el("h2", { id: "forget" }, "Forget all progress?"),
    el("p", {}, "Places and answers of all lessons go, and cannot be brought back but from a file."),
    el(
      "p",
      { class: "actions" },
      yes,
      button("Keep it", () => dialog.close(), { class: "primary" }),
    ),
  );
  return dialog;
}

/** `said` is one line for the reader. */
export function carrying(done: (said: string) => void): HTMLElement {
  const file = el("input", {
    type: "file",
    accept: ".json,application/json",
    hidden: true,
    "aria-label": "Progress file",
  });
  file.addEventListener("change", async () => {
    const [chosen] = file.files ?? [];
    if (chosen) done(await taken(chosen));
    file.value = "";
  });
  const dialog = forgetting(() => done(forgetProgress() || "All is forgotten."));
  return el(
    "section",
    { class: "panel carrying by-hand", "aria-labelledby": "carrying" },
    el("h2", { id: "carrying" }, "Your progress"),
    el(
      "p",
      {},
      "It is kept in this browser. As a file it is that of the terminal too: ",
      el("code", {}, "./workbook progress"),
      " tells where that is.",
    ),
    el(
      "p",
      { class: "actions" },
      button("Export", () => save(textOf(readProgress().progress))),
      button("Import", () => file.click()),
      button("Forget all", () => dialog.showModal()),
      file,
    ),
    dialog,
  );
}
