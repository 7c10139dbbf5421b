/**
 * Where the page is: what stands after its # names a view, and all that the view shows, so that a
 * link reproduces it.
 *
 *     #/inspect?z=1000,999,998&f=binary32     #/lesson/3/worked_example
 */

export interface Address {
  readonly path: readonly string[];
  readonly query: URLSearchParams;
}

/** A part of the page that fills it, alone. */
export interface View {
  readonly element: HTMLElement;
  readonly title: string;
  /** The address has changed to one of this view's, by a link, by going back, or as the first. */
  show(address: Address): void;
  /** Another view takes the page. */
  leave?(): void;
}

/** A wrong escape, such as %zz, is let stand as it is. */
function plain(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export function addressOf(hash: string): Address {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split(/\?(.*)/s, 2);
  const parts = path.split("/").filter((part) => part !== "");
  return { path: parts.map(plain), query: new URLSearchParams(query) };
}

export function hashOf({ path, query }: Address): string {
  const asked = query.toString();
  return `#/${path.map(encodeURIComponent).join("/")}${asked ? `?${asked}` : ""}`;
}

/** The view shows something else now, and a link to it is the page's new address. */
export function rewriteAddress(address: Address): void {
  history.replaceState(null, "", hashOf(address));
}

/** The same, as a place to go back to. */
export function goTo(address: Address): void {
  location.hash = hashOf(address);
}
