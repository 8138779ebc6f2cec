import { describe, expect, test } from "@jest/globals";
import { UNKNOWN as U } from "../property/value";
import { functionFields } from "../resources/lambda/function-fields";
import { securityGroup } from "../resources/vpc/security-group";
import { removedValues, outputsOf } from "./outputs-of";

const rule = { cidrBlocks: ["10.0.0.0/8"], ipv6CidrBlocks: [], prefixListIds: [], protocol: "tcp", securityGroups: [], self: false };

/* Each sentence was observed on the Terraform bridge by e2e/bridge. */

describe("what exists", () => {
  test("has nothing unknown, sorted sets, and what AWS says before what was asked", () => {
    const network = { subnetIds: ["subnet-2", "subnet-1"], securityGroupIds: ["sg-1"] };
    const described = { arn: "arn:aws:lambda:…", vpcConfig: { ...network, vpcId: "vpc-1" } };
    expect(outputsOf(functionFields, "f", { arn: U, timeout: 3, vpcConfig: { ...network, vpcId: U } }, described)).toMatchObject({
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
    expect(outputsOf(functionFields, "f", asked, described)).toMatchObject({ vpcConfig: { securityGroupIds: null, vpcId: "vpc-1" } });
  });

  test("has what a block leaves out as empty, but for collections", () => {
    const asked = { imageConfig: { commands: ["run"], entryPoints: null, workingDirectory: null } };
    expect(outputsOf(functionFields, "f", asked, {})).toMatchObject({
      imageConfig: { commands: ["run"], entryPoints: null, workingDirectory: "" },
    });
  });

  test("has the blocks that were planned, also where these lost a text, and AWS's where there are others", () => {
    const [https, http] = [443, 80].map((port) => ({ ...rule, fromPort: port, toPort: port }));
    const asked = { ingress: [{ ...https, description: null }] };
    expect(outputsOf(securityGroup.fields, "sg-1", asked, { ingress: [{ ...https, description: "" }] })).toMatchObject(asked);
    expect(outputsOf(securityGroup.fields, "sg-1", asked, { ingress: [{ ...http, description: "" }] })).toMatchObject({
      ingress: [{ ...http, description: "" }],
    });
  });
});

describe("what an update removes", () => {
  test("stays with nothing in it: texts, flags, code", () => {
    const old = { s3Key: "code.zip", replaceSecurityGroupsOnDestroy: true, code: { path: "./code" } };
    expect(removedValues(functionFields, {}, old)).toEqual({ s3Key: "", replaceSecurityGroupsOnDestroy: false, code: "" });
  });

  test("is not what stays, what was never there, what has a default and what AWS decides", () => {
    expect(removedValues(functionFields, { handler: "new" }, { handler: "old", runtime: null, timeout: 30, arn: "arn" })).toEqual({});
  });
});
