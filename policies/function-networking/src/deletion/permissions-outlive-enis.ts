import {
  DELETE_INTERFACE,
  displayNames,
  exactly,
  type InterfaceFate,
  isManaged,
  type Key,
  keySet,
  permission,
  type ResolvedAttachment,
  type Uncertainty,
  typedNames,
} from "@lambda-vpc/model";
import { byHand, change, definePolicy, type Finding, type Fix } from "@lambda-vpc/policy-kit";
import { DestroyedStack } from "../use/destroyed-stack";
import { aboutRole, nameOfRole, type RoleInUse, rolesInUse } from "../use/role-in-use";
import { type Waiting, whatWaits } from "../use/what-waits";

export const permissionsOutliveEnis = definePolicy({
  id: "permissions-outlive-enis",
  formerly: ["permissions-outlive-functions", "safe-group-replacement"],
  title: "On destroy, the permission to delete ENIs remains until the ENIs are deleted.",
  severity: "medium",
  level: "advisory",
  strict: { level: "mandatory" },
  config: {},
  check: ({ network, resolved }) => {
    const [stack, roles] = [new DestroyedStack(resolved), rolesInUse(network)];
    const losses = roles.map((role) => ({ role, lost: role.users.flatMap((user) => lossesOf(user, role, stack)) }));
    const losing = new Set(losses.flatMap(({ lost }) => lost.flatMap(({ user, fate }) => (fate.verdict === "orphaned" ? [user] : []))));
    const keeping = keySet(stack.attachments.flatMap(({ consumer }) => (losing.has(consumer) ? [] : [consumer])));
    const keepers = [...keeping.flatMap((user) => stack.leftBy(user)).map(({ attachment }) => attachment), ...stack.kept];
    return losses.flatMap(({ role, lost }) => {
      const all = lost.map((loss) => shared(loss, keepers));
      return [...violations(role, all, stack), ...undecided(role, all)];
    });
  },
});

/** A function whose ENIs a destroy orphans, or may orphan. */
interface Loss {
  readonly user: Key;
  readonly fate: Exclude<InterfaceFate, { verdict: "deletable" }>;
  /** The attachments whose ENIs are orphaned: its own, or the one with the groups that replace its own. */
  readonly attachments: readonly ResolvedAttachment[];
}

function lossesOf(user: Key, role: RoleInUse, stack: DestroyedStack): readonly Loss[] {
  const fates = stack.leftBy(user).map(({ attachment, doubts }) => {
    const fate = stack.fate(attachment, role);
    const doubted: InterfaceFate =
      fate.verdict === "deletable" || doubts.length === 0
        ? fate
        : { verdict: "unknown", causes: [...doubts, ...(fate.verdict === "unknown" ? fate.causes : [])] };
    return { attachment, fate: doubted };
  });
  const orphaned = fates.filter(({ fate }) => fate.verdict === "orphaned");
  const unknown = fates.flatMap(({ fate }) => (fate.verdict === "unknown" ? fate.causes : []));
  const lost = orphaned.length > 0 ? orphaned : fates.filter(({ fate }) => fate.verdict === "unknown");
  if (lost.length === 0) return [];
  const attachments = lost.map(({ attachment }) => attachment);
  return [{ user, attachments, fate: orphaned.length > 0 ? { verdict: "orphaned" } : { verdict: "unknown", causes: unknown } }];
}

/** Functions that keep their permission, or may keep it, may delete the same ENIs: AWS does not document whose role Lambda uses. */
function shared(loss: Loss, keepers: readonly ResolvedAttachment[]): Loss {
  const keptBy = loss.attachments.every((lost) => keepers.some((keeper) => mayUseAll(keeper, lost)));
  return loss.fate.verdict === "orphaned" && keptBy ? { ...loss, fate: { verdict: "unknown", causes: ["shared-interface"] } } : loss;
}

/** Whether a function may use every ENI of another one. */
function mayUseAll(one: ResolvedAttachment, other: ResolvedAttachment): boolean {
  const [groups, others] = [one.securityGroups, other.securityGroups];
  const mayEqual = others.certain.every((key) => mayName(groups, key)) && groups.certain.every((key) => mayName(others, key));
  return mayEqual && other.subnets.possible.every((key) => mayName(one.subnets, key));
}

function mayName({ possible, open }: ResolvedAttachment["subnets"], key: Key): boolean {
  return open || possible.includes(key);
}

