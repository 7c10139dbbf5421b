/**
 * Keeps the files of one build of the page, and answers with them where the host does not.
 *
 * A page is opened from its host if that can be reached, and so is always the newest; what it loads
 * besides, it asks for by the name of its build: page.js?build=1f3a. Of this build it gets what is
 * kept, of another what the host has. The worker of a newer build waits until no page of this one is
 * open.
 */

/** Written by web/build/offline.mjs: the SHA-256 of every file. */
declare const BUILD: { readonly name: string; readonly files: Readonly<Record<string, string>> };

interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Asked extends Event {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

const place = new URL("./", location.href).href;
const ours = `softmax-workbook ${place} `;
const kept = ours + BUILD.name;
const query = `?build=${BUILD.name}`;

function addressOf(name: string): string {
  return name === "index.html" ? place : place + name + query;
}

async function sha256(bytes: ArrayBuffer): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Throws, and so this worker never runs, if the host has another build by now. */
async function keep(cache: Cache, name: string, hash: string): Promise<void> {
  const answer = await fetch(addressOf(name), { cache: "no-cache" });
  const found = await sha256(await answer.clone().arrayBuffer());
  if (!answer.ok || found !== hash) throw new Error(`${name} is not of build ${BUILD.name}`);
  await cache.put(addressOf(name), answer);
}

async function keepAll(): Promise<void> {
  const cache = await caches.open(kept);
  await Promise.all(Object.entries(BUILD.files).map(([name, hash]) => keep(cache, name, hash)));
}

async function forgetOthers(): Promise<void> {
  const others = (await caches.keys()).filter((name) => name.startsWith(ours) && name !== kept);
  await Promise.all(others.map((name) => caches.delete(name)));
}

async function fromKept(address: string): Promise<Response | undefined> {
  return (await caches.open(kept)).match(address);
}

async function page(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    const answer = await fromKept(place);
    if (answer) return answer;
    throw error;
  }
}

async function file(request: Request): Promise<Response> {
  return (await fromKept(request.url)) ?? fetch(request);
}

/** What is none of this build's is left to the browser. */
function answer(event: Asked): void {
  const { origin, pathname, search } = new URL(event.request.url);
  const isPage = [place, `${place}index.html`].includes(origin + pathname);
  if (event.request.mode === "navigate" && isPage) event.respondWith(page(event.request));
  else if (search === query) event.respondWith(file(event.request));
}

addEventListener("install", (event) => (event as Lasting).waitUntil(keepAll()));
addEventListener("activate", (event) => (event as Lasting).waitUntil(forgetOthers()));
addEventListener("fetch", (event) => answer(event as Asked));
