import "./serving/require-node";
import { PolicyPack } from "@pulumi/policy";
import * as sdk from "@pulumi/policy/version";
import { observeLevels } from "./pack/configured-levels";
import type { Reader } from "./policy/report-policy";
import { initialConfiguration, type Pack, packArguments } from "./pack/policy-pack";
import { observeSecrets } from "./output/observed-secrets";
import { reportUncheckedStack } from "./output/unchecked-stack";
import { endProcess } from "./serving/end-process";
import { failureText } from "./serving/failure-text";
import { writeError } from "./serving/write-error";

/**
 * Serves a pack to the engine: for the entry that the engine starts, and for nothing else. It starts a server and prints its port, one a
 * process (docs/engine-facts.md#pack-server), so it has a separate entry.
 */
export function servePack(pack: Pack): void {
  endOnFailure(pack);
  const [levels, to] = [observeLevels(), reader()];
  const served = packArguments(pack, today, {
    sdkVersion,
    reader: to,
    levels,
    records: to === "program",
    updating: isUpdating(),
    secrets: observeSecrets(),
  });
  reportUncheckedStack(pack.name, writeError);
  new PolicyPack(pack.name, served, initialConfiguration(pack));
}

/**
 * Ends the process with the reason if an exception reaches nobody. Otherwise the process waits with its call unanswered, and the preview with it
 * (docs/engine-facts.md#exceptions-outside-policies). It comes before the listeners of Pulumi's runner, which only print.
 */
function endOnFailure({ name }: Pack): void {
  const end = (failure: unknown): never => endProcess(failureText(name, failure));
  process.prependListener("unhandledRejection", end).prependListener("uncaughtException", end);
}

/** The version of the SDK, which its types leave out. */
const { version: sdkVersion = "" } = sdk as { readonly version?: string };

/** The day in UTC. Waivers expire; nothing else here looks at a clock. */
function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** A preview that streams events is read by a program, such as `lambda-vpc baseline`. The engine passes its environment on to packs (docs/engine-facts.md#streaming-preview). */
function reader(): Reader {
  return ["1", "true"].includes((process.env["PULUMI_ENABLE_STREAMING_JSON_PREVIEW"] ?? "").toLowerCase()) ? "program" : "person";
}

/**
 * Whether the process belongs to an update. The engine starts one for each preview and one for each update, and states which. It states neither when it
 * analyses a state file (docs/engine-facts.md#resource-validation).
 */
function isUpdating(): boolean {
  return process.env["PULUMI_NODEJS_DRY_RUN"] === "false";
}
