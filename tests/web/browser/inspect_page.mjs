// What the tests of the inspector share: a visit to it, its controls by name, and its picture as text.
//
//     const visit = await inspect("z=1000,999,998");
//     await control(visit.page, "Add a logit").then((button) => button.click());
//     await settled(visit.page);
import assert from "node:assert/strict";
import { join } from "node:path";
import { runnerImport } from "../../../web/node_modules/vite/dist/node/index.js";
import { becomes, open, root } from "./browser.mjs";

export { becomes };

/** What a source of the inspector exports, such as its presets. */
export async function source(name) {
  const path = join(root, "web", "page", "inspector", name);
  return (await runnerImport(path, { configFile: false, logLevel: "error" })).module;
}

/** All that the last change asked for is told. */
export async function settled(page) {
  await page.locator(".picture[aria-busy=false]").waitFor({ state: "attached", timeout: 60_000 });
}

/** A page of its own, with options of its own. */
export async function inspectAnew(query = "", options = {}) {
  const visit = await open({ at: `#/inspect?${query}`, ...options });
  await settled(visit.page);
  return visit;
}

let shared;

/** The page that all tests of a file share, as a reader's is who follows one link after the other. */
export async function inspect(query = "") {
  shared ??= await inspectAnew();
  await leave(shared.page);
  await follow(shared.page, query);
  const { page, context, watch, home } = shared;
  return { page, context, watch, home, close: async ({ expected = [] } = {}) => watch.assertGood(home, expected) };
}

/** What the last test typed may not have reached the address: a link to it would be none. */
async function leave(page) {
  await page.evaluate(() => { location.hash = "#/text"; });
  await page.locator(".inspector").waitFor({ state: "detached" });
}

/** Does: what a link to another query does, on a page that is there already. */
export async function follow(page, query) {
  await page.evaluate((hash) => new Promise((done) => {
    if (location.hash === hash) done();
    addEventListener("hashchange", done, { once: true });
    location.hash = hash;
  }), query === "" ? "#/inspect" : `#/inspect?${query}`);
  await settled(page);
}

/** The address's query, as a link has it. */
export function hashOf(page) {
  return new URL(page.url()).hash.split("?")[1] ?? "";
}

/** The same by its keys. */
function queryOf(page) {
  return Object.fromEntries(new URLSearchParams(hashOf(page)));
}

/** The address follows the controls a moment later. */
export function addressed(page, query) {
  return becomes(() => queryOf(page), query);
}

const controls = "button, input, select, textarea, summary, [tabindex='0']";

/** By what each is called: its own label, the text of the label around it, or its text. */
function namesIn(elements) {
  return elements.map((element) => {
    const around = element.labels?.[0]?.firstChild?.textContent;
    return (element.getAttribute("aria-label") ?? around ?? element.textContent).trim();
  });
}

export function controlNames(page) {
  return page.locator(controls).evaluateAll(namesIn);
}

export async function control(page, name) {
  const names = await controlNames(page);
  assert.ok(names.includes(name), `no control is called ${name}`);
  return page.locator(controls).nth(names.indexOf(name));
}

/** Does: opens what is folded. */
export async function unfold(page) {
  await page.locator("details:not([open])").evaluateAll((all) => all.forEach((one) => { one.open = true; }));
}

/**
 * Every text, place and size in the picture, but not what is folded, nor whether a box scrolls, which
 * far below is told when somebody comes there. (Before or after style: a browser puts `hidden` in either.)
 */
export async function pictureOf(page) {
  const html = await page.locator(".picture").evaluate(({ outerHTML }) => outerHTML);
  return html
    .replaceAll(/ open=""| tabindex="0" role="region" aria-label="[^"]*"/g, "")
    .replaceAll(/<([^>]*) hidden=""([^>]*)>/g, "<$1$2 hidden>");
}

/** What the engine's last answer became: all of the picture but the command, which follows the controls. */
export function drawnOn(page) {
  return page.locator(".picture > section:not([aria-label='in a terminal'])").evaluateAll((all) => all.map(({ outerHTML }) => outerHTML).join(""));
}

/** What every control holds, by the order of the page. */
export function heldBy(page) {
  const held = (all) => all.map(({ value, disabled, ariaPressed }) => [value, disabled, ariaPressed]);
  const unlinked = ":not([type=file], [aria-label='a row of logits to paste'])";
  return page.locator(".inspector").locator(`button, input${unlinked}, select, textarea${unlinked}`).evaluateAll(held);
}

/** The line that says what is wrong. */
export async function complaint(page) {
  const [status, notes] = await Promise.all([page.locator(".status").textContent(), page.locator(".results > .note").textContent()]);
  return `${status}${notes}`;
}
