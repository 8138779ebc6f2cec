import type { Network } from "@lambda-vpc/model";
import { readAddressConsumers } from "./address-consumers";
import { alikeKeys } from "./alike-keys";
import { readAttachments, readConnectors } from "./attachments";
import { readFunctions } from "./functions";
import { readInventory, type SeenInventory } from "./inventory";
import { RoleNames } from "./role-names";
import { readRoles } from "./roles";
import { readSecurityGroups } from "./security-groups";
import { Stack } from "./stack";
import type { StackResource } from "./stack-resource";
import { readSubnets } from "./subnets";
import { readVpcs } from "./vpcs";

/** The network that a stack's resources and an inventory of its account describe: facts, known or not. Order never matters; it never throws. */
export function readNetwork(resources: readonly StackResource[], seen?: SeenInventory): Network {
  const stack = new Stack(resources);
  const [subnets, securityGroups] = [readSubnets(stack), readSecurityGroups(stack)];
  const [attachments, connectors] = [readAttachments(stack), readConnectors(stack)];
  const addressConsumers = readAddressConsumers(stack);
  const vpcs = [...subnets, ...securityGroups].flatMap(({ vpc }) => vpc ?? []);
  const inventory = seen === undefined ? undefined : readInventory(stack, seen);
  const alike = alikeKeys(stack, attachments, addressConsumers, vpcs, inventory);
  const roleNames = new RoleNames(stack);
  const functions = readFunctions(stack, roleNames);
  return {
    vpcs: readVpcs(stack),
    subnets,
    securityGroups,
    attachments,
    connectors,
    functions,
    roles: readRoles(stack, roleNames, functions),
    addressConsumers,
    alike,
    ...(inventory === undefined ? {} : { inventory }),
  };
}
