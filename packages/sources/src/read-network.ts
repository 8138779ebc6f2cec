import type { Network } from "@lambda-vpc/model";
import { readAddressConsumers } from "./address-consumers/address-consumers";
import { possibleAliases } from "./stack/possible-aliases";
import { readAttachments, readCapacityProviders, readConnectors } from "./functions/attachments";
import { readEdgeAssociations } from "./functions/edge-associations";
import { readFunctions } from "./functions/functions";
import { readInventory, type SeenInventory } from "./vpc/inventory";
import { RoleNames } from "./roles/role-names";
import { readRoles } from "./roles/roles";
import { Dependencies } from "./stack/dependencies";
import { deletionDepths } from "./stack/deletion-depths";
import { readGroupAssociations } from "./security-groups/group-associations";
import { readDefaultGroups, readSecurityGroups } from "./security-groups/security-groups";
import { Stack } from "./stack/stack";
import type { StackResource } from "./stack/stack-resource";
import { readSubnets } from "./vpc/subnets";
import { readVpcs } from "./vpc/vpcs";

/** The resources that let Lambda delete ENIs with a role. */
const roleKinds = ["role", "role-policy", "role-policy-attachment", "policy-attachment", "role-policy-list", "managed-policy"] as const;

/** The network of a stack's resources and an inventory of its account: facts, known or unknown. Order never matters. It never throws. */
export function readNetwork(resources: readonly StackResource[], seen?: SeenInventory): Network {
  const stack = new Stack(resources);
  const [attachments, connectors] = [readAttachments(stack), readConnectors(stack)];
  const named = [...attachments, ...connectors].flatMap(({ securityGroups: { known, candidates } }) => [...known, ...candidates]);
  const [subnets, securityGroups] = [readSubnets(stack), [...readSecurityGroups(stack), ...readDefaultGroups(named)]];
  const addressConsumers = readAddressConsumers(stack);
  const vpcs = [...subnets.flatMap(({ vpc }) => vpc ?? []), ...securityGroups.flatMap(({ createdIn }) => createdIn ?? [])];
  const inventory = seen === undefined ? undefined : readInventory(stack, seen);
  const aliases = possibleAliases(stack, attachments, addressConsumers, vpcs, inventory);
  const [roleNames, dependencies] = [new RoleNames(stack), new Dependencies(stack)];
  const functions = readFunctions(stack, roleNames, dependencies);
  const deleted = stack.ofKind("subnet", "security-group", ...roleKinds);
  const depths = deletionDepths(stack, dependencies, deleted);
  return {
    vpcs: readVpcs(stack, dependencies),
    subnets,
    securityGroups,
    attachments,
    connectors,
    capacityProviders: readCapacityProviders(stack),
    groupAssociations: readGroupAssociations(stack),
    functions,
    edgeAssociations: readEdgeAssociations(stack),
    roles: readRoles(stack, roleNames, functions, dependencies),
    addressConsumers,
    deletionDepths: new Map(deleted.map(({ urn }) => [urn, depths.get(urn) ?? 0])),
    aliases,
    ...(inventory === undefined ? {} : { inventory }),
  };
}
