import { expect, test } from "@jest/globals";
import { documentOf } from "../testing/document-of";
import { resourcesOf } from "../testing/sample-stack";

const { plan } = documentOf(
  resourcesOf({
    functions: {
      audit: { group: 0, subnets: [0, 1] },
      cart: { group: 1, subnets: [0] },
      mails: { group: 1, subnets: [0, 1] },
      orders: { group: 1, subnets: [0, 1] },
    },
    prefixLength: 28,
  }),
);
const [vpc] = plan.vpcs;
const nameOf = (key: string): string => key.split("::").at(-1) ?? "";

test("a set lists its functions by the subnets that they request", () => {
  const set = vpc?.securityGroupSets.find(({ consumers }) => consumers.length === 3);
  expect(
    set?.attachments.map(({ consumers, subnets, exact }) => ({ consumers: consumers.map(nameOf), subnets: subnets.map(nameOf), exact })),
  ).toEqual([
    { consumers: ["cart"], subnets: ["subnet-0"], exact: true },
    { consumers: ["mails", "orders"], subnets: ["subnet-0", "subnet-1"], exact: true },
  ]);
});

test("the figures after merging are those before less what merging saves, also in the addresses of subnets", () => {
  const after = plan.merged;
  expect([plan.combinations.min, vpc?.avoidable.min, after?.combinations.min]).toEqual([4, 2, 2]);
  expect(after?.vpcs.map(({ securityGroupSets, avoidable }) => [securityGroupSets.length, avoidable.max])).toEqual([[1, 0]]);
  expect(plan.subnets.map(({ addresses }) => addresses?.used.max)).toEqual([2, 2]);
  expect(after?.subnets.map(({ addresses }) => addresses?.used.max)).toEqual([1, 1]);
});

test("without a merge there are no figures after merging", () => {
  expect(documentOf(resourcesOf({ functions: { audit: { group: 0, subnets: [0] } }, prefixLength: 28 })).plan.merged).toBeNull();
});
