import type { Properties } from "../../property/value";
import type { CheckFailure } from "../../schema/coerce";
import { CODE_FIELDS, CONFIGURATION_FIELDS } from "./function-fields";

/** Where a function's code can come from: one of these. */
const CODE_SOURCES = ["code", "imageUri", "s3Bucket"];

/** What is wrong with a function's inputs taken together (aws_lambda_function, ExactlyOneOf and checkHandlerRuntimeForZipFunction). */
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

/** Outputs that a change of `changed` fields makes unknown until it is done (aws_lambda_function, updateComputedAttributesOnPublish). */
export function recomputedByFunction(changed: readonly string[], inputs: Properties): readonly string[] {
  const code = changed.some((name) => CODE_FIELDS.has(name));
  return [...(code ? ["lastModified"] : []), ...(publishes(changed, inputs) ? ["version", "qualifiedArn", "qualifiedInvokeArn"] : [])];
}

/** Whether a change of `changed` fields publishes a version. */
export function publishes(changed: readonly string[], inputs: Properties): boolean {
  return (
    inputs["publish"] === true && changed.some((name) => name === "publish" || CODE_FIELDS.has(name) || CONFIGURATION_FIELDS.has(name))
  );
}
