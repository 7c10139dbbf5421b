/** The page: its head, and the one view that the address names. */
import { button, el } from "./dom.ts";
import { startEngines } from "./engine/client.ts";
import { inspectorView } from "./inspector/view.ts";
import { lessonView } from "./lesson/view.ts";
import { lessonsView } from "./lesson/list.ts";
import { keepForOffline } from "./offline/register.ts";
import { addressOf, type View } from "./router.ts";
import { textView } from "./text/view.ts";
import { applyTheme, nextTheme } from "./theme.ts";

const links = [
  ["#/inspect", "Inspector"],
  ["#/lessons", "Lessons"],
  ["#/text", "Terminal"],
] as const;

const main = el("main", { id: "main", tabindex: -1 });
const nav = el("nav", { "aria-label": "Views" }, ...links.map(([href, text]) => el("a", { href }, text)));

function header(): HTMLElement {
  const skip = el("a", { class: "skip", href: "#main" }, "To the content");
  skip.addEventListener("click", (event) => {
    event.preventDefault(); // the # is the router's
    main.focus();
  });
  const theme = button("", () => { theme.textContent = nextTheme(); }, { class: "quiet" });
  theme.textContent = applyTheme();
  const name = el("a", { class: "name", href: "#/inspect" }, "Softmax Workbook");
  return el("header", { class: "top" }, skip, name, nav, theme);
}

const engines = startEngines();
const makers = new Map<string, () => View>([
  ["inspect", () => inspectorView(engines)],
  ["lessons", () => lessonsView()],
  ["lesson", () => lessonView(engines.beside())],
  ["text", () => textView(engines.beside())],
]);
const made = new Map<string, View>();

/** By the name in the address, which may be anybody's. A view is made when it is first shown. */
function viewOf(name: string): View {
  const known = makers.has(name) ? name : "inspect";
  const view = made.get(known) ?? makers.get(known)!();
  made.set(known, view);
  return view;
}

let shown: View | undefined;

function route(): void {
  const address = addressOf(location.hash);
  const view = viewOf(address.path[0] ?? "");
  view.show(address);
  if (view === shown) return;
  shown?.leave?.();
  shown = view;
  main.replaceChildren(view.element);
  document.title = `${view.title} · Softmax Workbook`;
  for (const link of nav.querySelectorAll("a")) {
    if (link.hash.startsWith(`#/${address.path[0] ?? "inspect"}`)) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
}

document.body.prepend(header(), main);
addEventListener("hashchange", route);
route();
keepForOffline();
