/**
 * Prose and formulas, as the build leaves them: elements as plain data, so that a page need parse
 * nothing. ["p", {}, "The ", ["em", {}, "normalizer"], "."]
 */

export type Tree = string | readonly [tag: string, attributes: Readonly<Record<string, string>>, ...Tree[]];

const mathml = "http://www.w3.org/1998/Math/MathML";

export function nodeOf(tree: Tree, namespace = "http://www.w3.org/1999/xhtml"): Node {
  if (typeof tree === "string") return document.createTextNode(tree);
  const [tag, attributes, ...children] = tree;
  const own = tag === "math" ? mathml : namespace;
  const element = document.createElementNS(own, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children.map((child) => nodeOf(child, own)));
  return element;
}
