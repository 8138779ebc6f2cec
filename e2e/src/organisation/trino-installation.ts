import { searchContext } from "@lambda-vpc/engine";
import { spawnSync } from "node:child_process";
import { existsSync, globSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";

/** The version of Trino that the test runs. It needs Java 25. */
const VERSION = "476";

/** The plugins that a server needs for tables over files. The archive has links between plugins, so all of it is unpacked first. */
const PLUGINS: readonly string[] = ["hive"];

export interface TrinoInstallation {
  readonly folder: string;
  readonly java: string;
}

/**
 * The server and a Java that runs it. The server is fetched from Maven Central the first time, 821 MB, and unpacked next to the engines. That takes
 * minutes, so it is undefined unless `TRINO` is `install`.
 */
export function trinoInstallation(): TrinoInstallation | undefined {
  if (process.env["TRINO"] !== "install") return undefined;
  const folder = join(dirname(searchContext(process.env).cacheFolder), "trino", VERSION);
  if (!existsSync(folder)) install(folder);
  return { folder, java: java25() };
}

/** Installs under another name first, so that an interrupted installation is not used. */
function install(folder: string): void {
  const unfinished = `${folder}.${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  try {
    const artifact = `io.trino:trino-server:${VERSION}:tar.gz`;
    run("mvn", ["--batch-mode", "--quiet", "dependency:copy", `-Dartifact=${artifact}`, `-DoutputDirectory=${unfinished}`]);
    const archive = join(unfinished, `trino-server-${VERSION}.tar.gz`);
    run("tar", ["--extract", "--gzip", "--file", archive, "--directory", unfinished]);
    const unpacked = join(unfinished, `trino-server-${VERSION}`);
    for (const plugin of readdirSync(join(unpacked, "plugin")))
      if (!PLUGINS.includes(plugin)) rmSync(join(unpacked, "plugin", plugin), { recursive: true });
    if (!existsSync(folder)) renameSync(unpacked, folder);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

/** Java 25 as GitHub's machines name it, as `JAVA_HOME` does, or where Debian has it. @throws Error if none of them is one. */
function java25(): string {
  const homes = [process.env["JAVA_HOME_25_X64"], process.env["JAVA_HOME"], ...globSync("/usr/lib/jvm/*25*")];
  const found = homes.flatMap((home) => (home === undefined ? [] : [join(home, "bin/java")])).find(isJava25);
  if (found === undefined) throw new Error("Trino needs Java 25. Install it, and set JAVA_HOME to its folder.");
  return found;
}

function isJava25(java: string): boolean {
  const { stdout, stderr } = spawnSync(java, ["-version"], { encoding: "utf8" });
  return /version "25\b/.test(`${stdout}${stderr}`);
}

function run(executable: string, commandLine: readonly string[]): void {
  const { status, error } = spawnSync(executable, commandLine, { stdio: ["ignore", "inherit", "inherit"], timeout: 1_800_000 });
  if (status !== 0) throw new Error(`${executable} ${commandLine.join(" ")} failed: ${error?.message ?? `exit code ${status ?? "none"}`}`);
}
