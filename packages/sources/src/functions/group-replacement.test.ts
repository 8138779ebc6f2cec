import { expect, test } from "@jest/globals";
import { networkOf } from "../testing/network-of";
import { applied, idOf, type Inputs, preview, resource, settled, urnOf } from "../testing/program";
import { securityGroup, vpc } from "../testing/sample-resources";

const main = vpc("main");
const [spare, other] = [securityGroup("spare"), securityGroup("other")];
const yes = { ok: true, value: true };
const no = { ok: true, value: false };
const none = { known: [], holes: 0, candidates: [] };
const [spareKey, otherKey] = [urnOf(spare), urnOf(other)];

test.each<{ sentence: string; inputs: Inputs; before: object; after: object }>([
  { sentence: "a function that says nothing asks for none", inputs: {}, before: { asked: no, securityGroups: none }, after: { asked: no } },
  {
    sentence: "a function names the group of this stack that takes the place",
    inputs: { replaceSecurityGroupsOnDestroy: true, replacementSecurityGroupIds: [idOf(spare)] },
    before: { asked: yes, securityGroups: { known: [], holes: 1, candidates: [spareKey] } },
    after: { asked: yes, securityGroups: { known: [spareKey], holes: 0 } },
  },
  {
    sentence: "a group that exists is its id",
    inputs: { replaceSecurityGroupsOnDestroy: true, replacementSecurityGroupIds: ["sg-1"] },
    before: { asked: yes, securityGroups: { known: ["sg-1"], holes: 0 } },
    after: { asked: yes, securityGroups: { known: ["sg-1"], holes: 0 } },
  },
  {
    sentence: "a list cut by an apply shows once it is made",
    inputs: { replaceSecurityGroupsOnDestroy: true, replacementSecurityGroupIds: applied([spare, other], [idOf(spare)]) },
    before: { asked: yes, securityGroups: { known: [], holes: "unknown", candidates: [otherKey, spareKey] } },
    after: { asked: yes, securityGroups: { known: [spareKey], holes: 0 } },
  },
  {
    sentence: "a function that says false asks for none, although it names a group",
    inputs: { replaceSecurityGroupsOnDestroy: false, replacementSecurityGroupIds: ["sg-1"] },
    before: { asked: no, securityGroups: { known: ["sg-1"] } },
    after: { asked: no, securityGroups: { known: ["sg-1"] } },
  },
  {
    sentence: "an unknown answer is unknown until it is made",
    inputs: { replaceSecurityGroupsOnDestroy: applied([main], true) },
    before: { asked: { ok: false, error: expect.stringContaining("replaced") } },
    after: { asked: yes },
  },
])("$sentence", ({ inputs, before, after }) => {
  const orders = resource("aws:lambda/function:Function", "orders", inputs);
  for (const [view, expected] of [[preview, before] as const, [settled, after] as const]) {
    const [found] = networkOf(view([main, spare, other, orders])).functions ?? [];
    const { asked, securityGroups } = found?.groupReplacement ?? {};
    expect({
      asked,
      securityGroups: securityGroups && { ...securityGroups, candidates: [...securityGroups.candidates].sort() },
    }).toMatchObject(expected);
  }
});
