import { AwsError } from "../../account/store/aws-error";

/** The error of EC2 for an id that does not exist (docs/aws-facts.md#ec2-errors). */
export function notFound(code: string, kind: string): (id: string) => AwsError {
  return (id) => new AwsError(code, `The ${kind} ID '${id}' does not exist`);
}
