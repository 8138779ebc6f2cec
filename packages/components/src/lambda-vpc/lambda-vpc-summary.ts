import type { NetworkSummary } from "../network/network-outputs";

/** The size of the network and its functions, once deployed and at the peak of the network's capacity. */
export interface LambdaVpcSummary {
  /** The number of functions. */
  functions: number;
  /** The sets that functions use. */
  setsInUse: string[];
  /**
   * Combinations of a subnet and a used set, once deployed. Lambda creates at least this many Hyperplane ENIs, however many functions
   * there are.
   */
  combinations: number;
  /** The addresses of all subnets together. Absent if the ranges of adopted subnets are not specified. */
  addresses?: AddressSummary;
  /** Combinations, ENIs and addresses at the peak by subnet, and the ranges reserved for growth. */
  network: NetworkSummary;
}

/**
 * Addresses of all subnets for functions, once deployed and at the peak. Other consumers count only at the peak, through the `consumers`
 * of the capacity.
 */
export interface AddressSummary {
  /** All addresses except the five that AWS reserves in each subnet. */
  usable: number;
  /** Addresses in use once deployed: one for each combination and one for each interface of the network's endpoints. */
  used: number;
  /** `usable` minus `used`. */
  free: number;
  /** Addresses in use at the peak of the capacity, with changeover and growth. */
  usedAtPeak: number;
  /** `usable` minus `usedAtPeak`. */
  freeAtPeak: number;
}

/** The sets that are deployed in a network. */
export interface DeployedSets {
  /** The set of each function, by the function's name. */
  readonly setByFunction: ReadonlyMap<string, string>;
  readonly subnets: number;
  /** Interfaces of the network's endpoints. */
  readonly endpointInterfaces: number;
}

/** Summarizes the functions of these sets over the network. Law: one more function in a used set changes only `functions`. */
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
