/** All lessons, and what was done of each; and that as a file, to keep or to carry to the terminal. */
import { button, el } from "../dom.ts";
import type { View } from "../router.ts";
import { lessonHash } from "./contents.ts";
import { type Entry, lessonIndex } from "./lesson.ts";
import { merged, OtherVersion, parseProgress, type Progress, textOf } from "./progress.ts";
import { forgetProgress, onOtherTab, readProgress, updateProgress } from "./store.ts";

// --- the list ---

function standing({ id, questions }: Entry, { lessons, answers }: Progress): string {
  const place = lessons[id];
  const right = questions.filter((question) => answers[question]?.ever_right).length;
  const state = place?.finished ? "Finished" : place ? "Begun" : "New";
  return `${state}, ${right} of ${questions.length} answers right`;
}

function itemOf(entry: Entry, progress: Progress): HTMLElement {
  const { number, id, title, minutes, question, questions } = entry;
  const right = questions.filter((one) => progress.answers[one]?.ever_right).length;
  const meter = el("progress", { max: questions.length, value: right, "aria-hidden": "true" });
  const link = el("a", { href: lessonHash(number) }, title);
  const latest = id === progress.latest ? [el("span", { class: "latest" }, "You were here")] : [];
  return el(
    "li",
    { value: number },
    el("h2", {}, link, el("span", { class: "note" }, ` ${minutes} minutes`)),
    el("p", {}, question),
    el("p", { class: "note" }, meter, standing(entry, progress), ...latest),
  );
}

function summary(all: readonly Entry[], { lessons, answers }: Progress): string {
  const finished = all.filter(({ id }) => lessons[id]?.finished).length;
  const questions = all.flatMap((entry) => entry.questions);
  const right = questions.filter((id) => answers[id]?.ever_right).length;
  return `${finished} of ${all.length} lessons finished, ${right} of ${questions.length} answers right.`;
}

// --- progress as a file ---

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
    const why = other ? `is of version ${error.message}, and this page reads version 1` : `is no progress: ${(error as Error).message}`;
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
    el("p", { class: "actions" }, yes, button("Keep it", () => dialog.close(), { class: "primary" })),
  );
  return dialog;
}

/** `said` is one line for the reader. */
function carrying(done: (said: string) => void): HTMLElement {
  const file = el("input", { type: "file", accept: ".json,application/json", hidden: true, "aria-label": "Progress file" });
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
    el("p", {}, "It is kept in this browser. As a file it is that of the terminal too: ", el("code", {}, "./workbook progress"), " tells where that is."),
    el("p", { class: "actions" }, button("Export", () => save(textOf(readProgress().progress))), button("Import", () => file.click()), button("Forget all", () => dialog.showModal()), file),
    dialog,
  );
}

export function lessonsView(): View {
  const list = el("ol", { class: "lessons" });
  const sum = el("p", { class: "lead" });
  const said = el("p", { class: "said", role: "status" });
  const draw = async (line: string): Promise<void> => {
    try {
      const all = await lessonIndex();
      const { progress, trouble } = readProgress();
      sum.textContent = summary(all, progress);
      list.replaceChildren(...all.map((entry) => itemOf(entry, progress)));
      said.textContent = line || trouble;
    } catch (error) {
      said.textContent = (error as Error).message;
    }
  };
  let ignore = (): void => undefined;
  return {
    element: el("div", { class: "lessons-page" }, el("h1", {}, "Lessons"), sum, said, list, carrying((line) => void draw(line))),
    title: "Lessons",
    show() {
      ignore();
      ignore = onOtherTab(() => void draw(""));
      void draw("");
    },
    leave: () => ignore(),
  };
}
