import * as pulumi from "@pulumi/pulumi";

/** The prefix of a full service name, up to the Region (docs/aws-facts.md#endpoint-service-names). */
const FULL_NAME = /^((cn\.)?com\.amazonaws\.[^.]+|aws\.[^.]+)\./;

/** The name of a service within a Region: `sqs` for both `sqs` and `com.amazonaws.us-east-1.sqs`, which are the same service. */
export function shortServiceName(service: string): string {
  return service.replace(FULL_NAME, "");
}

/** The full name of a service. A full name, such as that of a partner or of China, stays unchanged. */
export function fullServiceName(service: string, region: () => pulumi.Input<string>): pulumi.Input<string> {
  return FULL_NAME.test(service) ? service : pulumi.interpolate`com.amazonaws.${region()}.${service}`;
}
