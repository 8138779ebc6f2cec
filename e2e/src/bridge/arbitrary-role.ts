import fc from "fast-check";
import { oneOf, perhaps } from "./arbitrary-expression";
import { type Change, changing, kept } from "./change";

const TRUST = `{ Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" }] }`;
const VPC_ACCESS = '"arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole"';
const BASIC = '"arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"';

/** The role of every function; its trust as an object or as text. */
export const role: fc.Arbitrary<Change> = kept(
  fc
    .record({
      assumeRolePolicy: oneOf(TRUST, `JSON.stringify(${TRUST})`),
      description: perhaps(oneOf('"runs functions"')),
      managedPolicyArns: perhaps(oneOf("[]", `[${VPC_ACCESS}]`)),
      tags: perhaps(oneOf(`{ Team: "orders" }`, "{}")),
    })
    .map((inputs) => ({ name: "role", type: "iam.Role", inputs })),
).map(keepingVpcAccess);

/**
 * A role that loses a policy loses one that has nothing to do with networks: without its permissions Lambda cannot delete a function's
 * interfaces, and EC2 keeps the groups that are on them (DG-VPC).
 */
function keepingVpcAccess(change: Change): Change {
  const { first, second } = change;
  const loses = first?.inputs["managedPolicyArns"] === `[${VPC_ACCESS}]` && second?.inputs["managedPolicyArns"] === "[]";
  return loses ? { ...change, first: { ...first, inputs: { ...first.inputs, managedPolicyArns: `[${BASIC}]` } } } : change;
}

/** A role that has its policies apart: they would show in a role that is updated while they come and go. */
export const attachedRole: fc.Arbitrary<Change> = kept(
  fc.constant({ name: "attached", type: "iam.Role", inputs: { assumeRolePolicy: TRUST, namePrefix: '"made-"' } }),
);

export const rolePolicyAttachment: fc.Arbitrary<Change> = changing(
  oneOf("attached.name", "attached.id", "attached").map((role) => ({
    name: "permissions",
    type: "iam.RolePolicyAttachment",
    inputs: { role, policyArn: BASIC },
  })),
);
