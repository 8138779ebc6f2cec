import * as pulumi from "@pulumi/pulumi";
import type { Statement } from "./execution-permissions";

/** Something that a function's code may do. */
export interface PermissionArgs {
  /** The actions, such as `s3:GetObject`. */
  actions: pulumi.Input<pulumi.Input<string>[]>;
  /** ARNs of what they may be done to. */
  resources: pulumi.Input<pulumi.Input<string>[]>;
  /** When: all of these must hold. */
  conditions?: PermissionConditionArgs[];
}

/** A condition of a permission. */
export interface PermissionConditionArgs {
  /** The operator, such as `StringEquals`. */
  test: pulumi.Input<string>;
  /** The condition key, such as `s3:prefix`. */
  variable: pulumi.Input<string>;
  /** The values, one of which must fit. */
  values: pulumi.Input<pulumi.Input<string>[]>;
}

/** What they say in an IAM policy document. */
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

/** Conditions by operator and key, as IAM writes them. It has no way to ask for two of one kind at once: values side by side are alternatives. */
function conditionBlock(conditions: readonly pulumi.Unwrap<PermissionConditionArgs>[]): NonNullable<Statement["Condition"]> {
  const block: Record<string, Record<string, readonly string[]>> = {};
  for (const { test, variable, values } of conditions) {
    const operator = (block[test] ??= {});
    if (operator[variable] !== undefined)
      throw new pulumi.RunError(
        `A permission has two conditions ${test} of ${variable}: give their values in one where either may hold, or two permissions.`,
      );
    operator[variable] = values;
  }
  return block;
}
