// A formula of a lesson as MathML, and that as a tree (web/page/tree.ts): a browser lays it out, and
// a screen reader reads it, without a script or a font of ours.
import temml from "temml";

const elements = new Set(
  (
    "math mrow mi mo mn mtext mspace mfrac msub msup msubsup munder mover munderover msqrt mroot " +
    "mstyle mpadded"
  ).split(" "),
);
const attributes = new Set(
  (
    "display displaystyle fence form lspace movablelimits rspace scriptlevel separator stretchy " + "width"
  ).split(" "),
);
/** What is for temml's own style sheet, which the page has not. */
const unused = new Set(["class", "style"]);
const letters = { "&lt;": "<", "&gt;": ">", "&amp;": "&" };

function plain(text) {
  return text.replace(/&[^;]*;?/g, (entity) => {
    const letter = letters[entity];
    if (!letter) throw new Error(`MathML with the entity ${entity}`);
    return letter;
  });
}

function attributesOf(text) {
  const kept = {};
  for (const [, name, value] of text.matchAll(/([\w-]+)="([^"]*)"/g)) {
    if (unused.has(name)) continue;
    if (!attributes.has(name)) throw new Error(`MathML with the attribute ${name}`);
    kept[name] = plain(value);
  }
  return kept;
}

/** Not any XML: what temml writes, and an error where it writes anything else. */
function parsed(mathml) {
  const open = [["", {}]];
  const token = /<([a-z]+)((?: [\w-]+="[^"<>]*")*)>|<\/([a-z]+)>|([^<>]+)/y;
  while (token.lastIndex < mathml.length) {
    const at = token.lastIndex;
    const [, begun, given, ended, text] = token.exec(mathml) ?? [];
    if (begun && elements.has(begun)) {
      open.push([begun, attributesOf(given)]);
    } else if (ended && open.length > 1 && open.at(-1)[0] === ended) {
      const done = open.pop();
      open.at(-1).push(done);
    } else if (text) {
      open.at(-1).push(plain(text));
    } else {
      throw new Error(`MathML that is not understood: ${mathml.slice(at, at + 40)}`);
    }
  }
  const [[, , math, ...more]] = open;
  if (open.length > 1 || math?.[0] !== "math" || more.length > 0) throw new Error("MathML in pieces");
  return math;
}

/** `plain` is the formula for a terminal: it is said where MathML is not. */
export function formulaOf({ tex, plain: said }) {
  try {
    const [tag, given, ...children] = parsed(
      temml.renderToString(tex, { displayMode: true, throwOnError: true }),
    );
    return [tag, { ...given, alttext: said.replace(/\s+/g, " ") }, ...children];
  } catch (error) {
    throw new Error(`${error.message}, in the formula ${tex}`);
  }
}
