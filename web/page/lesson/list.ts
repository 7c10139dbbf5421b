/** All lessons, and what was done of each. */
import { el } from "../dom.ts";
import type { View } from "../router.ts";
import { carrying } from "./carrying.ts";
import { lessonHash } from "./contents.ts";
import { type Entry, lessonIndex } from "./lesson.ts";
import type { Progress } from "./progress.ts";
import { onOtherTab, readProgress } from "./store.ts";

function rightOf(questions: readonly string[], { answers }: Progress): number {
  return questions.filter((id) => answers[id]?.ever_right).length;
}

function standing({ id, questions }: Entry, progress: Progress): string {
  const place = progress.lessons[id];
  const state = place?.finished ? "Finished" : place ? "Begun" : "New";
  return `${state}, ${rightOf(questions, progress)} of ${questions.length} answers right`;
}

function itemOf(entry: Entry, progress: Progress): HTMLElement {
  const { number, id, title, minutes, question, questions } = entry;
  const meter = el("progress", {
    max: questions.length,
    value: rightOf(questions, progress),
    "aria-hidden": "true",
  });
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

function summary(all: readonly Entry[], progress: Progress): string {
  const finished = all.filter(({ id }) => progress.lessons[id]?.finished).length;
  const questions = all.flatMap((entry) => entry.questions);
  const right = rightOf(questions, progress);
  return `${finished} of ${all.length} lessons finished, ${right} of ${questions.length} answers right.`;
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
    element: el(
      "div",
      { class: "lessons-page" },
      el("h1", {}, "Lessons"),
      sum,
      said,
      list,
      carrying((line) => void draw(line)),
    ),
    title: "Lessons",
    show() {
      ignore();
      ignore = onOtherTab(() => void draw(""));
      void draw("");
    },
    leave: () => ignore(),
  };
}
