import fc from "fast-check";
import { oneOf, perhaps } from "./arbitrary-expression";
import { type Change, changing, kept } from "./change";

const TRUST = `{ Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" }] }`;
const VPC_ACCESS = '"arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole"';
const BASIC = '"arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"';

/**
 * The role of every function, its trust as an object or as text. It keeps the permissions that functions in a VPC need
 * (docs/aws-facts.md#eni-permissions): without them they are refused, and the interfaces that Lambda cannot delete keep their groups.
 */
export const role: fc.Arbitrary<Change> = kept(
  fc
    .record({
      assumeRolePolicy: oneOf(TRUST, `JSON.stringify(${TRUST})`),
      description: perhaps(oneOf('"runs functions"')),
      managedPolicyArns: oneOf(`[${VPC_ACCESS}]`, `[${VPC_ACCESS}, ${BASIC}]`, `[${BASIC}, ${VPC_ACCESS}]`),
      tags: perhaps(oneOf(`{ Team: "orders" }`, "{}")),
    })
    .map((inputs) => ({ name: "role", type: "iam.Role", inputs })),
);

/** A role that no function has: it may lose all its policies. */
export const spareRole: fc.Arbitrary<Change> = kept(
  perhaps(oneOf("[]", `[${VPC_ACCESS}]`)).map((managedPolicyArns) => ({
    name: "spare",
    type: "iam.Role",
    inputs: { assumeRolePolicy: TRUST, managedPolicyArns },
  })),
);

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
