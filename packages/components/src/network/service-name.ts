import * as pulumi from "@pulumi/pulumi";

/** The beginning of a whole name, up to the Region (docs/aws-facts.md#endpoint-service-names). */
const FULL_NAME = /^((cn\.)?com\.amazonaws\.[^.]+|aws\.[^.]+)\./;

/** What a service is called within a Region: `sqs` of `sqs` and of `com.amazonaws.us-east-1.sqs`, which are one service. */
export function shortServiceName(service: string): string {
  return service.replace(FULL_NAME, "");
}

/** The name of a service's endpoint; one that is whole already stays as it is, such as those of partners and of China. */
export function fullServiceName(service: string, region: () => pulumi.Input<string>): pulumi.Input<string> {
  return FULL_NAME.test(service) ? service : pulumi.interpolate`com.amazonaws.${region()}.${service}`;
}
