import type { Knowable } from "@lambda-vpc/model";
import { given, type StackResource } from "../stack/stack-resource";
import { isProperties, UNKNOWN } from "../stack/value";

/** Whether a function asks for IPv6: it does not unless its `vpcConfig` says so (docs/aws-facts.md#dual-stack). */
export function readDualStack(resource: StackResource): Knowable<boolean> {
  const config = given(resource, "vpcConfig");
  const asked = isProperties(config) ? config["ipv6AllowedForDualStack"] : config;
  return asked === UNKNOWN
    ? { ok: false, error: "whether it asks for IPv6 is unknown until deployed" }
    : { ok: true, value: asked === true };
}
