import path from "node:path";
import { engineVersion } from "./engine-version";
import { withoutUserSetup } from "../process/environment";
import { isExecutableFile } from "./executable-file";
import { noteFailure, recentFailure } from "./failed-attempt";
import { makeOnce } from "./make-once";
import { type DeadEnd, type PulumiExecutable } from "./pulumi-executable";
import { runProcess } from "../process/run-process";
import { type SearchContext } from "./search-context";

/** The first thing the npm package asks for (its lib/download.js). */
const installScript = "https://get.pulumi.com/install.sh";
/** How long the vendor's server may take to answer. Milliseconds. */
const reachTimeout = 3_000;
/** How long the download itself may take: more than 100 MB. Seconds. */
const downloadTimeout = 600;

/** Checks whether a URL answers; resolves to the reason if it does not. Replaced in tests. */
export type Reach = (url: string) => Promise<string | undefined>;

/**
 * The vendor's CLI, downloaded by the vendor's own npm package into our cache instead of the user's ~/.pulumi. Where the download is
 * out of reach this ends in seconds, and does not try again before `retryAfterHours` have passed.
 */
export async function pulumiFromNpm(
  context: SearchContext,
  reach: Reach = reachByFetch,
  now: Date = new Date(),
): Promise<PulumiExecutable | DeadEnd> {
  const origin = "npm package";
  const folder = path.join(context.cacheFolder, `vendor-${engineVersion}`);
  // Where the package puts it (its lib/cache.js).
  const executable = path.join(folder, "versions", engineVersion, "bin", "pulumi");
  if (isExecutableFile(executable)) return { path: executable, origin };

  const note = `${folder}.failed.json`;
  const earlier = recentFailure(note, now);
  if (earlier) return { origin, reason: `${earlier.reason} (tried at ${earlier.at}; delete ${note} to try again)` };

  const unreachable = await reach(installScript);
  const reason = unreachable ? `its download is out of reach: ${unreachable}` : await download(folder, context);
  if (reason === undefined && isExecutableFile(executable)) return { path: executable, origin };
  const failure = { at: now.toISOString(), reason: reason ?? "its download left no executable" };
  noteFailure(note, failure);
  return { origin, reason: failure.reason };
}

/** Has the npm package download the CLI into `folder`; resolves to why that failed. */
async function download(folder: string, { environment, report }: SearchContext): Promise<string | undefined> {
  const downloader = require.resolve("pulumi/run.js");
  try {
    await makeOnce(folder, {
      onWait: () => report("Waiting for another process that downloads a Pulumi CLI."),
      make: async (unfinished) => {
        report(`Downloading Pulumi CLI ${engineVersion} with its npm package, once per machine.`);
        const { exitCode, stderr } = await runProcess({
          executable: process.execPath,
          commandLine: [downloader, "version"],
          workingDirectory: path.dirname(downloader),
          environment: { ...withoutUserSetup(environment), PULUMI_HOME: unfinished, PULUMI_SKIP_UPDATE_CHECK: "true" },
          timeoutSeconds: downloadTimeout,
        });
        if (exitCode !== 0) throw new Error(stderr.trim().split("\n").at(-1));
      },
    });
    return undefined;
  } catch (error) {
    return `its download failed: ${error instanceof Error ? error.message : String(error)}`;
  }
}

async function reachByFetch(url: string): Promise<string | undefined> {
  const { host } = new URL(url);
  try {
    const answer = await fetch(url, { method: "HEAD", signal: AbortSignal.timeout(reachTimeout) });
    return answer.ok ? undefined : `${host} answers ${answer.status}`;
  } catch {
    return `${host} does not answer`;
  }
}
