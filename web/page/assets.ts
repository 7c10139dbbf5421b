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

export async function asset(name: string): Promise<ArrayBuffer> {
  const part = partOf(name);
  if (part) return unpacked(part);
  const answer = await fetch(name + build);
  if (!answer.ok) throw new Error(`${name} could not be loaded: ${answer.status} ${answer.statusText}`);
  return answer.arrayBuffer();
}

/** Of JSON; who asks knows its type. */
export async function jsonAsset<T>(name: string): Promise<T> {
  return JSON.parse(new TextDecoder().decode(await asset(name))) as T;
}

/** The address of a script that a worker may start from. */
export async function scriptAddress(name: string): Promise<string> {
  const part = partOf(name);
  if (!part) return name + build;
  return URL.createObjectURL(new Blob([await unpacked(part)], { type: "text/javascript" }));
}
