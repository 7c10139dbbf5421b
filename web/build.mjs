// Builds the page:  node web/build.mjs PROGRAM
//
// PROGRAM is a built `workbook`, which prints the lessons. What comes of it lies in build/web:
//   site/            the page, for any static host
//   inspector.html   the same in one file, which needs no host
//   scripts/         engine.ts for Node, for the tests
// cmake/packages/web.txt lists what must be installed; npm brings the rest, by package-lock.json.
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "./build/run.mjs";

const web = dirname(fileURLToPath(import.meta.url));
const root = dirname(web);
const out = join(root, "build", "web");

function buildEngine() {
  run("cmake", ["--preset", "web"], { cwd: root });
  run("cmake", ["--build", "--preset", "web"], { cwd: root });
}

function isOlder(file, than) {
  return !existsSync(file) || statSync(file).mtimeMs < statSync(than).mtimeMs;
}

function installPackages() {
  if (isOlder(join(web, "node_modules", ".package-lock.json"), join(web, "package-lock.json"))) {
    run("npm", ["ci"], { cwd: web });
  }
}

/** Into a folder beside: what was there stays until the new page is whole. */
async function buildPage(program) {
  const next = join(out, "next");
  const site = join(next, "site");
  rmSync(next, { recursive: true, force: true });
  mkdirSync(site, { recursive: true });
  run("node_modules/.bin/tsc", ["-p", "."], { cwd: web });
  const { bundle } = await import("./build/bundle.mjs");
  await bundle(web, next);
  copyFileSync(join(out, "web", "engine", "engine.wasm"), join(site, "engine.wasm"));
  const { writeLessons } = await import("./build/lessons.mjs");
  writeLessons(program, join(site, "lessons"));
  const { writeOneFile } = await import("./build/one_file.mjs");
  writeOneFile(site, join(next, "inspector.html"));
  const { makeOffline } = await import("./build/offline.mjs");
  await makeOffline(web, site);
  const { writePacked } = await import("./build/packed.mjs");
  writePacked(site);
  takeOver(next);
}

function takeOver(next) {
  for (const name of ["site", "scripts", "inspector.html"]) {
    rmSync(join(out, name), { recursive: true, force: true });
    renameSync(join(next, name), join(out, name));
  }
  rmSync(next, { recursive: true });
}

const [program] = process.argv.slice(2);
if (!program) {
  console.error("build.mjs: name a built workbook, such as build/release/app/workbook");
  process.exit(2);
}
try {
  installPackages(); // first what may fail, where there is no network
  buildEngine();
  await buildPage(resolve(program));
} catch (error) {
  console.error(`workbook: the page could not be built: ${error.message}`);
  process.exit(3);
}
