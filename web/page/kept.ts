/**
 * Parts of a picture that stay from one to the next: only what they say changes, which costs a
 * browser less than elements made anew.
 */

export interface Part {
  readonly element: Element;
}

/** The parts of one kind in a parent that holds nothing else. */
export class Kept<Own extends Part> {
  readonly #parent: Element;
  readonly #make: (at: number) => Own;
  readonly #parts: Own[] = [];

  constructor(parent: Element, make: (at: number) => Own) {
    this.#parent = parent;
    this.#make = make;
  }

  /** One part for each item. */
  draw<Item>(items: readonly Item[], draw: (part: Own, item: Item, at: number) => void): void {
    this.#fit(items.length);
    this.#parts.forEach((part, at) => draw(part, items[at]!, at));
  }

  #fit(many: number): void {
    while (this.#parts.length < many) {
      const part = this.#make(this.#parts.length);
      this.#parts.push(part);
      this.#parent.append(part.element);
    }
    for (const { element } of this.#parts.splice(many)) element.remove();
  }
}

/** Writes a text where it is another one. */
export function write(element: Element, text: string): void {
  const { firstChild } = element;
  if (!(firstChild instanceof Text)) element.textContent = text;
  else if (firstChild.data !== text) firstChild.data = text;
}
