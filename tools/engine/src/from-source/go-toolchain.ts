import semver from "semver";
import which from "which";
import { acceptedGo } from "../search/engine-version";
import { type Environment, withoutUserSetup } from "../process/environment";
import { runProcess } from "../process/run-process";

/** The `go` on PATH when it is new enough, or why there is none. */
export async function goToolchain(environment: Environment): Promise<{ readonly path: string } | { readonly reason: string }> {
  const go = which.sync("go", { nothrow: true, path: environment["PATH"] ?? "" });
  if (go === null) return { reason: "Go not found on PATH" };
  const asked = await runProcess({
    executable: go,
    commandLine: ["env", "GOVERSION"],
    workingDirectory: "/",
    // The installed Go is asked, not one that a go.mod would have it fetch.
    environment: { ...withoutUserSetup(environment), GOTOOLCHAIN: "local" },
    timeoutSeconds: 20,
  }).catch(() => undefined);
  const version = semver.coerce(asked?.stdout);
  if (version === null) return { reason: `${go} does not print its version` };
  if (!semver.satisfies(version, acceptedGo)) return { reason: `${go} is ${version.version}, and ${acceptedGo} is asked for` };
  return { path: go };
}
