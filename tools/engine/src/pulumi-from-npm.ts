import { accessSync, constants } from "node:fs";
import path from "node:path";
import { engineVersion } from "./engine-version";
import { withoutUserSetup } from "./environment";
import { noteFailure, recentFailure } from "./failed-attempt";
import { type DeadEnd, type PulumiExecutable, type SearchSurroundings } from "./pulumi-executable";
import { runProcess } from "./run-process";

/** The first thing the npm package asks for (its lib/download.js). */
const installScript = "https://get.pulumi.com/install.sh";
/** How long the vendor's server may take to say that it is there. Milliseconds. */
const reachTimeout = 3_000;
/** How long the download itself may take: more than 100 MB. Seconds. */
const downloadTimeout = 600;

/** Tells whether a URL answers; resolves to why it does not. Replaced in tests. */
export type Reach = (url: string) => Promise<string | undefined>;

/**
 * The vendor's CLI, downloaded by the vendor's own npm package into our cache instead of the user's ~/.pulumi. Where the download is
 * out of reach this ends in seconds, and does not try again before `retryAfterHours` have passed.
 */
export async function pulumiFromNpm(
  { environment, cacheFolder, report }: SearchSurroundings,
  reach: Reach = reachByFetch,
  now: Date = new Date(),
): Promise<PulumiExecutable | DeadEnd> {
  const origin = "npm package";
  const home = path.join(cacheFolder, "vendor");
  // Where the package puts it (its lib/cache.js).
  const executable = path.join(home, "versions", engineVersion, "bin", "pulumi");
  if (isExecutable(executable)) return { path: executable, origin };

  const failureNote = path.join(home, `${engineVersion}.failed.json`);
  const earlier = recentFailure(failureNote, now);
  if (earlier) return { origin, reason: `${earlier.reason} (tried at ${earlier.at}; delete ${failureNote} to try again)` };

  const unreachable = await reach(installScript);
  const failure = unreachable ? `its download is out of reach: ${unreachable}` : await download();
  if (failure === undefined && isExecutable(executable)) return { path: executable, origin };
  const reason = failure ?? "its download left no executable";
  noteFailure(failureNote, { at: now.toISOString(), reason });
  return { origin, reason };

  async function download(): Promise<string | undefined> {
    report(`downloading Pulumi CLI ${engineVersion} through its npm package, once per machine`);
    const outcome = await runProcess({
      executable: process.execPath,
      commandLine: [require.resolve("pulumi/run.js"), "version"],
      workingDirectory: path.dirname(require.resolve("pulumi/run.js")),
      environment: { ...withoutUserSetup(environment), PULUMI_HOME: home, PULUMI_SKIP_UPDATE_CHECK: "true" },
      timeoutSeconds: downloadTimeout,
    }).catch((error: unknown) => ({ exitCode: -1, stderr: String(error) }));
    return outcome.exitCode === 0 ? undefined : `its download failed: ${outcome.stderr.trim().split("\n").at(-1)}`;
  }
}

async function reachByFetch(url: string): Promise<string | undefined> {
  try {
    const answer = await fetch(url, { method: "HEAD", signal: AbortSignal.timeout(reachTimeout) });
    return answer.ok ? undefined : `${new URL(url).host} answers ${answer.status}`;
  } catch {
    return `${new URL(url).host} does not answer`;
  }
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
