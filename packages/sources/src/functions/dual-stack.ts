import type { Knowable } from "@lambda-vpc/model";
import { given, type StackResource } from "../stack/stack-resource";
import { isProperties, UNKNOWN } from "../stack/value";

/** Whether a function requests IPv6. It does only if its `vpcConfig` specifies it (docs/aws-facts.md#dual-stack). */
export function readDualStack(resource: StackResource): Knowable<boolean> {
  const config = given(resource, "vpcConfig");
  const asked = isProperties(config) ? config["ipv6AllowedForDualStack"] : config;
  return asked === UNKNOWN
    ? { ok: false, error: "whether it requests IPv6 is unknown until deployed" }
    : { ok: true, value: asked === true };
}
