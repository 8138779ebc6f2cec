import { expect, test } from "@jest/globals";
import { readPreviewBefore } from "./preview-before";
import { readStateFile } from "./state-file";
import { previewJsonOf } from "../testing/preview-json-of";
import { idOf, urnOf } from "../testing/program";
import { lambda, securityGroup, subnet, vpc } from "../testing/sample-resources";
import { stateFileOf } from "../testing/state-file-of";

const main = vpc("main");
const a = subnet("a", main);
const [web, other] = ["web", "other"].map((name) => securityGroup(name, { vpcId: idOf(main) }));
if (web === undefined || other === undefined) throw new Error("two groups are made");
const existing = [main, a, web, lambda("orders", { subnetIds: [idOf(a)], securityGroupIds: [idOf(web)] })];
const moved = [main, a, other, lambda("orders", { subnetIds: [idOf(a)], securityGroupIds: [idOf(other)] })];

test("a preview has the old states of its steps, those of deleted resources included", () => {
  const text = previewJsonOf(moved, existing, (steps) => {
    const state = JSON.parse(stateFileOf(existing)) as { readonly deployment: { readonly resources: readonly Record<string, unknown>[] } };
    const old = state.deployment.resources.find(({ urn }) => urn === urnOf(web));
    return [...steps, { op: "delete", urn: urnOf(web), oldState: old } as never];
  });
  const byUrn = (resources: readonly { readonly urn: string; readonly custom: boolean }[]) =>
    resources.filter(({ custom }) => custom).sort((left, right) => (left.urn < right.urn ? -1 : 1));
  expect(byUrn(readPreviewBefore(text))).toEqual(byUrn(readStateFile(stateFileOf(existing)).resources));
});

test("a first preview has nothing before", () => {
  expect(readPreviewBefore(previewJsonOf(existing))).toEqual([]);
});

test("what is read only, or waits for its deletion, is not in the stack", () => {
  const flags = ["external", "delete", "pendingReplacement"];
  const text = previewJsonOf(existing, existing, (steps) =>
    steps.map((step, index) => {
      const flag = flags[index];
      return flag === undefined ? step : { ...step, oldState: { ...(step["oldState"] as object), [flag]: true } as never };
    }),
  );
  // The stack itself is the first resource.
  expect(readPreviewBefore(text)).toHaveLength(1 + existing.length - flags.length);
});
