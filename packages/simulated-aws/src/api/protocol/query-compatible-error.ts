import type { AwsError } from "../../account/store/aws-error";
import type { Service } from "../operation/service";

/** The type of an error in a body. Services that had a query protocol keep its codes, and have types with other names. */
export function typeOfError({ queryErrorTypes = {} }: Service, { code }: AwsError): string {
  return queryErrorTypes[code] ?? code;
}

/** The header in which a service that had a query protocol names the code of an error and whose fault it is (docs/aws-facts.md#api-protocols). */
export function queryErrorHeaders({ queryErrorTypes }: Service, { code }: AwsError, status: number): { readonly [name: string]: string } {
  return queryErrorTypes === undefined ? {} : { "x-amzn-query-error": `${code};${status >= 500 ? "Receiver" : "Sender"}` };
}
