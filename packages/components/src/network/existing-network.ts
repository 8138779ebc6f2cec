import type * as pulumi from "@pulumi/pulumi";
import { type ArgumentCheck, eventual, flag, listOf, number, object, objectWith, recordOf, text } from "../arguments/argument-checks";
import type { NetworkSummary } from "./network-outputs";

/**
 * What a `LambdaVpc` uses of a network that others use too. In TypeScript, pass a `Network`: it has all of this. In other languages, pass
 * the outputs of a `Network` one by one, and lists, flags and numbers as plain values, because they must be known while the program runs.
 */
export interface ExistingNetwork {
  /** The VPC. */
  vpcId: pulumi.Input<string>;
  /** The subnets for functions. */
  subnetIds: pulumi.Input<pulumi.Input<string>[]>;
  /** Its plan. */
  plan: pulumi.Input<NetworkSummary>;
  /** The Availability Zones of the subnets. Default: unknown. */
  zones?: string[];
  /** The IPv4 ranges of the subnets. Default: unknown. */
  subnetCidrBlocks?: string[];
  /** Whether the subnets have IPv6 ranges, so that functions may use IPv6. Default: no. */
  dualStack?: boolean;
  /** Whether the subnets have a route to the internet over IPv4. Default: unknown, so no set is checked for it. */
  internet?: boolean;
  /** Whether the subnets have a route to the internet over IPv6. Default: unknown, so no set is checked for it. */
  internetIpv6?: boolean;
  /** The security-group sets that its capacity provides for. Default: unknown, so they are not checked. */
  plannedSets?: number;
  /** The security group of the interface endpoints. */
  endpointSecurityGroupId?: pulumi.Input<string>;
  /** The services of the interface endpoints by their short names, such as `sqs`. Default: none. */
  interfaceServices?: string[];
  /** The prefix lists of the gateway endpoints, by service, such as `s3`. Default: none. */
  gatewayPrefixListIds?: Record<string, pulumi.Input<string>>;
  /** The public addresses of the NAT gateways. Default: none. */
  natPublicIps?: pulumi.Input<pulumi.Input<string>[]>;
}

const ids = eventual(listOf(eventual(text)));

const TYPES: Readonly<Record<keyof ExistingNetwork, ArgumentCheck>> = {
  vpcId: eventual(text),
  subnetIds: ids,
  plan: eventual(object),
  zones: listOf(text),
  subnetCidrBlocks: listOf(text),
  dualStack: flag,
  internet: flag,
  internetIpv6: flag,
  plannedSets: number,
  endpointSecurityGroupId: eventual(text),
  interfaceServices: listOf(text),
  gatewayPrefixListIds: recordOf(eventual(text)),
  natPublicIps: ids,
};

/** Rejects arguments of the wrong type, which programs in JavaScript and YAML can pass. Throws a `pulumi.RunError`. */
export const checkExistingNetworkTypes: ArgumentCheck = objectWith(TYPES);
