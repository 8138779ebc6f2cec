import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { addressOf, ProviderExample } from "../testing/provider-example";
import { explained } from "./explained-error";

let example: ProviderExample;

beforeAll(() => {
  example = new ProviderExample();
});

afterAll(() => {
  example.end();
});

const EKS = "aws:eks/cluster:Cluster";
const RULE = "aws:ec2/securityGroupRule:SecurityGroupRule";
const rule = { type: "ingress", protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["10.0.0.0/8"] };
const inAccount = (type: string, work: () => unknown) => explained(example.provider.account, addressOf(type), work);

describe("an error that AWS would not return", () => {
  test("about an id that was made up names the type that made it up", async () => {
    const { outputs } = await example.make(EKS, { roleArn: "role", vpcConfig: { subnetIds: [] } });
    const securityGroupId = /sg-0[0-9a-f]{16}/.exec(JSON.stringify(outputs["vpcConfig"]))?.[0] ?? "";
    await expect(inAccount(RULE, () => example.make(RULE, { ...rule, securityGroupId }))).rejects.toThrow(
      `simulated AWS made up ${securityGroupId} as an output of ${EKS}, which it does not model. This is a limit of the simulation`,
    );
  });

  test.each([
    ["a type error", new TypeError("x is not iterable")],
    ["a bug that the simulation noticed", new Error("Bug in simulated AWS: property vpcId has no value after Check")],
  ])("because of %s names the resource and its type", async (_, error) => {
    const work = () => {
      throw error;
    };
    await expect(inAccount(EKS, work)).rejects.toThrow(
      `simulated AWS failed on example (${EKS}): ${error.message}. This is a defect of the simulation`,
    );
  });
});

test("an error of AWS stays as it is", async () => {
  await expect(inAccount(RULE, () => example.make(RULE, { ...rule, securityGroupId: "sg-0" }))).rejects.toThrow(
    /^InvalidGroup\.NotFound: (?!.*simulat)/,
  );
});

test("an error of the code of a function stays as it is", async () => {
  const work = () => {
    throw new Error("the handler failed");
  };
  await expect(inAccount(EKS, work)).rejects.toThrow(/^the handler failed$/);
});
