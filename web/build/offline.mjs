// What lets the site work where its host cannot be reached: its service worker, which knows every
// file of this build by its hash, and the name of the build, by which the page asks for its files
// (page.js?build=...), so that what is kept of another build never answers.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundleAlone } from "./bundle.mjs";
import { filesOf } from "./files.mjs";

function sha256(bytes) {
  return createHash("sha256").update(bytes).digest("hex");
}

function hashesOf(site) {
  return Object.fromEntries(filesOf(site).map((name) => [name, sha256(readFileSync(join(site, name)))]));
}

function nameBuild(index, build) {
  const html = readFileSync(index, "utf8");
  const own = /(href|src)="(?:\.\/)?([\w.]+)"/g;
  const named = html.replaceAll(own, (_, attribute, name) => `${attribute}="./${name}?build=${build}"`);
  writeFileSync(index, named);
}

export async function makeOffline(web, site) {
  const name = sha256(JSON.stringify(hashesOf(site))).slice(0, 16);
  nameBuild(join(site, "index.html"), name);
  const entry = join(web, "page", "offline", "service_worker.ts");
  const build = JSON.stringify({ name, files: hashesOf(site) });
  await bundleAlone(entry, site, "service_worker.js", { BUILD: build });
}
