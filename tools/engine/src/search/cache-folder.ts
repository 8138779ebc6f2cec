import os from "node:os";
import path from "node:path";
import { type Environment } from "../process/environment";

/**
 * Where engines are kept, outside every work tree so that a second clone finds them: the XDG base directory where one is set, else
 * the place that the platform gives to caches. Safe to delete at any time.
 */
export function engineCacheFolder(environment: Environment, platform: NodeJS.Platform = process.platform): string {
  const xdg = environment["XDG_CACHE_HOME"];
  const home = environment["HOME"] || os.homedir();
  // The XDG specification requires that relative paths are ignored.
  const caches = xdg && path.isAbsolute(xdg) ? xdg : path.join(home, platform === "darwin" ? "Library/Caches" : ".cache");
  return path.join(caches, "lambda-vpc", "engine");
}
