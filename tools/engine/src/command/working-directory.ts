import path from "node:path";
import { type Environment } from "../process/environment";

/**
 * Where a command line typed by a user runs. npm starts scripts in the folder of their package.json and passes in INIT_CWD where
 * the user stood; relative folders (`-C DIR`, `--policy-pack DIR`) are meant from there. INIT_CWD counts only when npm did move us (we
 * stand at the repository's root) and the user stood inside the repository; otherwise it is left over from some outer npm script.
 */
export function workingDirectory(environment: Environment, current: string, root: string): string {
  const stood = environment["INIT_CWD"];
  if (current !== root || !stood || !path.isAbsolute(stood)) return current;
  const inside = path.relative(root, stood);
  return inside.startsWith("..") || path.isAbsolute(inside) ? current : stood;
}
