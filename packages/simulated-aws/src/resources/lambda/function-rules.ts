import type { Properties } from "../../property/value";
import type { CheckFailure } from "../../schema/coerce";
import { CODE_FIELDS, CONFIGURATION_FIELDS } from "./function-fields";

/** The possible sources of a function's code, exactly one of which must be set. */
const CODE_SOURCES = ["code", "imageUri", "s3Bucket"];

/** Validates the inputs of a function together (aws_lambda_function, ExactlyOneOf and checkHandlerRuntimeForZipFunction). */
export function validateFunction(inputs: Properties): readonly CheckFailure[] {
  const sources = CODE_SOURCES.filter((name) => inputs[name] !== undefined);
  const failures: CheckFailure[] = [];
  if (sources.length !== 1)
    failures.push({
      path: "code",
      reason: `Invalid combination of arguments: exactly one of ${CODE_SOURCES.join(", ")} must be specified, not ${sources.join(" and ") || "none"}`,
    });
  if (inputs["packageType"] === "Zip" && ["handler", "runtime"].some((name) => inputs[name] === undefined))
    failures.push({ path: "handler", reason: "handler and runtime must be set when PackageType is Zip" });
  return failures;
}

/** Outputs that become unknown when the `changed` fields change (aws_lambda_function, updateComputedAttributesOnPublish). */
export function recomputedByFunction(changed: readonly string[], inputs: Properties): readonly string[] {
  const code = changed.some((name) => CODE_FIELDS.has(name));
  return [...(code ? ["lastModified"] : []), ...(publishes(changed, inputs) ? ["version", "qualifiedArn", "qualifiedInvokeArn"] : [])];
}

/** Whether a change of the `changed` fields publishes a version. */
export function publishes(changed: readonly string[], inputs: Properties): boolean {
  return (
    inputs["publish"] === true && changed.some((name) => name === "publish" || CODE_FIELDS.has(name) || CONFIGURATION_FIELDS.has(name))
  );
}
