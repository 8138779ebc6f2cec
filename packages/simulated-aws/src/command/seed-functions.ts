import { ec2AddressErrors } from "../account/interfaces/address-assignment";
import { createInterface } from "../account/interfaces/owned-interface";
import { attachPolicy, createRole } from "../account/iam/role";
import { deactivateFunction } from "../account/lambda/idle-function";
import { listVersions } from "../account/lambda/function-version";
import { putAlias } from "../account/lambda/function-alias";
import { createFunction, findFunction, updateFunction } from "../account/lambda/lambda-function";
import { combinationKey } from "../account/rows/combination";
import type { LambdaFunction } from "../account/rows/lambda-rows";
import type { Account } from "../account/store/account";
import { AwsError } from "../account/store/aws-error";
import { findSecurityGroup } from "../account/vpc/security-group";
import { findSubnet } from "../account/vpc/subnet";
import { flag, knownValues, objects, requiredText, text, textMap, texts } from "../property/read";
import { type Properties, isEqual } from "../property/value";
import { conflict } from "./seed-conflict";

/** The role of all functions of seed files, which lets Lambda manage interfaces (docs/aws-facts.md#managed-policies). */
const ROLE = "seeded";
const POLICY = "arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole";

/** Creates a function with its published versions, the oldest first, and then its present configuration. Returns whether it is new. */
export function seedFunction(account: Account, entry: Properties, region: string): boolean {
  const [name, versions] = [requiredText(entry, "name"), objects(entry, "versions")];
  const common = {
    id: name,
    region,
    role: roleArn(account),
    tags: textMap(entry, "tags"),
    configuration: knownValues(entry, ["description", "handler", "memorySize", "runtime", "timeout"]),
  };
  const existing = account.tables.functions.get(name);
  const states = [...versions.map((of) => ({ of, publish: true })), { of: entry, publish: false }];
  if (existing !== undefined) {
    if (
      !isEqual(
        networksOf(account, existing),
        states.map(({ of }) => network(of)),
      )
    )
      throw conflict(name, "configuration or version");
    for (const part of ["region", "tags", "configuration"] as const) if (!isEqual(existing[part], common[part])) throw conflict(name, part);
    const aliases = account.tables.functionAliases.where("function", name).map((one) => [one.name, one.functionVersion] as const);
    if (!isEqual(Object.fromEntries(aliases), textMap(entry, "aliases"))) throw conflict(name, "alias");
    if ((existing.idle === true) !== flag(entry, "idle")) throw conflict(name, "state");
    return false;
  }
  for (const [index, { of, publish }] of states.entries()) {
    const vpcConfig = {
      subnetIds: texts(of, "subnetIds"),
      securityGroupIds: texts(of, "securityGroupIds"),
      ipv6AllowedForDualStack: false,
    };
    (index === 0 ? createFunction : updateFunction)(account, { ...common, vpcConfig, publish });
  }
  for (const [alias, functionVersion] of Object.entries(textMap(entry, "aliases")))
    putAlias(account, { functionName: name, name: alias, functionVersion, description: "", weights: {} });
  if (flag(entry, "idle")) deactivateFunction(account, name);
  return true;
}

/**
 * Creates a network interface of another service, one that Lambda can no longer delete, or one of a function whose groups somebody changed.
 * Returns whether it is new.
 */
export function seedInterface(account: Account, entry: Properties): boolean {
  const { networkInterfaces, ownedInterfaces } = account.tables;
  const [id, subnetId, madeFor] = [requiredText(entry, "id"), requiredText(entry, "subnetId"), text(entry, "orphanOf")];
  const securityGroupIds = [...new Set(texts(entry, "securityGroupIds"))].sort();
  const modifiedOf = text(entry, "modifiedOf");
  const existing = networkInterfaces.get(id) ?? ownedInterfaces.get(id);
  if (existing !== undefined) {
    if (existing.subnetId !== subnetId || !isEqual(existing.securityGroupIds, securityGroupIds))
      throw conflict(id, "subnet or security group");
    return false;
  }
  if (modifiedOf !== undefined) {
    modifyInterface(account, { id, functionName: modifiedOf, subnetId, securityGroupIds });
    return true;
  }
  const request = {
    subnetId,
    securityGroupIds,
    interfaceType: text(entry, "interfaceType") ?? "interface",
    description: text(entry, "description") ?? "",
  };
  const created = createInterface(account, request, ec2AddressErrors);
  ownedInterfaces.remove(created.id);
  const { vpcId } = findSubnet(account, subnetId);
  if (madeFor === undefined) ownedInterfaces.put({ ...created, id, owner: id });
  else networkInterfaces.put({ id, subnetId, vpcId, securityGroupIds, madeFor, role: roleArn(account), orphaned: true });
  return true;
}

interface Modification {
  readonly id: string;
  readonly functionName: string;
  readonly subnetId: string;
  readonly securityGroupIds: readonly string[];
}

/** Gives the interface of a function in a subnet an id and other groups. The function still uses it (docs/aws-facts.md#changed-groups). */
function modifyInterface(account: Account, { id, functionName, subnetId, securityGroupIds }: Modification): void {
  const { networkInterfaces } = account.tables;
  const { vpcConfig } = findFunction(account, functionName);
  for (const group of securityGroupIds) findSecurityGroup(account, group);
  const [before] = networkInterfaces.where("combination", combinationKey(subnetId, vpcConfig?.securityGroupIds ?? []));
  if (before === undefined) throw new AwsError("InvalidNetworkInterfaceID.NotFound", `${functionName} has no interface in ${subnetId}.`);
  networkInterfaces.remove(before.id);
  networkInterfaces.put({ ...before, id, securityGroupIds, modifiedFrom: before.securityGroupIds });
}

/** The subnets and groups of each version and of the function itself, as a seed file lists them. */
function networksOf(account: Account, row: LambdaFunction) {
  const [latest, ...versions] = listVersions(account, row);
  return [...versions, ...(latest === undefined ? [] : [latest])].map(({ vpcConfig }) => ({
    subnetIds: vpcConfig?.subnetIds ?? [],
    securityGroupIds: vpcConfig?.securityGroupIds ?? [],
  }));
}

function network(of: Properties) {
  const sorted = (name: string) => [...new Set(texts(of, name))].sort();
  return { subnetIds: sorted("subnetIds"), securityGroupIds: sorted("securityGroupIds") };
}

function roleArn(account: Account): string {
  if (seedRole(account, ROLE)) attachPolicy(account, ROLE, POLICY);
  return account.tables.roles.get(ROLE)?.arn ?? "";
}

/** Creates a role without permissions, which clients can assume. Returns whether it is new. */
export function seedRole(account: Account, id: string): boolean {
  const existing = account.tables.roles.get(id);
  if (existing !== undefined && existing.deleted !== true) return false;
  createRole(account, { id, path: "/", assumeRolePolicy: "{}", description: "", maxSessionDuration: 3600, tags: {} });
  return true;
}
