import { compareKeys, type Key, keySet, type LambdaFunction, type Role, type RolePolicy } from "@lambda-vpc/model";
import { CreationOrder } from "./creation-order";
import { ManagedPolicies } from "./managed-policies";
import { type PutPolicy, RolePolicies } from "./role-policies";
import { roleName, type RoleNames } from "./role-names";
import type { Dependencies } from "../stack/dependencies";
import type { Stack } from "../stack/stack";
import { given, type StackResource } from "../stack/stack-resource";
import { elements, UNKNOWN } from "../stack/value";

/** The execution roles of `functions`, with their policies. */
export function readRoles(
  stack: Stack,
  names: RoleNames,
  functions: readonly LambdaFunction[],
  dependencies: Dependencies,
): readonly Role[] {
  const users = Map.groupBy(functions, ({ role }) => role);
  const keys = keySet([...users.keys()].flatMap((key) => key ?? []));
  if (keys.length === 0) return [];
  const [order, managed] = [new CreationOrder(stack, dependencies), new ManagedPolicies(stack)];
  const policies = new RolePolicies(stack, names, managed);
  const resources = new Map(stack.ofKind("role").map((role) => [role.urn, role]));
  return keys.map((key) => {
    const role = resources.get(key);
    const named = (users.get(key) ?? []).map((user) => user.key);
    const put = withoutDuplicates([...(role === undefined ? [] : policies.inside(role)), ...policies.on(roleName(key))]);
    const shown = put.map((policy) => rolePolicy(policy, named, order));
    const boundary = (role && given(role, "permissionsBoundary")) ?? undefined;
    return {
      key,
      policies: role === undefined ? [ELSEWHERE, ...shown] : shown,
      ...(role === undefined ? {} : ofManaged(role, order)),
      ...(role === undefined || boundary === undefined ? {} : { boundary: managed.referred(role, "permissionsBoundary", boundary).text }),
    };
  });
}

/** The facts of a role of this stack that matter for changing it. */
function ofManaged(role: StackResource, order: CreationOrder): Pick<Role, "follows" | "managedPolicyArns"> {
  const listed = elements(given(role, "managedPolicyArns"));
  const follows = order.follows(role.urn);
  const known = listed === UNKNOWN ? [] : listed.filter((arn) => typeof arn === "string");
  const isKnown = listed !== UNKNOWN && known.length === listed.length;
  const arns: Role["managedPolicyArns"] = isKnown ? { ok: true, value: known } : { ok: false, error: "unknown until deployed" };
  return { ...(isKnown && known.length === 0 ? {} : { managedPolicyArns: arns }), ...(follows.length === 0 ? {} : { follows }) };
}

/** A policy that another stack may have attached to a role. */
const ELSEWHERE: RolePolicy = { statements: [], uncertainty: "role-elsewhere" };

/** A policy with its place in the order in which the stack creates it and the functions of its role. */
function rolePolicy({ by, text, stays }: PutPolicy, users: readonly Key[], order: CreationOrder): RolePolicy {
  const awaits = keySet(users.filter((user) => order.awaits(by, user)));
  const byOption = awaits.filter((user) => order.awaitsByOption(by, user));
  const follows = order.follows(by);
  return {
    ...(stays ? {} : { by }),
    ...text,
    ...(awaits.length === 0 ? {} : { awaits }),
    ...(byOption.length === 0 ? {} : { awaitsByOption: byOption }),
    ...(follows.length === 0 ? {} : { follows }),
  };
}

/** Removes policies of exclusive lists that attachments also attach: they are detached with these attachments. */
function withoutDuplicates(all: readonly PutPolicy[]): readonly PutPolicy[] {
  const attached = new Set(all.flatMap(({ policy, stays }) => (stays || policy === undefined ? [] : [policy])));
  return all
    .filter(({ policy, stays }) => !stays || policy === undefined || !attached.has(policy))
    .toSorted((left, right) => compareKeys(left.by, right.by));
}
