import { expect, test } from "@jest/globals";
import type { LambdaFunction, Network } from "@lambda-vpc/model";
import type { Step } from "./fix";
import { inUpdates } from "./in-updates";

const set: Step = { step: "set-vpc-config", functions: ["audit", "cart"], securityGroups: ["shared"] };
const remove: Step = { step: "remove-resources", resources: ["old"] };
const trim = (...functions: readonly string[]): Step => ({ step: "trim-versions", functions });
const publishing = { publishes: { ok: true, value: true } } as const;

function network(...functions: readonly LambdaFunction[]): Network {
  return { subnets: [], securityGroups: [], attachments: [], functions };
}

test.each<[name: string, network: Network, removals: readonly Step[], updates: readonly (readonly Step[])[]]>([
  ["functions without versions change, and what they used is removed with it", network(), [remove], [[set, remove]]],
  ["old versions are deleted between", network({ key: "cart", ...publishing }), [remove], [[set], [trim("cart")], [remove]]],
  ["versions that the stack deletes need no update", network({ key: "cart", ...publishing, trimmed: true }), [remove], [[set, remove]]],
  [
    "a function that may publish counts as one that does",
    network({ key: "audit", publishes: { ok: false, error: "unknown" } }),
    [],
    [[set], [trim("audit")]],
  ],
  ["versions of other functions stay", network({ key: "other", ...publishing }), [], [[set]]],
])("%s", (_, given, removals, updates) => {
  expect(inUpdates(given, ["audit", "cart"], [set], removals)).toEqual(updates);
});
