import path from "node:path";
import { EngineError } from "../errors/engine-error";
import { acceptedEngines, acceptedGo } from "./engine-version";
import { isExecutableFile } from "./executable-file";
import { exitCodes } from "../errors/exit-codes";
import { type DeadEnd, isDeadEnd, type PulumiExecutable } from "./pulumi-executable";
import { pulumiFromNpm } from "./pulumi-from-npm";
import { pulumiOnPath } from "./pulumi-on-path";
import { type SearchContext } from "./search-context";

/** One way to a CLI. */
export type Step = (context: SearchContext) => Promise<PulumiExecutable | DeadEnd>;

/** Loaded only where no CLI of the vendor's runs: users of one load nothing that builds. */
const pulumiFromSource: Step = async (context) => (await import("../from-source/index.js")).pulumiFromSource(context);

/** The ways in their order: what the user has, what the vendor ships, what can be built anywhere. */
const steps: readonly Step[] = [pulumiOnPath, (context) => pulumiFromNpm(context), pulumiFromSource];

/**
 * A Pulumi CLI that runs here: the one in LAMBDA_VPC_PULUMI, or the first that a step finds.
 *
 * @throws EngineError with the reason of each step and the fixes if all steps fail.
 */
export async function findPulumi(context: SearchContext, ways: readonly Step[] = steps): Promise<PulumiExecutable> {
  const override = context.environment["LAMBDA_VPC_PULUMI"];
  if (override) return overridden(override);

  const deadEnds: DeadEnd[] = [];
  for (const way of ways) {
    const outcome = await way(context);
    if (!isDeadEnd(outcome)) return outcome;
    deadEnds.push(outcome);
  }
  const tried = deadEnds.map(({ origin, reason }) => `  ${`${origin}:`.padEnd(12)} ${reason}`).join("\n");
  throw new EngineError(
    exitCodes.noEngine,
    `Pulumi CLI not found, and none can be downloaded or built.\n${tried}\nDo one of these:\n` +
      `  install Go ${acceptedGo} (https://go.dev/dl/); a Pulumi CLI is then built from its Go module\n` +
      `  install Pulumi ${acceptedEngines} (https://www.pulumi.com/docs/install/)\n` +
      "  set LAMBDA_VPC_PULUMI to the path of a pulumi executable",
  );
}

/** Taken at the user's word: neither version nor language host is looked at. */
function overridden(written: string): PulumiExecutable {
  const executable = path.resolve(written);
  if (!isExecutableFile(executable)) {
    throw new EngineError(
      exitCodes.badOverride,
      `LAMBDA_VPC_PULUMI is ${written}, which is no executable file.\nPoint it to a pulumi executable, or unset it to have one found.`,
    );
  }
  return { path: executable, origin: "LAMBDA_VPC_PULUMI" };
}
