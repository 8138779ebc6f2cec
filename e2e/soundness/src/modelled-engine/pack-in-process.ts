import { eniConsolidation } from "@lambda-vpc/eni-consolidation";
import { packArguments } from "@lambda-vpc/policy-kit";
import type { Views } from "./views";

/** The configuration of each policy, by its name. */
export type PackConfiguration = Readonly<Record<string, object>>;

/** A version of the SDK whose server looks for callbacks at each call (docs/engine-facts.md#callback-look-up), as the loops below do. */
const SDK_VERSION = "1.21.0";

/** A policy as the server of the SDK calls it. The types of the SDK ask for much that no shipped policy reads. */
interface CallablePolicy {
  readonly name: string;
  readonly enforcementLevel?: string;
  readonly validateResource?: (args: object) => void;
  readonly validateStack?: (args: object, report: (violation: { readonly message: string }) => void) => void;
}

/**
 * Runs the shipped pack over the views of a stack as the server of the SDK does: each resource for each policy, then the stack for each. Returns a line for each
 * finding, as the CLI begins it.
 */
export function runPack({ validated, stack }: Views, configuration: PackConfiguration): string {
  const policies = packArguments(eniConsolidation, () => "2026-01-01", { sdkVersion: SDK_VERSION })
    .policies as unknown as readonly CallablePolicy[];
  const lines: string[] = [];
  const getConfig = (name: string) => () => configuration[name] ?? {};
  for (const resource of validated)
    for (const policy of policies) if (isEnabled(policy)) policy.validateResource?.({ ...resource, getConfig: getConfig(policy.name) });
  for (const policy of policies) {
    if (!isEnabled(policy)) continue;
    const { name, enforcementLevel = "advisory" } = policy;
    const report = (violation: { readonly message: string }): void =>
      void lines.push(`- [${enforcementLevel}]  ${name}  ${violation.message}\n`);
    policy.validateStack?.({ resources: stack, getConfig: getConfig(name) }, report);
  }
  return lines.join("");
}

function isEnabled({ enforcementLevel }: CallablePolicy): boolean {
  return enforcementLevel !== "disabled";
}
