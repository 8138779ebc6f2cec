import { displayNames, isManaged, type Key, keySet, type ResolvedNetwork } from "@lambda-vpc/model";
import { byHand, change, type Fix } from "@lambda-vpc/policy-kit";
import { DestroyedStack } from "./destroyed-stack";
import { nameOfRole, type RoleInUse } from "./role-in-use";
import { whatWaits } from "./what-waits";

/** AWS's policy for functions in a VPC. */
const VPC_ACCESS = "arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole";
const NAME = "aws.iam.ManagedPolicy.AWSLambdaVPCAccessExecutionRole";

/** The most policies of a list that a text names. */
const MOST_LISTED = 2;

/**
 * Attaches AWS's policy for functions in a VPC to a role, before its functions are created, and until the groups or subnets that wait for their ENIs
 * are deleted.
 */
export function grantVpcAccess(role: RoleInUse, resolved: ResolvedNetwork): Fix {
  const { key, managedPolicyArns, users } = role;
  if (role.roleOfSdk === true)
    return byHand(
      `create a role with ${NAME}, and pass it as \`role\` to CallbackFunction ${displayNames(users)}`,
      "the SDK names the attachment",
    );
  if (key === undefined || !isManaged(key)) return byHand(`attach ${NAME} to ${nameOfRole(role)}`, "this stack does not manage the role");
  if (managedPolicyArns?.ok === true && managedPolicyArns.value.length <= MOST_LISTED) {
    const value = [...managedPolicyArns.value, VPC_ACCESS];
    return change([{ step: "set-property", resources: [key], property: "managedPolicyArns", value }]);
  }
  if (managedPolicyArns !== undefined || isNative(key))
    return byHand(`add ${NAME} to the managedPolicyArns of ${nameOfRole(role)}`, "the role is limited to the policies that it lists");
  return change([
    {
      step: "add-resource",
      type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
      properties: { role: { resource: key, output: "name" }, policyArn: VPC_ACCESS },
      dependents: dependentsOf(role, resolved),
    },
  ]);
}

/** Roles of AWS Cloud Control attach managed policies themselves. */
function isNative(key: Key): boolean {
  return key.includes("aws-native:iam:Role::");
}

/** What waits for the ENIs of the functions, or else the functions. A group or subnet that the role depends on cannot wait for it. */
function dependentsOf({ users, follows = [] }: RoleInUse, resolved: ResolvedNetwork): readonly Key[] {
  const ofUsers = new Set(users);
  const attachments = resolved.attachments.filter(({ consumer }) => ofUsers.has(consumer));
  const { keys } = whatWaits(attachments, new DestroyedStack(resolved).deleted);
  return keys.length > 0 && !keys.some((key) => follows.includes(key)) ? keySet(keys) : users;
}
