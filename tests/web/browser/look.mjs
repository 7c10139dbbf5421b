// How a page looks: what axe-core finds, and what it does not look for.
//
// axe-core is a script of ours, and the page's policy lets in none but its own: a page that it looks
// at is opened with { bypassCSP: true }.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { root } from "./browser.mjs";

const packages = createRequire(join(root, "web", "package.json"));
const axe = readFileSync(packages.resolve("axe-core/axe.min.js"), "utf8");

/** A phone, a tablet, a projector. */
export const widths = [360, 768, 1920];

const looks = ["light", "dark"].map((colorScheme) => ({ colorScheme, widths }));
const turns = looks.flatMap(({ colorScheme }) => widths.map((width) => ({ colorScheme, widths: [width] })));

/**
 * At what the page of that number is looked at: with --all in light and in dark at every width, which takes
 * minutes; else each page in its turn at one of the six.
 */
export function looksAt(number) {
  return process.argv.includes("--all") ? looks : [turns[number % turns.length]];
}

/** How much wider than the screen the page is. What scrolls by itself may be. */
export function overflow(page) {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** What axe-core finds, each with the first element that has it. */
export async function findings(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() =>
    window.axe.run(document, { resultTypes: ["violations"], rules: { "target-size": { enabled: true } } }),
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
}

// --- contrast, by WCAG 2: of what axe-core passes over, such as SVG ---

function luminance(colour) {
  const [, ...parts] = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(colour);
  const [red, green, blue] = parts.map((part) => {
    const share = Number(part) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Of two opaque colours as a browser computes them: "rgb(1, 2, 3)". */
export function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}
