// Chromium, and the built page served to it: for tests, and for what is run by hand with the folder of
// the built page. Where Chromium is not installed it says so, and exits with 4.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../../", import.meta.url));
export const built = resolve(process.argv[2] ?? join(root, "build", "web"));
const { chromium } = createRequire(join(root, "web", "package.json"))("playwright-core");

const words = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
  "--disable-background-networking", "--disable-component-update"];

function installed(...names) {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const places = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return places.find((place) => existsSync(place));
}

/** Returns: a browser, to be closed. */
export function launch() {
  const executablePath = installed("chromium", "chromium-browser", "google-chrome");
  if (executablePath) return chromium.launch({ executablePath, args: words });
  console.log("skipped: chromium is not installed");
  return process.exit(4);
}

/** Returns: the address, and what stops it. `port` 0 is any. */
export async function serve(site = join(built, "site"), port = 0) {
  const server = spawn(process.execPath, [join(root, "web", "serve.mjs"), site, "--port", String(port)],
    { stdio: ["ignore", "pipe", "inherit"] });
  process.once("exit", () => server.kill()); // a test that failed has not stopped it
  server.unref();
  server.stdout.unref();
  const [line] = await once(server.stdout, "data");
  const [address] = /http:\S+/.exec(String(line));
  return {
    address,
    stop: () => {
      server.ref();
      server.kill();
      return once(server, "exit");
    },
  };
}
