import type { Knowable } from "@lambda-vpc/model";
import type { StackResource } from "../stack/stack-resource";
import { isProperties, UNKNOWN } from "../stack/value";

/** Whether a program sets `vpcConfig.vpcId` of a function. Only its inputs show this: planned outputs always have one, because AWS derives it from the subnets. */
export function readVpcIdGiven({ inputs }: StackResource): Knowable<boolean> {
  if (inputs === undefined) return { ok: false, error: "the inputs of the program are unknown" };
  const config = inputs["vpcConfig"];
  if (config === UNKNOWN) return { ok: false, error: "its vpcConfig is unknown until deployed" };
  return { ok: true, value: isProperties(config) && (config["vpcId"] ?? null) !== null };
}
