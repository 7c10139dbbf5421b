// The files of a folder, by name.
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** "index.html", "lessons/3.json", ...: in an order of their own, not the disk's. */
export function filesOf(folder) {
  const names = readdirSync(folder, { recursive: true });
  return names.filter((name) => statSync(join(folder, name)).isFile()).sort();
}
