import { existingAccount } from "../programs/existing-account";
import {
  type Described,
  idOf,
  type Inputs,
  isInputs,
  isList,
  isNode,
  type ResourceDescription,
  urnOf,
} from "../description/program-description";

const account = existingAccount().securityGroups;

/** One thing that a function may do, or that may be done to it. */
interface Grant {
  readonly kind: "rule" | "member" | "route";
  readonly direction: string;
  readonly protocol: string;
  readonly from: number;
  readonly to: number;
  /** A range, a group, or a target, as text. */
  readonly peer: string;
}

type Resources = readonly ResourceDescription[];

/**
 * What functions may do after a change that they could not do before, function by function: through the rules of their groups, through rules that name
 * their groups, as members of groups of the account, and through the routes of their subnets. It reads the description alone, so that it can
 * contradict the model. A function that leaves its VPC is not compared.
 */
export function widenedAccess(before: Resources, after: Resources): readonly string[] {
  const earlier = new Map(functionsIn(before).map((one) => [urnOf(one), one]));
  return functionsIn(after).flatMap((one) => {
    const same = earlier.get(urnOf(one));
    if (same === undefined) return [];
    const granted = grantsOf(same, before);
    return grantsOf(one, after)
      .filter((grant) => !granted.some((other) => covers(other, grant)))
      .map((grant) => `${urnOf(one)} gains ${JSON.stringify(grant)}`);
  });
}

function functionsIn(resources: Resources): Resources {
  return resources.filter(({ type, inputs }) => type === "aws:lambda/function:Function" && inputs["vpcConfig"] !== undefined);
}

function grantsOf({ inputs }: ResourceDescription, resources: Resources): readonly Grant[] {
  const config = written(inputs["vpcConfig"]);
  const listOf = (name: string): readonly string[] =>
    elements(isInputs(config) ? new Map(Object.entries(config)).get(name) : undefined).map(textOf);
  const [groups, subnets] = [listOf("securityGroupIds"), listOf("subnetIds")];
  const own = new Set(groups);
  const all = [
    ...resources.flatMap(rulesOf),
    ...account.flatMap(({ id, egress = [] }) => egress.flatMap((rule) => inlineRule(id, "egress", { ...rule }))),
  ];
  const rules = all.filter(({ group, grant }) => own.has(group) || own.has(grant.peer));
  const known = new Set([...resources.map((one) => textOf(idOf(urnOf(one)))), ...account.map(({ id }) => id)]);
  const foreign = groups.filter((group) => !known.has(group));
  return [
    ...rules.map(({ group, grant }) => (own.has(group) ? grant : { ...grant, kind: "member" as const, peer: group })),
    ...foreign.map((peer) => ({ kind: "member" as const, direction: "", ...ALL, peer })),
    ...subnets.flatMap((subnet) => routesOf(subnet, resources)),
  ];
}

const ALL = { protocol: "-1", from: 0, to: 65535 };

interface Rule {
  readonly group: string;
  readonly grant: Grant;
}

function rulesOf(resource: ResourceDescription): readonly Rule[] {
  const { type, inputs } = resource;
  const self = textOf(idOf(urnOf(resource)));
  switch (type) {
    case "aws:ec2/securityGroup:SecurityGroup":
    case "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup":
      return ["ingress", "egress"].flatMap((direction) =>
        elements(inputs[direction]).flatMap((rule) => (isInputs(rule) ? inlineRule(self, direction, rule) : [])),
      );
    case "aws:ec2/securityGroupRule:SecurityGroupRule":
      return inlineRule(textOf(inputs["securityGroupId"]), String(inputs["type"]), {
        ...inputs,
        ...(inputs["sourceSecurityGroupId"] === undefined ? {} : { securityGroups: [inputs["sourceSecurityGroupId"]] }),
      });
    case "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule":
    case "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": {
      const direction = type.includes("Egress") ? "egress" : "ingress";
      return inlineRule(textOf(inputs["securityGroupId"]), direction, {
        protocol: inputs["ipProtocol"] ?? "-1",
        fromPort: inputs["fromPort"] ?? 0,
        toPort: inputs["toPort"] ?? 65535,
        cidrBlocks: ["cidrIpv4", "cidrIpv6", "prefixListId"].flatMap((name) => inputs[name] ?? []),
        securityGroups: inputs["referencedSecurityGroupId"] === undefined ? [] : [inputs["referencedSecurityGroupId"]],
      });
    }
    default:
      return [];
  }
}

