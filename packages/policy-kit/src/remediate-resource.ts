import { SeenInputs } from "@lambda-vpc/sources";
import type { ResourceRemediation } from "@pulumi/policy";
import { holdsAssetArchive } from "./asset-archive";
import type { Remediation, Remedy } from "./remediation";

const functionTypes: ReadonlySet<string> = new Set(["aws:lambda/function:Function", "aws-native:lambda:Function"]);

/**
 * What the SDK calls on each resource. An exception would abort the preview, and so would what the SDK cannot hand back: such a function is left
 * as it is, and `tellWhatStays` says so.
 */
export function remediateResource(remediation: Remediation): ResourceRemediation {
  return ({ type, urn, props, getConfig }) => {
    if (!functionTypes.has(type)) return undefined;
    try {
      const seen = new SeenInputs();
      seen.see({ urn, props });
      const inputs = seen.of(urn) ?? {};
      const remedy = holdsAssetArchive(inputs) ? undefined : remediation(inputs, getConfig());
      return remedy === undefined ? undefined : moved(props, remedy);
    } catch {
      return undefined;
    }
  };
}

/** The inputs with other lists. What the SDK has wrapped, unknowns and secrets among it, goes back as it came. */
function moved(props: object, { subnetIds, securityGroupIds }: Remedy): Record<string, unknown> {
  const inputs = ownValues(props);
  return { ...inputs, vpcConfig: { ...ownValues(inputs["vpcConfig"]), subnetIds, securityGroupIds } };
}

/** Own properties as the SDK keeps them: reading past its proxies, which throw on an unknown and unwrap a secret. */
function ownValues(object: unknown): Record<string, unknown> {
  if (typeof object !== "object" || object === null) return {};
  return Object.fromEntries(Object.keys(object).map((name) => [name, Object.getOwnPropertyDescriptor(object, name)?.value as unknown]));
}
