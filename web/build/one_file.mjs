// The page in one file, which opens without a host, from a disk or a stick.
//
// Its style and its script stand in it as they are, and its policy lets those two alone run, by
// their hashes. What else it loads is put in as page/assets.ts finds it.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import { filesOf } from "./files.mjs";

const mostBytes = 600_000;
const inPlace = new Set(["index.html", "page.css", "page.js"]);
const leftOut = new Set(["icon.svg"]);

function hashOf(text) {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

function policyOf(script, style) {
  return [
    "default-src 'none'",
    `script-src ${hashOf(script)} 'wasm-unsafe-eval'`,
    `style-src ${hashOf(style)}`,
    "worker-src blob:",
    "base-uri 'none'",
    "form-action 'none'",
    "trusted-types workers",
    "require-trusted-types-for 'script'",
  ].join("; ");
}

/** What in a script would end its element, or begin a comment, to a reader of HTML. */
function embeddable(script) {
  return script.replaceAll(/<(\/script|!--)/gi, (found) => `<\\${found.slice(1)}`);
}

function partOf(site, name) {
  const packed = deflateRawSync(readFileSync(join(site, name)), { level: 9 }).toString("base64");
  return `<script type="application/octet-stream" id="asset:${name}">${packed}</script>\n`;
}

/** The text stands as it is: String.replace would read a $ in it. */
function put(html, place, text) {
  if (!place.test(html)) throw new Error(`index.html has no ${place}`);
  return html.replace(place, () => text);
}

export function writeOneFile(site, file) {
  const text = (name) => readFileSync(join(site, name), "utf8");
  const [style, script] = [text("page.css"), embeddable(text("page.js"))];
  const assets = filesOf(site).filter((name) => !inPlace.has(name) && !leftOut.has(name));
  const policy = `<meta http-equiv="Content-Security-Policy" content="${policyOf(script, style)}" />`;
  let html = text("index.html");
  html = put(html, /<meta\s+http-equiv="Content-Security-Policy"[^>]*>/, policy);
  html = put(html, /<link rel="icon"[^>]*>/, "");
  html = put(html, /<link rel="preload"[^>]*>/, "");
  html = put(html, /<link rel="stylesheet"[^>]*>/, `<style>${style}</style>`);
  html = put(html, /<script type="module"[^>]*><\/script>/, `<script type="module">${script}</script>`);
  html = put(html, /<\/body>/, assets.map((name) => partOf(site, name)).join("") + "</body>");
  const bytes = Buffer.byteLength(html);
  if (bytes > mostBytes) throw new Error(`the page as one file has ${bytes} bytes, of ${mostBytes}`);
  writeFileSync(file, html);
}
