/**
 * What the page loads besides itself: a file beside it, or, where the whole page is one file, a part
 * of that: base64 of its bytes, deflated, in a script element that no browser runs.
 */

/** "?build=1f3a", as page.js itself was asked for (web/build/offline.mjs). In one file it goes unread. */
const build = new URL(import.meta.url).search;

function partOf(name: string): Element | null {
  return document.getElementById(`asset:${name}`);
}

async function unpacked(part: Element): Promise<ArrayBuffer> {
  const packed = Uint8Array.from(atob(part.textContent.trim()), (letter) => letter.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Response(stream).arrayBuffer();
}

async function loaded(name: string): Promise<Response> {
  const answer = await fetch(name + build);
  if (!answer.ok) throw new Error(`${name} could not be loaded: ${answer.status} ${answer.statusText}`);
  return answer;
}

async function asset(name: string): Promise<ArrayBuffer> {
  const part = partOf(name);
  return part ? unpacked(part) : (await loaded(name)).arrayBuffer();
}

/** Compiled while it comes, by a host that knows its type. */
export async function moduleAsset(name: string): Promise<WebAssembly.Module> {
  if (partOf(name)) return WebAssembly.compile(await asset(name));
  const answer = await loaded(name);
  const known = answer.headers.get("content-type") === "application/wasm";
  return known ? WebAssembly.compileStreaming(answer) : WebAssembly.compile(await answer.arrayBuffer());
}

/** Of JSON; who asks knows its type. */
export async function jsonAsset<T>(name: string): Promise<T> {
  return JSON.parse(new TextDecoder().decode(await asset(name))) as T;
}

/** The address of a script that a worker may start from. */
export function scriptAddress(name: string): string | Promise<string> {
  const part = partOf(name);
  return part ? unpacked(part).then(addressOfScript) : name + build;
}

function addressOfScript(text: ArrayBuffer): string {
  return URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
}