/** One finding for each kind of instruction. */
function violations(role: RoleInUse, losses: readonly Loss[], { deleted }: DestroyedStack): readonly Finding[] {
  const granting = grantingResources(role);
  const orphaned = losses
    .filter(({ fate }) => fate.verdict === "orphaned")
    .map(({ user, attachments }) => ({ user, attachments, ...whatWaits(attachments, deleted) }));
  return [...Map.groupBy(orphaned, ({ kind }) => kind)].map(([kind, some]) => {
    const users = keySet(some.map(({ user }) => user));
    const waiting = { kind, keys: keySet(some.flatMap(({ keys }) => keys)) };
    return {
      verdict: "violation",
      subject: role.subject,
      about: aboutRole(role, users),
      kind,
      measure: { count: exactly(users.length), noun: "function" },
      what: `(${displayNames(users)}) with ${nameOfRole(role)}: on destroy, ${typedNames(granting)} is deleted before Lambda has deleted their ENIs.`,
      why: WHY,
      fix: role.roleOfSdk === true ? giveOwnRole(users, waiting) : orderOrMove(role, granting, waiting),
      basis: some.flatMap(({ attachments }) => attachments).some(isEstimated) ? "dependencies" : "known",
    };
  });
}

function orderOrMove(role: RoleInUse, granting: readonly Key[], { kind, keys }: Waiting): Fix {
  const move = `move ${typedNames(granting)} to a stack that outlives the functions`;
  if (kind === "nothing") return byHand(move, "nothing of this stack waits for their ENIs");
  const follows = [
    ...(role.follows ?? []),
    ...role.policies.flatMap(({ by, follows = [] }) => (by !== undefined && granting.includes(by) ? follows : [])),
  ];
  return keys.some((key) => follows.includes(key))
    ? byHand(move, `it depends on ${displayNames(keys)}, which cannot depend on it`)
    : change([{ step: "depend-on", resources: keys, on: granting }]);
}

/** A program cannot name what the SDK attaches (docs/aws-facts.md#policies-of-callback-functions). */
function giveOwnRole(users: readonly Key[], { kind, keys }: Waiting): Fix {
  const [name, reason] = [`CallbackFunction ${displayNames(users)}`, "the SDK names the attachment"];
  return kind === "nothing"
    ? byHand(`pass a role of a stack that outlives the functions as \`role\` to ${name}`, reason)
    : byHand(`pass a role of the program as \`role\` to ${name}, and its attachment to the dependsOn of ${typedNames(keys)}`, reason);
}

function isEstimated({ subnets, securityGroups }: ResolvedAttachment): boolean {
  return [subnets.basis, securityGroups.basis].includes("dependencies");
}

/** What grants the permission and is deleted with the stack: policies and attachments, or the role if it needs none of this stack. */
function grantingResources({ key, policies, boundary }: RoleInUse): readonly Key[] {
  const limits = boundary === undefined ? {} : { boundary };
  const granting = policies.flatMap(({ by, ...policy }) =>
    by !== undefined && permission(DELETE_INTERFACE, { policies: [policy], ...limits }, "lambda").verdict === "granted" ? [by] : [],
  );
  const managed = key !== undefined && isManaged(key) ? [key] : [];
  return granting.length > 0 ? keySet(granting) : managed;
}

/** Sources: docs/aws-facts.md#eni-deletion, docs/aws-facts.md#eni-deletion-permissions. */
const WHY =
  "Lambda deletes ENIs up to 20 minutes later. Undeleted ENIs block groups and subnets (docs/aws-facts.md#eni-deletion-permissions).";

function undecided(role: RoleInUse, losses: readonly Loss[]): readonly Finding[] {
  const open = losses.flatMap(({ user, fate }) => (fate.verdict === "unknown" ? [{ user, causes: fate.causes }] : []));
  if (open.length === 0) return [];
  const causes = new Set<Uncertainty>(open.flatMap(({ causes }) => causes));
  return [
    {
      verdict: "undecided",
      subject: role.subject,
      about: aboutRole(
        role,
        open.map(({ user }) => user),
      ),
      measure: { count: exactly(open.length), noun: "function" },
      what: `with ${nameOfRole(role)}: on destroy, the permission to delete their ENIs may be deleted first`,
      causes: new Map(
        [...causes].map((cause) => [cause, keySet(open.flatMap(({ user, causes }) => (causes.includes(cause) ? [user] : [])))]),
      ),
    },
  ];
}
