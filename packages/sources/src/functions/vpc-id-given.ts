import type { Knowable } from "@lambda-vpc/model";
import type { StackResource } from "../stack/stack-resource";
import { isProperties, UNKNOWN } from "../stack/value";

/** Whether a program gives a function its `vpcConfig.vpcId`. Only its inputs tell: what is planned always has one, for AWS finds it from the subnets. */
export function readVpcIdGiven({ inputs }: StackResource): Knowable<boolean> {
  if (inputs === undefined) return { ok: false, error: "what the program gives does not show" };
  const config = inputs["vpcConfig"];
  if (config === UNKNOWN) return { ok: false, error: "its vpcConfig is one unknown value until deployed" };
  return { ok: true, value: isProperties(config) && (config["vpcId"] ?? null) !== null };
}
