import type { Policy } from "@lambda-vpc/policy-kit";

/** A policy with a configuration, and whether the deployment breaks it. */
export interface Rule {
  readonly policy: Policy;
  readonly configuration: Readonly<Record<string, unknown>>;
  readonly broken: boolean;
}
