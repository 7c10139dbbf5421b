// TypeScript and CSS into the few files that a browser loads.
import { readFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build, transformWithEsbuild } from "vite";

const common = { configFile: false, logLevel: "warn" };
const target = "es2022";

async function bundlePage(web, site) {
  await build({
    ...common,
    root: join(web, "page"),
    base: "./",
    build: {
      outDir: site,
      emptyOutDir: true,
      target,
      modulePreload: false,
      assetsInlineLimit: 0,
      rollupOptions: {
        output: { entryFileNames: "page.js", assetFileNames: "page[extname]", inlineDynamicImports: true },
      },
    },
  });
}

/**
 * A worker: one file without imports, since where the whole page is one file, it can import nothing.
 * `define` has expressions for names that its source only declares.
 */
export async function bundleAlone(entry, site, name, define = {}) {
  await build({
    ...common,
    publicDir: false,
    define,
    build: {
      outDir: site,
      emptyOutDir: false,
      target,
      lib: { entry, name: "worker", formats: ["iife"], fileName: () => name },
    },
  });
}

async function translateEngine(web, scripts) {
  const source = join(web, "engine", "engine.ts");
  const text = readFileSync(source, "utf8");
  const { code } = await transformWithEsbuild(text, source, { target, sourcemap: false });
  mkdirSync(scripts, { recursive: true });
  writeFileSync(join(scripts, "engine.js"), code);
  writeFileSync(join(scripts, "package.json"), '{"type": "module"}\n');
}

export async function bundle(web, out) {
  const site = join(out, "site");
  await bundlePage(web, site);
  await bundleAlone(join(web, "page", "engine", "worker.ts"), site, "worker.js");
  await translateEngine(web, join(out, "scripts"));
}
