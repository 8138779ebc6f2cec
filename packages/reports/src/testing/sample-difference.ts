import type { StackResource } from "@lambda-vpc/sources";
import { resourcesOf } from "./sample-stack";

/** Four functions with two sets. */
export const sampleBefore = resourcesOf({
  functions: {
    audit: { group: 0, subnets: [0, 1] },
    cart: { group: 1, subnets: [0, 1] },
    mails: { group: 1, subnets: [0] },
    users: { group: 2, subnets: [1] },
  },
  prefixLength: 28,
});

/** One moved to another set, one is removed, one is added with unknown groups, and one publishes versions from now on. */
export const sampleAfter = resourcesOf({
  functions: {
    audit: { group: 3, subnets: [0, 1] },
    cart: { group: 1, subnets: [0, 1] },
    orders: { group: 0, subnets: [1], unknown: true },
    users: { group: 2, subnets: [0, 1] },
  },
  prefixLength: 28,
});

/** A stack of which one function publishes versions, and the same after it moved. */
export const publishing = (group: number): readonly StackResource[] =>
  resourcesOf({ functions: { audit: { group, subnets: [0] } }, prefixLength: 28 }).map((resource) =>
    resource.type === "aws:lambda/function:Function" ? { ...resource, inputs: { ...resource.inputs, publish: true } } : resource,
  );