function inlineRule(group: string, direction: string, rule: Inputs): readonly Rule[] {
  const protocol = textOf(rule["protocol"]).replace(/^all$/, "-1");
  const ports = protocol === "-1" ? ALL : { protocol, from: Number(rule["fromPort"] ?? 0), to: Number(rule["toPort"] ?? 65535) };
  const peers = [
    ...["cidrBlocks", "ipv6CidrBlocks", "prefixListIds", "securityGroups"].flatMap((name) => elements(rule[name]).map(textOf)),
    ...(rule["self"] === true ? [group] : []),
  ];
  return peers.map((peer) => ({ group, grant: { kind: "rule", direction, ...ports, peer } }));
}

/** The kinds of destinations that the routes of a subnet lead to; the main table's routes if it has no table. */
function routesOf(subnet: string, resources: Resources): readonly Grant[] {
  const tables = resources.filter(
    ({ type, inputs }) => type === "aws:ec2/routeTableAssociation:RouteTableAssociation" && textOf(inputs["subnetId"]) === subnet,
  );
  return tables.flatMap(({ inputs }) => {
    const table = textOf(inputs["routeTableId"]);
    const inline = resources.filter((one) => textOf(idOf(urnOf(one))) === table).flatMap((one) => elements(one.inputs["routes"]));
    const further = resources.filter((one) => one.type === "aws:ec2/route:Route" && textOf(one.inputs["routeTableId"]) === table);
    return [...inline, ...further.map((one) => one.inputs)].flatMap((route) => (isInputs(route) ? routeGrant(route) : []));
  });
}

function routeGrant(route: Inputs): readonly Grant[] {
  const peer = textOf(route["cidrBlock"] ?? route["destinationCidrBlock"] ?? route["ipv6CidrBlock"] ?? route["destinationIpv6CidrBlock"]);
  return [{ kind: "route", direction: "", ...ALL, peer }];
}

function covers(wide: Grant, narrow: Grant): boolean {
  if (wide.kind !== narrow.kind || wide.direction !== narrow.direction) return false;
  const ports = wide.protocol === "-1" || (wide.protocol === narrow.protocol && wide.from <= narrow.from && wide.to >= narrow.to);
  return ports && (wide.peer === narrow.peer || containsRange(wide.peer, narrow.peer));
}

function containsRange(wide: string, narrow: string): boolean {
  const [outer, inner] = [ipv4Range(wide), ipv4Range(narrow)];
  return outer !== undefined && inner !== undefined && outer.first <= inner.first && outer.last >= inner.last;
}

/** The first and the last address of an IPv4 range. */
function ipv4Range(text: string): { readonly first: number; readonly last: number } | undefined {
  const match = /^(\d+)\.(\d+)\.(\d+)\.(\d+)\/(\d+)$/.exec(text);
  if (match === null) return undefined;
  const [length = 0, ...bytes] = match.slice(1).map(Number).reverse();
  const address = bytes.reverse().reduce((number, byte) => number * 256 + byte, 0);
  return { first: address, last: address + 2 ** (32 - length) - 1 };
}

/** What an `apply` returns. */
function written(value: Described | undefined): Described | undefined {
  return typeof value === "object" && value !== null && isNode(value) && value.$ === "applied" ? written(value.value) : value;
}

function elements(value: Described | undefined): readonly Described[] {
  const list = written(value);
  return list === undefined ? [] : isList(list) ? list.map((element) => written(element) ?? null) : [list];
}

function textOf(value: Described | undefined): string {
  const plain = written(value);
  return typeof plain === "string" ? plain : JSON.stringify(plain ?? null);
}
