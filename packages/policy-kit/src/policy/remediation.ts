import type { Properties } from "@lambda-vpc/sources";

/** The lists that a function is moved to. */
export interface TargetVpcConfig {
  /** Its name in findings. */
  readonly name: string;
  readonly subnetIds: readonly string[];
  readonly securityGroupIds: readonly string[];
}

/** What a function with such inputs is changed to; undefined leaves it as it is. */
export type Remediation = (inputs: Properties, configuration: Readonly<Record<string, unknown>>) => TargetVpcConfig | undefined;
