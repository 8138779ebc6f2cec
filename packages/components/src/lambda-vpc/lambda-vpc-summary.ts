import type { NetworkSummary } from "../network/network-outputs";

/** What the whole comes to: once it is deployed, and at the peak of the network's capacity. */
export interface LambdaVpcSummary {
  /** How many functions there are. */
  functions: number;
  /** The sets that functions use. */
  setsInUse: string[];
  /** Combinations of a subnet and a set in use, once deployed: at least so many Hyperplane ENIs, however many functions there are. */
  combinations: number;
  /** The addresses of the subnets together; absent where the ranges of adopted subnets are not given. */
  addresses?: AddressSummary;
  /** Combinations, ENIs and addresses at the peak, subnet by subnet, and what is left to grow into. */
  network: NetworkSummary;
}

/** Addresses of all subnets for functions, once deployed and at the peak. What others put into the subnets is seen only at the peak, as `consumers` of the capacity. */
export interface AddressSummary {
  /** All but the five that AWS keeps in each subnet. */
  usable: number;
  /** Taken once deployed: one for each combination and for each interface of this network's endpoints. */
  used: number;
  /** Usable less used. */
  free: number;
  /** Taken at the peak: what the capacity asks for, with changeover and growth. */
  usedAtPeak: number;
  /** Usable less what is used at the peak. */
  freeAtPeak: number;
}

/** What is deployed in a network. */
export interface DeployedSets {
  /** Each function's set, by the function's name. */
  readonly setByFunction: ReadonlyMap<string, string>;
  readonly subnets: number;
  /** Interfaces of the network's own endpoints. */
  readonly endpointInterfaces: number;
}

/** What functions in these sets come to over the network. Law: another function in a set that is in use changes nothing but `functions`. */
export function summarizeSets({ setByFunction, subnets, endpointInterfaces }: DeployedSets, network: NetworkSummary): LambdaVpcSummary {
  const setsInUse = [...new Set(setByFunction.values())].sort();
  const combinations = setsInUse.length * subnets;
  return {
    functions: setByFunction.size,
    setsInUse,
    combinations,
    ...(network.subnets.length === 0 ? {} : { addresses: summarizeAddresses(combinations + endpointInterfaces, network) }),
    network,
  };
}

function summarizeAddresses(used: number, { subnets }: NetworkSummary): AddressSummary {
  const total = (field: "usable" | "needed" | "free"): number => subnets.reduce((sum, subnet) => sum + subnet[field], 0);
  const usable = total("usable");
  return { usable, used, free: usable - used, usedAtPeak: total("needed"), freeAtPeak: total("free") };
}
