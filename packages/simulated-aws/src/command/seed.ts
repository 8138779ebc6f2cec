import type { Account } from "../account/store/account";
import { AwsError } from "../account/store/aws-error";
import type { SecurityGroup } from "../account/rows/security-group-rows";
import type { Subnet, Vpc } from "../account/rows/vpc-rows";
import { createSecurityGroup } from "../account/vpc/security-group";
import { authorizeRule } from "../account/vpc/security-group-rule";
import { createSubnet } from "../account/vpc/subnet";
import { removeOpeningDefaultVpc } from "../account/vpc/default-vpc";
import { createVpc } from "../account/vpc/vpc";
import { flag, knownValues, objects, requiredText, text, textMap } from "../property/read";
import { type Properties, isEqual, type Value } from "../property/value";
import { rulesOf, representRules } from "../resources/vpc/rule-block";
import { exitCodes, CommandError } from "./command-error";
import { conflict } from "./seed-conflict";
import type { SeedFile } from "./seed-file";
import { seedFileSystem } from "./seed-file-system";
import { seedFunction, seedInterface, seedRole } from "./seed-functions";

/** The Region of entries without one. */
const DEFAULT_REGION = "us-east-1";

/**
 * Adds a network to an account, with the ids of the file. Resources that already exist with the same properties stay unchanged. Throws
 * `CommandError` for an id that exists with different properties, and for what AWS would reject.
 * @returns the number of added resources
 */
export function seed(account: Account, file: SeedFile): number {
  try {
    return [
      ...file.vpcs.map((entry) => seedVpc(account, entry)),
      ...file.subnets.map((entry) => seedSubnet(account, entry)),
      ...file.securityGroups.map((entry) => seedSecurityGroup(account, entry)),
      ...file.fileSystems.map((entry) => seedFileSystem(account, entry, regionOf(entry))),
      ...file.functions.map((entry) => seedFunction(account, entry, regionOf(entry))),
      ...file.networkInterfaces.map((entry) => seedInterface(account, entry)),
      ...file.roles.map((entry) => seedRole(account, requiredText(entry, "name"))),
    ].filter((isNew) => isNew).length;
  } catch (error) {
    throw error instanceof AwsError ? new CommandError(exitCodes.conflict, error.message) : error;
  }
}

function seedVpc(account: Account, entry: Properties): boolean {
  const wanted = {
    ...commonValues(entry),
    cidrBlock: requiredText(entry, "cidrBlock"),
    ...knownValues(entry, ["ipv6CidrBlock"]),
    ...defaultMark(entry),
  };
  const existing: Vpc | undefined = account.tables.vpcs.get(wanted.id);
  if (existing === undefined && wanted.isDefault === true) removeOpeningDefaultVpc(account, wanted.region);
  if (existing === undefined)
    createVpc(account, { ...wanted, enableDnsHostnames: false, enableDnsSupport: true, instanceTenancy: "default" });
  return isNew(wanted, existing);
}

function seedSubnet(account: Account, entry: Properties): boolean {
  const zone = text(entry, "availabilityZone");
  const wanted = {
    ...commonValues(entry),
    vpcId: requiredText(entry, "vpcId"),
    cidrBlock: requiredText(entry, "cidrBlock"),
    ...knownValues(entry, ["ipv6CidrBlock"]),
    mapPublicIpOnLaunch: flag(entry, "mapPublicIpOnLaunch"),
    ...(zone === undefined ? {} : { availabilityZone: zone }),
    ...defaultMark(entry),
  };
  const existing: Subnet | undefined = account.tables.subnets.get(wanted.id);
  if (existing === undefined) createSubnet(account, wanted);
  return isNew(wanted, existing);
}

function seedSecurityGroup(account: Account, entry: Properties): boolean {
  const wanted = {
    ...commonValues(entry),
    vpcId: requiredText(entry, "vpcId"),
    name: requiredText(entry, "name"),
    description: text(entry, "description") ?? "",
  };
  const existing: SecurityGroup | undefined = account.tables.securityGroups.get(wanted.id);
  if (existing === undefined) createSecurityGroup(account, wanted);
  for (const direction of ["ingress", "egress"] as const) {
    const blocks = objects(entry, direction);
    if (existing === undefined)
      for (const rule of blocks.flatMap((block) => rulesOf(wanted.id, direction, block))) authorizeRule(account, rule);
    const rules = account.tables.securityGroupRules.where("group", wanted.id).filter((rule) => rule.direction === direction);
    if (!representRules(blocks, wanted.id, direction, rules)) throw conflict(wanted.id, direction);
  }
  return isNew(wanted, existing);
}

function commonValues(entry: Properties) {
  return { id: requiredText(entry, "id"), region: regionOf(entry), tags: textMap(entry, "tags") };
}

function regionOf(entry: Properties): string {
  return text(entry, "region") ?? DEFAULT_REGION;
}

function defaultMark(entry: Properties): { readonly isDefault?: true } {
  return flag(entry, "default") ? { isDefault: true } : {};
}

/** Whether the resource is new. Throws if it exists with different properties. */
function isNew(wanted: { readonly id: string }, existing: object | undefined): boolean {
  if (existing === undefined) return true;
  const has = new Map<string, Value>(Object.entries(existing));
  const differingPart = Object.entries(wanted).find(([name, value]: [string, Value]) => !isEqual(value, has.get(name) ?? null));
  if (differingPart !== undefined) throw conflict(wanted.id, differingPart[0]);
  return false;
}
