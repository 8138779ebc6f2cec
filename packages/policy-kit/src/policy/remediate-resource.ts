import { SeenInputs } from "@lambda-vpc/sources";
import type { ResourceRemediation } from "@pulumi/policy";
import { holdsAssetArchive } from "./asset-archive";
import type { Remediation, TargetVpcConfig } from "./remediation";

const functionTypes: ReadonlySet<string> = new Set(["aws:lambda/function:Function", "aws-native:lambda:Function"]);

/**
 * What the SDK calls on each resource. An exception would abort the preview, and so would a value that the SDK cannot return: such a function is not
 * changed, and `withUnremediatedFindings` reports it.
 */
export function remediateResource(remediation: Remediation): ResourceRemediation {
  return ({ type, urn, props, getConfig }) => {
    if (!functionTypes.has(type)) return undefined;
    try {
      const seen = new SeenInputs();
      seen.see({ urn, props: { ...ownValues(props), vpcConfig: unwrapped(ownValues(props)["vpcConfig"]) } });
      const inputs = seen.of(urn) ?? {};
      const target = holdsAssetArchive(inputs) ? undefined : remediation(inputs, getConfig());
      return target === undefined ? undefined : moved(props, target);
    } catch {
      return undefined;
    }
  };
}

/** The inputs with other lists. Unknowns and secrets, which the SDK has wrapped, are returned unchanged. */
function moved(props: object, { subnetIds, securityGroupIds }: TargetVpcConfig): Record<string, unknown> {
  const inputs = ownValues(props);
  return { ...inputs, vpcConfig: { ...ownValues(unwrapped(inputs["vpcConfig"])), subnetIds, securityGroupIds } };
}

/** Own properties as the SDK keeps them: reading past its proxies, which throw on an unknown and unwrap a secret. */
function ownValues(object: unknown): Record<string, unknown> {
  if (typeof object !== "object" || object === null) return {};
  return Object.fromEntries(Object.keys(object).map((name) => [name, Object.getOwnPropertyDescriptor(object, name)?.value as unknown]));
}

/** A value without the wrapping that marks secrets while a resource is remediated (the class `Secret` of the SDK), however deep. */
function unwrapped(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unwrapped);
  if (typeof value !== "object" || value === null) return value;
  const inner = ownValues(value);
  if (value.constructor.name === "Secret" && "value" in inner) return unwrapped(inner["value"]);
  return Object.fromEntries(Object.entries(inner).map(([name, one]) => [name, unwrapped(one)]));
}
