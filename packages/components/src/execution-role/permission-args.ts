import * as pulumi from "@pulumi/pulumi";
import type { Statement } from "./execution-permissions";

/** A permission of a function's code. */
export interface PermissionArgs {
  /** The actions, such as `s3:GetObject`. */
  actions: pulumi.Input<pulumi.Input<string>[]>;
  /** The ARNs of the resources. */
  resources: pulumi.Input<pulumi.Input<string>[]>;
  /** Conditions, all of which must hold. */
  conditions?: PermissionConditionArgs[];
}

/** A condition of a permission. */
export interface PermissionConditionArgs {
  /** The operator, such as `StringEquals`. */
  test: pulumi.Input<string>;
  /** The condition key, such as `s3:prefix`. */
  variable: pulumi.Input<string>;
  /** The values, at least one of which must match. */
  values: pulumi.Input<pulumi.Input<string>[]>;
}

/** The permissions as statements of an IAM policy document. */
export function statementsOf(permissions: readonly PermissionArgs[]): pulumi.Output<Statement[]> {
  return pulumi.output(
    permissions.map(({ actions, resources, conditions = [] }) =>
      pulumi.output({ actions, resources, conditions }).apply((one): Statement => {
        return {
          Effect: "Allow",
          Action: one.actions,
          Resource: one.resources,
          ...(one.conditions.length === 0 ? {} : { Condition: conditionBlock(one.conditions) }),
        };
      }),
    ),
  );
}

/**
 * Conditions by operator and key, as IAM writes them. IAM cannot require two conditions with the same operator and key: it treats their
 * values as alternatives.
 */
function conditionBlock(conditions: readonly pulumi.Unwrap<PermissionConditionArgs>[]): NonNullable<Statement["Condition"]> {
  const block: Record<string, Record<string, readonly string[]>> = {};
  for (const { test, variable, values } of conditions) {
    const operator = (block[test] ??= {});
    if (operator[variable] !== undefined)
      throw new pulumi.RunError(
        `A permission has two conditions ${test} on ${variable}. Merge their values if either may match, or split the permission in two.`,
      );
    operator[variable] = values;
  }
  return block;
}
