import * as aws from "@pulumi/aws";
import { budgetCapacity, type Capacity, formatAddressBlock, MAX_SUBNETS_PER_FUNCTION } from "@lambda-vpc/model";
import { output, type Input } from "@pulumi/pulumi";
import type { ChildSettings } from "./child-settings";
import { checkedIds } from "../arguments/checked-ids";
import type { NetworkArgs } from "./network-args";
import { capacityOf } from "./network-capacity";
import type { NetworkOutputs, NetworkSummary, SubnetSummary } from "./network-outputs";
import { parseBlock } from "./network-request";
import { eniCounts } from "./network-summary";
import { rejectArgument } from "../arguments/reject-argument";
import { shortServiceName } from "./service-name";
import { createGatewayEndpoints, createInterfaceEndpoints } from "./vpc-endpoints";

/** Adopts existing subnets and creates none. If their ranges are specified, checks that the capacity fits. */
export function adoptNetwork(
  child: ChildSettings,
  args: NetworkArgs,
  vpcId: Input<string>,
  subnetIds: Input<Input<string>[]>,
): NetworkOutputs {
  const { name } = child;
  const { subnetCidrBlocks = [], gatewayEndpoints = [], interfaceEndpoints = [], routeTableIds = [] } = args;
  const adopted = checkedIds(`${name}.subnetIds`, subnetIds, MAX_SUBNETS_PER_FUNCTION);
  const capacity = capacityOf(`${name}.capacity`, args.capacity, interfaceEndpoints.length);
  const subnets = subnetCidrBlocks.map((text, index) => summarizeAdoptedSubnet(`${name}.subnetCidrBlocks[${index}]`, text, capacity));
  if (Array.isArray(adopted) && subnets.length > 0 && subnets.length !== adopted.length)
    rejectArgument(
      `${name}.subnetCidrBlocks`,
      `Expected one range for each of the ${adopted.length} subnets in the order of subnetIds, got ${subnets.length}`,
    );
  const target = { vpcId, region: () => args.region ?? aws.getRegionOutput({}, { parent: child.parent }).region };
  const gatewayPrefixListIds = createGatewayEndpoints(child, target, gatewayEndpoints, routeTableIds);
  const ranges = args.cidrBlock === undefined ? subnetCidrBlocks : [args.cidrBlock];
  const endpointSecurityGroupId = createInterfaceEndpoints(child, target, interfaceEndpoints, adopted, ranges);
  const summary = (size: number): NetworkSummary => ({ ...eniCounts(capacity, size), subnets, reserved: [] });
  return {
    vpcId: output(vpcId),
    subnetIds: adopted,
    firstSubnetIds: {},
    subnetCidrBlocks,
    zones: [],
    plan: Array.isArray(adopted) ? output(summary(adopted.length)) : output(adopted).apply(({ length }) => summary(length)),
    natPublicIps: [],
    gatewayPrefixListIds,
    interfaceServices: interfaceEndpoints.map(shortServiceName),
    ...(endpointSecurityGroupId === undefined ? {} : { endpointSecurityGroupId }),
  };
}

/** Each adopted subnet must hold the full need of a zone, because it may be the only subnet of its zone. */
function summarizeAdoptedSubnet(argument: string, text: string, capacity: Capacity): SubnetSummary {
  const block = parseBlock(argument, text);
  const [planned] = budgetCapacity([block], capacity);
  if (planned === undefined || !planned.fits)
    rejectArgument(
      argument,
      `${text} has ${planned?.usable} usable addresses, and the capacity asks for ${planned?.needed} with a headroom of ${capacity.headroom}; adopt larger subnets, or plan fewer sets and consumers`,
    );
  return { cidrBlock: formatAddressBlock(block), usable: planned.usable, needed: planned.needed, free: planned.free };
}
