// One command of the build, and its one line where it fails.
import { spawnSync } from "node:child_process";

/** Does: the command, its output on stderr. Returns: what it printed, if that is asked for. */
export function run(command, words, { cwd, printed = false } = {}) {
  const done = spawnSync(command, words, {
    cwd,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
    stdio: ["ignore", printed ? "pipe" : 2, 2],
  });
  if (done.error) throw new Error(`${command} cannot be started: ${done.error.message}`);
  if (done.status !== 0) throw new Error(`${[command, ...words].join(" ")}: exit code ${done.status}`);
  return done.stdout;
}
