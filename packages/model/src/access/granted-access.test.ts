import { describe, expect, test } from "@jest/globals";
import { type GrantedAccess, grantedAccess, mayGrantTheSame } from "./granted-access";
import { canonicalPermissions } from "./permissions";
import { sampleGroups } from "../testing/samples/sample-groups";
import { from, to } from "../testing/samples/sample-rule";

test("access lists the VPC, the outbound rules, and the inbound and outbound rules of others that refer to the set, which is called self", () => {
  const group = (key: string) => ({ kind: "security-group", key }) as const;
  const groups = sampleGroups({ a: [to(group("b"))], b: [to("10.0.0.0/8")], database: [from("a")], proxy: [to(group("b"), "tcp", 80)] });
  expect(grantedAccess(["a", "b"], new Map(groups.map((one) => [one.key, one])))).toEqual({
    vpc: "vpc",
    outbound: canonicalPermissions([to(group("self")), to("10.0.0.0/8")]),
    references: [[from("database")], [to(group("self")), to(group("proxy"), "tcp", 80)]].map(canonicalPermissions).join("\n--\n"),
  });
});

describe("access that may be the same:", () => {
  const shown: GrantedAccess = { vpc: "vpc", outbound: "out", references: "in" };

  test.each<[string, GrantedAccess, boolean]>([
    ["equal in all that it lists", shown, true],
    ["outbound rules that do not show", { ...shown, outbound: undefined }, true],
    ["references that do not show", { ...shown, references: undefined }, true],
    ["other outbound rules", { ...shown, outbound: "other" }, false],
    ["other outbound rules, and references that do not show", { ...shown, outbound: "other", references: undefined }, false],
    ["other references", { ...shown, references: "other" }, false],
    ["another VPC", { ...shown, vpc: "other" }, false],
    ["another VPC, and nothing else that shows", { vpc: "other", outbound: undefined, references: undefined }, false],
  ])("%s: %j is %s", (_, other, same) => {
    expect([mayGrantTheSame(shown, other), mayGrantTheSame(other, shown)]).toEqual([same, same]);
  });
});
