import type { Inventory } from "../../facts/inventory";
import type { Key } from "../../facts/key";
import type { Attachment, Network, SecurityGroup, Subnet } from "../../facts/network";
import type { PartialList } from "../../facts/partial-list";
import type { SecurityGroupRule } from "../../facts/security-group-rule";

/** The network with every subnet, group, VPC and consumer renamed. Equal keys stay equal. */
export function renamed(network: Network, name: (key: Key) => Key): Network {
  const list = (partial: PartialList): PartialList => ({
    ...partial,
    known: partial.known.map(name),
    candidates: partial.candidates.map(name),
    ...(partial.oneOf === undefined ? {} : { oneOf: partial.oneOf.map((keys) => keys.map(name)) }),
    ...(partial.usual === undefined ? {} : { usual: partial.usual.map(name) }),
  });
  const rule = (permission: SecurityGroupRule): SecurityGroupRule =>
    permission.peer.kind === "security-group"
      ? { ...permission, peer: { kind: "security-group", key: name(permission.peer.key) } }
      : permission;
  const rules = (knowable: SecurityGroup["outbound"]): SecurityGroup["outbound"] =>
    knowable.ok ? { ok: true, value: knowable.value.map(rule) } : knowable;
  const vpcOf = ({ vpc }: Subnet | SecurityGroup): { readonly vpc?: Key } => (vpc === undefined ? {} : { vpc: name(vpc) });

  return {
    subnets: network.subnets.map((subnet) => ({ key: name(subnet.key), public: subnet.public, ...vpcOf(subnet) })),
    securityGroups: network.securityGroups.map((group) => ({
      key: name(group.key),
      outbound: rules(group.outbound),
      references: rules(group.references),
      otherUsers: group.otherUsers.map(name),
      ...vpcOf(group),
    })),
    attachments: network.attachments.map(({ consumer, subnets, securityGroups }): Attachment => ({
      consumer: name(consumer),
      subnets: list(subnets),
      securityGroups: list(securityGroups),
    })),
    ...(network.aliases === undefined ? {} : { aliases: network.aliases.map((keys) => keys.map(name)) }),
    ...(network.inventory === undefined ? {} : { inventory: renamedInventory(network.inventory, name) }),
  };
}

function renamedInventory({ subnets, combinations }: Inventory, name: (key: Key) => Key): Inventory {
  return {
    subnets: subnets.map(({ subnet, vpc }) => ({ subnet: name(subnet), ...(vpc === undefined ? {} : { vpc: name(vpc) }) })),
    combinations: combinations.map(({ subnet, securityGroups }) => ({ subnet: name(subnet), securityGroups: securityGroups.map(name) })),
  };
}

/**
 * A name that reverses the order of keys of one kind: `subnet-1` becomes `subnet-8`.
 * Its inverse is itself.
 */
export function reversedName(key: Key): Key {
  return key.replace(/\d$/, (digit) => String(9 - Number(digit)));
}
