import { realpathSync } from "node:fs";
import path from "node:path";
import semver from "semver";
import which from "which";
import { acceptedEngines } from "./engine-version";
import { withoutUserSetup } from "../process/environment";
import { type DeadEnd, type PulumiExecutable } from "./pulumi-executable";
import { runProcess } from "../process/run-process";
import { type SearchContext } from "./search-context";

/** The first CLI on PATH that is new enough and has its Node.js language host at hand. */
export async function pulumiOnPath(context: SearchContext): Promise<PulumiExecutable | DeadEnd> {
  const PATH = context.environment["PATH"] ?? "";
  const reasons: string[] = [];
  for (const candidate of new Set(which.sync("pulumi", { all: true, nothrow: true, path: PATH }) ?? [])) {
    const executable = realpathSync(candidate);
    // The npm package is a downloader, and so is the pinned copy of this repository. A separate step handles it and fails fast.
    if (executable.split(path.sep).includes("node_modules")) continue;
    const reason = hasLanguageHost(executable, PATH)
      ? await whyUnfit(executable, context)
      : "comes without its language host pulumi-language-nodejs";
    if (reason === undefined) return { path: executable, origin: "PATH" };
    reasons.push(`${candidate} ${reason}`);
  }
  return { origin: "PATH", reason: reasons.join("; ") || "pulumi not found" };
}

function hasLanguageHost(executable: string, PATH: string): boolean {
  const searched = [path.dirname(executable), PATH].join(path.delimiter);
  return which.sync("pulumi-language-nodejs", { nothrow: true, path: searched }) !== null;
}

async function whyUnfit(executable: string, { environment, cacheFolder }: SearchContext): Promise<string | undefined> {
  const asked = await runProcess({
    executable,
    commandLine: ["version"],
    workingDirectory: path.dirname(executable),
    environment: {
      ...withoutUserSetup(environment),
      PULUMI_HOME: path.join(cacheFolder, "version-check"),
      PULUMI_SKIP_UPDATE_CHECK: "true",
    },
    timeoutSeconds: 20,
  }).catch((error: unknown) => String(error));
  if (typeof asked === "string") return `does not print its version (${asked.split("\n", 1)[0]})`;
  const version = semver.parse(asked.stdout.trim());
  if (version === null) return "does not print its version";
  return semver.satisfies(version, acceptedEngines, { includePrerelease: true })
    ? undefined
    : `is ${version.version}, but ${acceptedEngines} is required`;
}
