import { ABROAD, abroadBy } from "./abroad";
import type { Element, List, Version, VpcReference } from "./description";
import { existingId } from "./existing-network";
import { sharedNamed } from "./expected-combinations";

/** Which list of whom is written: `label` names what has to be read for it. */
export interface ListTarget {
  readonly type: "subnet" | "group";
  readonly label: string;
}

/** A list as JavaScript. */
export function listText(version: Version, list: List, place: ListTarget): string {
  const ids = (elements: readonly Element[], label = place.label): readonly string[] =>
    elements.map((element, index) => elementText(element, { ...place, label: `${label}-${index}` }));
  switch (list.kind) {
    case "elements":
      return `[${ids(list.elements).join(", ")}]`;
    case "applied":
      return appliedText(ids(list.elements), list.take, ids(list.added, `${place.label}-added`));
    case "output": {
      const cut = list.take === undefined ? "" : `.apply((ids) => ids.slice(0, ${list.take}))`;
      return `${list.component}.${list.tier}SubnetIds${cut}`;
    }
    case "shared": {
      const whole = `${list.name}.vpcConfig.${place.type === "subnet" ? "subnetIds" : "securityGroupIds"}`;
      if (list.more.length === 0) return whole;
      const more = ids(list.more).join(", ");
      return isElementWise(version, list.name, place.type)
        ? `[...${whole}, ${more}]`
        : `pulumi.all([${whole}, ${more}]).apply(([ids, ...more]) => [...ids, ...more])`;
    }
    case "handed-on": {
      const cut = list.take === undefined ? "" : `.apply((ids) => ids.slice(0, ${list.take}))`;
      const given = `{ subnetId: ${subnetText(version, list.place)}, securityGroups: [${ids(list.elements).join(", ")}] }`;
      const by = abroadBy(version, list.place);
      const where =
        by === undefined ? given : by === "provider" ? `${given}, { provider: abroad }` : given.replace(/ }$/, `, region: "${ABROAD}" }`);
      return `new aws.ec2.NetworkInterface("${place.label}-interface", ${where}).securityGroups${cut}`;
    }
    case "looked-up":
      return lookupText(list);
  }
}

/** What joins inside the `apply` leaves no trace in what it depends on, as when ids come out of an object that was made elsewhere. */
function appliedText(ids: readonly string[], take: number, added: readonly string[]): string {
  const all = `pulumi.all([${ids.join(", ")}])`;
  const cut = take < ids.length ? `ids.slice(0, ${take})` : "ids";
  return added.length === 0 ? `${all}.apply((ids) => ${cut})` : `${all}.apply((ids) => pulumi.all([...${cut}, ${added.join(", ")}]))`;
}

/** Any subnet at a place. */
function subnetText(version: Version, place: VpcReference): string {
  if (place.kind === "existing") return `"${existingId("subnet", 0)}"`;
  if (place.kind === "component") return `${place.name}.privateSubnetIds[0]`;
  return `${version.subnets.find(({ vpc }) => vpc === place.name)?.name ?? ""}.id`;
}

/** The ranges keep the look-up to the same subnets when others join the VPC while it runs. */
function lookupText({ vpc, subnets }: List & { kind: "looked-up" }): string {
  const ranges = subnets.map((name) => `${name}.cidrBlock`).join(", ");
  const filters = `[{ name: "vpc-id", values: [${vpc}.id] }, { name: "cidr-block", values: [${ranges}] }]`;
  return `aws.ec2.getSubnetsOutput({ filters: ${filters} }, { dependsOn: [${subnets.join(", ")}] }).ids`;
}

/** Whether the list of a shared configuration is an array, whose elements can be taken one by one. */
export function isElementWise(version: Version, name: string, type: ListTarget["type"]): boolean {
  const { remote, subnets, groups } = sharedNamed(version, name);
  const list = type === "subnet" ? subnets : groups;
  return !remote && (list === undefined || list.kind === "elements");
}

/** One id as JavaScript. */
export function elementText(element: Element, place: ListTarget): string {
  switch (element.kind) {
    case "made":
      return `${element.name}.id`;
    case "existing":
      return existingText(element, place);
    case "entry":
      return `${element.component}.${element.tier}SubnetIds[${element.index}]`;
    case "waiting":
      return `pulumi.all([${element.name}.id, ${element.for}.id]).apply(([id]) => id)`;
    case "default-group":
      return defaultGroupText(element);
    case "read":
      return `${resourceClass(place)}.get("${place.label}", ${element.name}.id).id`;
    case "pick": {
      const ids = element.of.map((one, index) => elementText(one, { ...place, label: `${place.label}-${index}` }));
      return `pulumi.all([${ids.join(", ")}]).apply((ids) => ids[${element.takes}])`;
    }
  }
}

function defaultGroupText({ vpc, by }: Element & { kind: "default-group" }): string {
  switch (by) {
    case "output":
      return `${vpc}.defaultSecurityGroupId`;
    case "lookup":
      return `aws.ec2.getSecurityGroupOutput({ vpcId: ${vpc}.id, name: "default" }).id`;
    case "adopted":
      return `${vpc}Default.id`;
  }
}

function existingText({ index, by }: Element & { kind: "existing" }, { type, label }: ListTarget): string {
  const id = existingId(type, index);
  switch (by) {
    case "literal":
      return `"${id}"`;
    case "get":
      return `${resourceClass({ type, label })}.get("${label}", "${id}").id`;
    case "configuration":
      return `new pulumi.Config().require("${type}${index}")`;
    case "lookup":
      return type === "subnet" ? `aws.ec2.getSubnetOutput({ id: "${id}" }).id` : `aws.ec2.getSecurityGroupOutput({ id: "${id}" }).id`;
  }
}

function resourceClass({ type }: ListTarget): string {
  return type === "subnet" ? "aws.ec2.Subnet" : "aws.ec2.SecurityGroup";
}
