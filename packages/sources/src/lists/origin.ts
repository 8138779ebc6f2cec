import { type Attachment, type Key, keySet, type PartialList } from "@lambda-vpc/model";
import { sharedVpcConfigType } from "./shared-configuration";
import { readList } from "./read-list";
import { given } from "../stack/stack-resource";
import type { Stack } from "../stack/stack";
import { elements, UNKNOWN } from "../stack/value";

type Lists = Pick<Attachment, "subnets" | "securityGroups">;

/** The two lists of a `SharedVpcConfig` of the stack, as a function that takes its `vpcConfig` has them. */
interface SharedLists extends Lists {
  readonly urn: Key;
}

/**
 * The lists of all shared configurations of a stack. They are read once for all functions. The dependencies of a function are those of both lists, so both are
 * dependencies of the groups here.
 */
export function sharedLists(stack: Stack): readonly SharedLists[] {
  return stack.resources
    .filter(({ type }) => type === sharedVpcConfigType)
    .map((holder) => {
      const groups = given(holder, "securityGroupIds");
      const made = stack.candidates([holder], "security-group");
      const adopted = elements(groups);
      return {
        urn: holder.urn,
        subnets: readList(stack, { resource: holder, property: "subnetIds" }, given(holder, "subnetIds"), "subnet"),
        securityGroups:
          adopted === UNKNOWN || adopted.length > 0
            ? readList(stack, { resource: holder, property: "securityGroupIds", with: "subnetIds" }, groups, "security-group")
            : { known: [], holes: made.length, candidates: made },
      };
    });
}

/**
 * The lists with the shared configuration that they come from, if they do not show all elements and exactly one has equal lists (docs/eni-model.md, assumption S, part f). A program
 * in the same language passes the list of a configuration on as it is, so nothing but the lists themselves shows where they come from.
 */
export function withOrigin<L extends Lists>(lists: L, shared: readonly SharedLists[]): L {
  if (isFilled(lists.subnets) && isFilled(lists.securityGroups)) return lists;
  const [origin, ...others] = shared.filter(
    (one) => isEqual(one.subnets, lists.subnets) && isEqual(one.securityGroups, lists.securityGroups),
  );
  if (origin === undefined || others.length > 0) return lists;
  const from = (list: PartialList): PartialList => (isFilled(list) ? list : { ...list, origin: origin.urn });
  return { ...lists, subnets: from(lists.subnets), securityGroups: from(lists.securityGroups) };
}

/** Whether two lists show the same, with known and unknown elements of one resource taken as the same. */
function isEqual(left: PartialList, right: PartialList): boolean {
  return text(left) === text(right);
}

function text(list: PartialList): string {
  const { known, holes, candidates, opaque } = list;
  if (isFilled(list)) return JSON.stringify(keySet([...known, ...(holes === 0 ? [] : candidates)]));
  return JSON.stringify([keySet(known), holes, keySet(candidates), opaque]);
}

/** Whether the list shows all its elements: it needs no origin. */
function isFilled({ known, holes, candidates, opaque }: PartialList): boolean {
  return holes === 0 || (opaque === undefined && holes === keySet(candidates).filter((key) => !known.includes(key)).length);
}
