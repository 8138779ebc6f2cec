import { applied, type Inputs, type Resource, resource, stack } from "@lambda-vpc/policy-testing";
import { findingsOf } from "@lambda-vpc/policy-testing/matchers";
import { checkLaw } from "@lambda-vpc/property-testing";
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { lambdaVpc } from "./index";

/** Texts that a terminal or a CI system would obey, or that forge a line of a report. */
const hostile = fc
  .array(
    fc.constantFrom(
      "\u001b[31m",
      "\0",
      "\u0007",
      "\n",
      "\r\n",
      "\u009b2J",
      "\u202e",
      "\u2028",
      "::error::",
      "\n[mandatory] ",
      "##[error]",
      "a",
      "\u0002",
      "\u0003",
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((parts) => parts.join(""));

/** A program in which every text that its author chooses is hostile: names, ids, addresses, zones, tags. */
const programs = fc
  .tuple(fc.uniqueArray(hostile, { minLength: 2, maxLength: 3 }), hostile, hostile, fc.boolean())
  .map(([names, id, text, known]): readonly Resource[] => {
    const vpc = resource("aws:ec2/vpc:Vpc", `${names[0] ?? ""}vpc`, { cidrBlock: known ? text : "10.0.0.0/16" });
    const role = resource("aws:iam/role:Role", text, { name: text, assumeRolePolicy: text });
    return [
      vpc,
      role,
      resource("aws:ec2/subnet:Subnet", `subnet${text}`, {
        vpcId: known ? id : applied([vpc], "vpc-1"),
        cidrBlock: "10.0.0.0/28",
        availabilityZone: text,
      }),
      ...names.flatMap((name, index) => {
        const group = resource("aws:ec2/securityGroup:SecurityGroup", name, { vpcId: known ? "vpc-1" : id, name: text, description: name });
        const vpcConfig = {
          subnetIds: [`subnet-${id}`, applied([vpc], "subnet-2")],
          securityGroupIds: known ? [`sg-${index}${name}`, id] : [applied([group], "sg-1")],
        };
        const inputs = {
          vpcConfig,
          role: index === 0 ? applied([role], "arn") : `arn:aws:iam::123456789012:role/${text}`,
          tags: { team: text },
        };
        return [group, resource("aws:lambda/function:Function", name, inputs as Inputs)];
      }),
    ];
  });

test("whatever names, ids and values a program has, every line of every finding is one that a terminal shows and does not obey", () => {
  checkLaw({ "a finding that names something hostile": 90 }, [programs], (program, met) => {
    const view = stack(program);
    const messages = lambdaVpc.policies.flatMap((policy) =>
      findingsOf(policy, view, reportingAll[policy.id] ?? {}).map(({ message }) => message),
    );
    met(
      "a finding that names something hostile",
      messages.some((message) => message.includes("\\u{")),
    );
    for (const message of messages) {
      expect(message).toMatch(/\nfix: |^Internal error|^Configuration of/);
      expect(message.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]|##\w*\[/u);
      for (const line of message.split("\n")) expect(line).not.toMatch(/^\s*(?:::|\[)/);
    }
  });
});

/** A configuration with which policies report as much as possible. */
const reportingAll: Readonly<Record<string, object>> = {
  "approved-vpc-configs": { config: { configurations: [{ name: "web", subnetIds: ["subnet-0"], securityGroupIds: ["sg-1"] }] } },
  "eni-budget": { config: { warnAt: 0 } },
  "share-security-groups": { config: { maxSetsPerVpc: 1 } },
};
