import type { SubnetFacts } from "../alignment/subnet-facts";
import type { Selection } from "../selections/selection";
import type { Uncertainty } from "../count/uncertainty";
import { type Key, keySet } from "../facts/key";
import type { FunctionFileSystem, MountTarget } from "../facts/lambda-function";
import type { Certainty } from "./outbound-reach";
import { type LackingSubnets, subnetsLacking } from "./lacking-subnets";

/** The mount targets of a function: what Lambda checks when it creates the function (docs/aws-facts.md#function-file-systems). */
export interface MountTargetCoverage {
  /** The subnets in whose zone the file system has no mount target. */
  readonly lacking: LackingSubnets;
  /** Mount targets in zones of the function for which it does not wait, certainly or possibly. */
  readonly unordered: { readonly certain: readonly Key[]; readonly possible: readonly Key[]; readonly cause?: Uncertainty };
}

/**
 * Compares the zones of a function with those of its file system's mount targets. A mount target covers its own subnet even if the zone is unknown.
 *
 * Laws: order and names do not matter; one more mount target for which the function waits never adds a subnet or a mount target.
 */
export function mountTargetCoverage(selection: Selection, fileSystem: FunctionFileSystem, facts: SubnetFacts): MountTargetCoverage {
  const { mountTargets } = fileSystem;
  const zoneOf = (subnet: Key | undefined): string | undefined => (subnet === undefined ? undefined : facts.get(subnet)?.zone);
  const covers = (subnet: Key, target: MountTarget): boolean =>
    target.subnet === subnet || (zoneOf(subnet) !== undefined && zoneOf(subnet) === zoneOf(target.subnet));
  const isCovered = (subnet: Key): Certainty => {
    if (mountTargets.some((target) => covers(subnet, target))) return true;
    const mayBeCovered =
      zoneOf(subnet) === undefined ? mountTargets.length > 0 : mountTargets.some((target) => zoneOf(target.subnet) === undefined);
    return mayBeCovered || fileSystem.mayHaveOthers === true ? undefined : false;
  };
  const lacking = subnetsLacking(selection, new Map(selection.possible.map((subnet) => [subnet, isCovered(subnet)])), "zones-not-shown");
  const unordered = mountTargets.filter((target) => target.unordered === true);
  const within = (subnets: readonly Key[]): readonly Key[] =>
    keySet(unordered.filter((target) => subnets.some((subnet) => covers(subnet, target))).map(({ key }) => key));
  const [certain, possible] = [within(selection.certain), within(selection.possible)];
  const cause = certain.length === 0 && possible.length > 0 ? selection.uncertainty : undefined;
  // Without a mount target, any subnet lacks one, also those that the list does not show.
  const isHidden = mountTargets.length === 0 && lacking.least === 0 && selection.uncertainty !== undefined;
  return {
    lacking: isHidden ? { certain: [], least: 0, possible: [], cause: selection.uncertainty } : lacking,
    unordered: { certain, possible, ...(cause === undefined ? {} : { cause }) },
  };
}
