/** Sees to it that the page can be opened again where its host cannot be reached. */
import { trustedScript } from "../trusted.ts";

/** Milliseconds after all is loaded: whoever opens the page sees its first picture before. */
const rest = 1000;

/** As a file it needs no host anyway; and where nothing may be kept, it works while its host does. */
export function keepForOffline(): void {
  if (!location.protocol.startsWith("http") || !("serviceWorker" in navigator)) return;
  addEventListener("load", () => setTimeout(register, rest));
}

function register(): void {
  const script = trustedScript("service_worker.js");
  navigator.serviceWorker.register(script, { updateViaCache: "none" }).catch(() => undefined);
}
