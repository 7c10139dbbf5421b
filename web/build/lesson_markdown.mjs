// The Markdown of the lessons as trees (web/page/tree.ts). Its few forms are those that the lessons
// have: what is anything else stops the build, before a reader sees it.
import { fromMarkdown } from "mdast-util-from-markdown";

const tags = { paragraph: "p", strong: "strong", emphasis: "em" };

/** A file of the workbook cannot be opened from a page: its path is named instead. */
function linked({ url, children }) {
  if (!url.startsWith("../../")) throw new Error(`the page has no place for the link ${url}`);
  return [...children.map(treeOf), " (", ["code", {}, url.slice("../../".length)], ")"];
}

function listed({ ordered, spread, children }) {
  if (ordered || spread) throw new Error("a list of a lesson is neither numbered nor has wide items");
  return [
    "ul",
    {},
    ...children.map(({ children: [{ children: inline }, ...more] }) => {
      if (more.length > 0) throw new Error("an item of a lesson's list is one paragraph");
      return ["li", {}, ...treesOf(inline)];
    }),
  ];
}

function treeOf(node) {
  if (node.type === "text") return node.value;
  if (node.type === "inlineCode") return ["code", {}, node.value];
  if (node.type === "list") return listed(node);
  const tag = tags[node.type];
  if (!tag) throw new Error(`the page shows no Markdown of the kind ${node.type}`);
  return [tag, {}, ...treesOf(node.children)];
}

function treesOf(nodes) {
  return nodes.flatMap((node) => (node.type === "link" ? linked(node) : [treeOf(node)]));
}

function parsed(markdown, wanted) {
  try {
    return wanted(fromMarkdown(markdown).children);
  } catch (error) {
    throw new Error(`${error.message}, in ${JSON.stringify(markdown)}`);
  }
}

/** Paragraphs and lists. */
export function blocksOf(markdown) {
  return parsed(markdown, treesOf);
}

/** What stands in one paragraph; nothing of an empty text. */
export function inlineOf(markdown) {
  return parsed(markdown, (nodes) => {
    const [only, ...more] = nodes;
    if (!only) return [];
    if (only.type !== "paragraph" || more.length > 0) throw new Error("one paragraph is wanted");
    return treesOf(only.children);
  });
}
