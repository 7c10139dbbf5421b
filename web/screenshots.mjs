// Pictures of the page at good moments:  node web/screenshots.mjs build/web
//
// They become web/pictures/*.png. The same page, fonts and Chromium give the same bytes.
import { mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { launch, root, serve } from "../tests/web/browser/chromium.mjs";

const most = 250_000;
const folder = join(root, "web", "pictures");

/** `there` is seen when all has been drawn. */
const pictures = {
  light: {
    address: "#/inspect?z=1000,999,998&stage=3",
    there: ".picture[aria-busy=false]",
    viewport: { width: 1600, height: 1000 },
  },
  dark: {
    address: "#/inspect?z=-140,-141,-139.5&stage=4",
    there: ".picture[aria-busy=false]",
    viewport: { width: 1600, height: 1000 },
    colorScheme: "dark",
  },
  phone: {
    address: "#/lesson/3/which_sum",
    there: "form.question",
    viewport: { width: 360, height: 740 },
    deviceScaleFactor: 2,
  },
  projector: {
    address: "?present#/lesson/2/where_zero_begins",
    there: "h2",
    viewport: { width: 1920, height: 1080 },
  },
};

async function take(browser, home, name, { address, there, ...options }) {
  const context = await browser.newContext({ reducedMotion: "reduce", locale: "en-US", ...options });
  const page = await context.newPage();
  await page.goto(home + address);
  await page.locator(there).filter({ visible: true }).first().waitFor();
  await page.waitForLoadState("networkidle");
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path, animations: "disabled" });
  await context.close();
  const { size } = statSync(path);
  console.log(`${path}: ${size} bytes`);
  if (size > most) throw new Error(`${path} has ${size} bytes: at most ${most}`);
}

mkdirSync(folder, { recursive: true });
const [browser, server] = [await launch(), await serve()];
for (const [name, picture] of Object.entries(pictures)) await take(browser, server.address, name, picture);
await browser.close();
await server.stop();
