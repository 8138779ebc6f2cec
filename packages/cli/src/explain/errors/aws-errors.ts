import { accessErrors } from "./access-errors";
import type { AwsError } from "./aws-error";
import { functionErrors } from "./function-errors";
import { networkErrors } from "./network-errors";
import { refusals } from "./refusals";

/** Every error of AWS that this command explains. An error is added here and nowhere else. */
export const awsErrors: readonly AwsError[] = [...functionErrors, ...refusals, ...networkErrors, ...accessErrors];
