import type { Knowable } from "@lambda-vpc/model";
import { given, type StackResource } from "../stack/stack-resource";
import { isProperties, UNKNOWN } from "../stack/value";

/** Whether a function requests IPv6. It does only if its `vpcConfig` specifies it (docs/aws-facts.md#dual-stack). */
export function readDualStack(resource: StackResource): Knowable<boolean> {
  // A function on a capacity provider uses the network of the provider (docs/aws-facts.md#capacity-providers).
  if (isProperties(given(resource, "capacityProviderConfig"))) return { ok: true, value: false };
  const config = given(resource, "vpcConfig");
  const asked = isProperties(config) ? config["ipv6AllowedForDualStack"] : config;
  return asked === UNKNOWN
    ? { ok: false, error: "whether it requests IPv6 is unknown until deployed" }
    : { ok: true, value: asked === true };
}
