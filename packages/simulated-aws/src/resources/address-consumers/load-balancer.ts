import type { Account } from "../../account/store/account";
import {
  createLoadBalancer,
  deleteLoadBalancer,
  type LoadBalancerRequest,
  putLoadBalancer,
} from "../../account/address-consumers/load-balancer";
import { interfacesOf } from "../../account/interfaces/owned-interface";
import { flag, number, objects, requiredText, text, textMap, texts } from "../../property/read";
import { type Properties, isEqual } from "../../property/value";
import { loadBalancerFields } from "./load-balancer-fields";
import { nameOf, namePrefixOf } from "../definition/name";
import type { ResourceType } from "../definition/resource-type";

/** A load balancer of any type, with one of its tokens in @pulumi/aws. Its id is its ARN. */
function loadBalancerType(token: string): ResourceType {
  return {
    token,
    fields: loadBalancerFields,
    validate: (inputs) => {
      const specified = ["subnets", "subnetMappings"].filter((name) => inputs[name] !== undefined);
      const reason = `exactly one of subnets, subnetMappings must be specified, not ${specified.join(" and ") || "none"}`;
      return specified.length === 1 ? [] : [{ path: "subnets", reason: `Invalid combination of arguments: ${reason}` }];
    },
    recomputedBy: (changed) => [
      ...(changed.includes("subnets") ? ["subnetMappings"] : []),
      ...(changed.includes("subnetMappings") ? ["subnets"] : []),
    ],
    create: (account, inputs) => createLoadBalancer(account, request(inputs, nameOf(account, inputs))),
    describe,
    update: (account, id, inputs, outputs) => putLoadBalancer(account, id, request(inputs, requiredText(inputs, "name"), outputs)),
    remove: deleteLoadBalancer,
  };
}

export const loadBalancer = loadBalancerType("aws:lb/loadBalancer:LoadBalancer");
export const applicationLoadBalancer = loadBalancerType("aws:alb/loadBalancer:LoadBalancer");

function describe(account: Account, id: string, outputs: Properties): Properties | undefined {
  const row = account.tables.loadBalancers.get(id);
  if (row === undefined) return undefined;
  const interfaces = interfacesOf(account, id);
  const mappings = objects(outputs, "subnetMappings");
  return {
    arn: id,
    arnSuffix: id.slice(id.indexOf("loadbalancer/") + "loadbalancer/".length),
    dnsName: `${flag(outputs, "internal") ? "internal-" : ""}${row.name}.${row.region}.elb.amazonaws.com`,
    enablePrefixForIpv6SourceNat: text(outputs, "enablePrefixForIpv6SourceNat") ?? "",
    enforceSecurityGroupInboundRulesOnPrivateLinkTraffic: text(outputs, "enforceSecurityGroupInboundRulesOnPrivateLinkTraffic") ?? "",
    internal: flag(outputs, "internal"),
    ipAddressType: text(outputs, "ipAddressType") ?? "ipv4",
    name: row.name,
    namePrefix: namePrefixOf(row.name),
    region: row.region,
    secondaryIpsAutoAssignedPerSubnet: number(outputs, "secondaryIpsAutoAssignedPerSubnet") ?? 0,
    securityGroups: interfaces[0]?.securityGroupIds ?? [],
    subnetMappings: interfaces.map(({ subnetId }) => {
      const requested = mappings.find((one) => one["subnetId"] === subnetId) ?? {};
      const requestedText = (name: string) => text(requested, name) ?? "";
      return {
        allocationId: requestedText("allocationId"),
        ipv6Address: requestedText("ipv6Address"),
        outpostId: "",
        privateIpv4Address: requestedText("privateIpv4Address"),
        subnetId,
      };
    }),
    subnets: interfaces.map(({ subnetId }) => subnetId),
    tagsAll: row.tags,
    vpcId: row.vpcId,
    zoneId: "",
  };
}

/** A program specifies subnets in one of two properties, and the other keeps its previous value. The changed one applies. */
function request(inputs: Properties, name: string, before: Properties = {}): LoadBalancerRequest {
  const mappings = objects(inputs, "subnetMappings");
  const mapped = mappings.map((one) => requiredText(one, "subnetId"));
  const subnets = texts(inputs, "subnets");
  const mappedBefore = objects(before, "subnetMappings").map((one) => text(one, "subnetId") ?? null);
  const isRemapped = !isEqual(mapped.toSorted(), mappedBefore.toSorted());
  const addresses = mappings.map((one) => [requiredText(one, "subnetId"), text(one, "privateIpv4Address") ?? ""] as const);
  return {
    name,
    type: requiredText(inputs, "loadBalancerType"),
    region: requiredText(inputs, "region"),
    tags: textMap(inputs, "tagsAll"),
    subnetIds: subnets.length === 0 || (mapped.length > 0 && isRemapped) ? mapped : subnets,
    securityGroupIds: texts(inputs, "securityGroups"),
    addresses: new Map(addresses.filter(([, address]) => address !== "")),
    secondaryAddresses: number(inputs, "secondaryIpsAutoAssignedPerSubnet") ?? 0,
  };
}
