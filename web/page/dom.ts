/**
 * Elements, made by calls, and never out of a string of HTML:
 *
 *     el("button", { type: "button", class: "quiet" }, "Reset to ", el("b", {}, "1"))
 */

export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;
export type Child = Node | string;

/** An attribute that is true is there without a value; one that is false or undefined is not. */
function furnished<E extends Element>(element: E, attributes: Attributes, children: Child[]): E {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === undefined) continue;
    element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children);
  return element;
}

export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  return furnished(document.createElement(tag), attributes, children);
}

export function svg<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): SVGElementTagNameMap[K] {
  return furnished(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
}

/** A button that does something. */
export function button(text: string, act: () => void, attributes: Attributes = {}): HTMLButtonElement {
  const made = el("button", { type: "button", ...attributes }, text);
  made.addEventListener("click", act);
  return made;
}

/** A label above or around a control, which makes it the control's name too. */
export function labelled(text: string, control: HTMLElement, attributes: Attributes = {}): HTMLLabelElement {
  return el("label", attributes, el("span", {}, text), control);
}

/** A choice of a few words. */
export function select(
  choices: readonly (readonly [value: string, text: string])[],
  chosen: (value: string) => void,
): HTMLSelectElement {
  const made = el("select", {}, ...choices.map(([value, text]) => el("option", { value }, text)));
  made.addEventListener("change", () => chosen(made.value));
  return made;
}
