import type { PolicyText } from "@lambda-vpc/model";
import { awsManagedPolicyGrants } from "./aws-managed-policy-grants";

const ARN = /^arn:aws[a-z-]*:iam::aws:policy\/(.+)$/;

/** The ENI statements of the policy with this ARN. Undefined if it is not an AWS managed policy, or if its document is not known here. */
export function awsManagedPolicy(arn: string): PolicyText | undefined {
  const path = ARN.exec(arn)?.[1] ?? "";
  const granted = Object.hasOwn(awsManagedPolicyGrants, path) ? awsManagedPolicyGrants[path] : undefined;
  if (granted === undefined) return undefined;
  return { statements: [{ effect: "Allow", actions: "allBut" in granted ? granted : { only: granted } }] };
}
