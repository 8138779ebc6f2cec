import type { Pack } from "@lambda-vpc/policy-kit";

/** A pack and where its parts lie. Paths are relative to the repository. */
export interface PackInFolder {
  readonly pack: Pack;
  /** Such as `policies/eni-consolidation`. */
  readonly folder: string;
  /** The page of each policy that has one, by the policy's id. */
  readonly pages: ReadonlyMap<string, string>;
}
