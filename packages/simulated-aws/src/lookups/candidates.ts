import type { Account } from "../account/store/account";
import { openRegion } from "../account/vpc/default-vpc";
import { requiredText } from "../property/read";
import type { Properties } from "../property/value";
import type { ResourceType } from "../resources/definition/resource-type";
import type { Candidate } from "./filter";

/** The resources of a type in the requested Region, as their type describes them, with tags named as lookups name them. */
export function candidates(
  account: Account,
  inputs: Properties,
  type: ResourceType,
  rows: () => readonly { readonly id: string; readonly region: string }[],
): readonly Candidate[] {
  openRegion(account, requiredText(inputs, "region"));
  return rows()
    .filter(({ region }) => region === inputs["region"])
    .map(({ id }) => {
      const { tagsAll = {}, ...described } = type.describe(account, id, {}) ?? {};
      return { ...described, id, tags: tagsAll };
    });
}
