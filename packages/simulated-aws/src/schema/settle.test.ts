import { describe, expect, test } from "@jest/globals";
import { UNKNOWN as U } from "../property/value";
import { functionFields } from "../resources/function-fields";
import { removals, settle } from "./settle";

/* Each sentence was observed on the Terraform bridge by e2e/src/bridge. */

describe("what exists", () => {
  test("has nothing unknown, sorted sets, and what AWS says before what was asked", () => {
    const network = { subnetIds: ["subnet-2", "subnet-1"], securityGroupIds: ["sg-1"] };
    const described = { arn: "arn:aws:lambda:…", vpcConfig: { ...network, vpcId: "vpc-1" } };
    expect(settle(functionFields, "f", { arn: U, timeout: 3, vpcConfig: { ...network, vpcId: U } }, described)).toMatchObject({
      id: "f",
      arn: "arn:aws:lambda:…",
      timeout: 3,
      signingJobArn: null,
      vpcConfig: { subnetIds: ["subnet-1", "subnet-2"], securityGroupIds: ["sg-1"], vpcId: "vpc-1" },
    });
  });

  test("has no empty set where the program gave none or an empty one", () => {
    const asked = { vpcConfig: { subnetIds: ["subnet-1"], securityGroupIds: null } };
    const described = { vpcConfig: { subnetIds: ["subnet-1"], securityGroupIds: [], vpcId: "vpc-1" } };
    expect(settle(functionFields, "f", asked, described)).toMatchObject({ vpcConfig: { securityGroupIds: null, vpcId: "vpc-1" } });
  });
});

describe("what an update removes", () => {
  test("stays with nothing in it: texts, flags, code", () => {
    const old = { s3Key: "code.zip", replaceSecurityGroupsOnDestroy: true, code: { path: "./code" } };
    expect(removals(functionFields, {}, old)).toEqual({ s3Key: "", replaceSecurityGroupsOnDestroy: false, code: "" });
  });

  test("is not what stays, what was never there, what has a default and what AWS decides", () => {
    expect(removals(functionFields, { handler: "new" }, { handler: "old", runtime: null, timeout: 30, arn: "arn" })).toEqual({});
  });
});
