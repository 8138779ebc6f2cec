import { applied, idOf, type Inputs, Output, type Resource, resource } from "@lambda-vpc/sources/testing";

/** The ARN of AWS's policy for functions in a VPC. */
export const VPC_ACCESS = "arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole";

/** An `aws.iam.Role`; `policies` are the documents that it names itself, by their names. */
export function role(name: string, policies: Readonly<Record<string, PolicyDocument>> = {}, others: Inputs = {}): Resource {
  const inlinePolicies = Object.entries(policies).map(([name, policy]) => ({ name, policy: textOf(policy) }));
  return resource("aws:iam/role:Role", name, { ...(inlinePolicies.length === 0 ? {} : { inlinePolicies }), ...others });
}

/** The output `role.arn`, for the `role` of a function. */
export function arnOf(role: Resource): Output {
  return applied([role], `arn:aws:iam::123456789012:role/${role.name}`);
}

/** An `aws.iam.RolePolicyAttachment` of the policy with this ARN; `to` is a role of the stack, or the name of another. */
export function policyAttachment(name: string, to: Resource | string, policyArn: string | Output = VPC_ACCESS): Resource {
  return resource("aws:iam/rolePolicyAttachment:RolePolicyAttachment", name, { role: typeof to === "string" ? to : idOf(to), policyArn });
}

/** An `aws.iam.RolePolicy`: a document on a role, made after the role. */
export function rolePolicy(name: string, of: Resource, policy: PolicyDocument): Resource {
  return resource("aws:iam/rolePolicy:RolePolicy", name, { role: idOf(of), policy: textOf(policy) });
}

/** The statements of an IAM policy, or an output that will be the text of one. */
export type PolicyDocument = readonly PolicyStatementText[] | Output;

/** A statement as IAM writes it. */
export interface PolicyStatementText {
  readonly Effect: "Allow" | "Deny";
  readonly Action?: string | readonly string[];
  readonly NotAction?: string | readonly string[];
  readonly Resource: string | readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

function textOf(policy: PolicyDocument): string | Output {
  return policy instanceof Output ? policy : JSON.stringify({ Version: "2012-10-17", Statement: policy });
}
