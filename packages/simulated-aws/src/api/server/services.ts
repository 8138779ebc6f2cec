import { cloudtrailService } from "../cloudtrail/cloudtrail-service";
import { cloudwatchService } from "../cloudwatch/cloudwatch-service";
import { configService } from "../config/config-service";
import { ec2Service } from "../ec2/ec2-service";
import { lambdaService } from "../lambda/lambda-service";
import type { ProtocolName, Service } from "../operation/service";
import { ec2Protocol } from "../protocol/ec2-protocol";
import { jsonProtocol } from "../protocol/json-protocol";
import type { Protocol } from "../protocol/protocol";
import { cborProtocol } from "../protocol/cbor-protocol";
import type { HttpRequest } from "../protocol/http-message";
import { queryProtocol } from "../protocol/query-protocol";
import { restJsonProtocol } from "../protocol/rest-json-protocol";
import { fileSystemService } from "../services/file-system-service";
import { organizationsService } from "../services/organizations-service";
import { serviceQuotasService } from "../services/service-quotas-service";
import { stsService } from "../services/sts-service";

/** All services of the API. */
export const SERVICES: readonly Service[] = [
  cloudtrailService,
  cloudwatchService,
  configService,
  ec2Service,
  fileSystemService,
  lambdaService,
  organizationsService,
  serviceQuotasService,
  stsService,
];

const PROTOCOLS: { readonly [name in ProtocolName]: Protocol } = {
  ec2: ec2Protocol,
  query: queryProtocol,
  json: jsonProtocol,
  "rest-json": restJsonProtocol,
  cbor: cborProtocol,
};

/** The protocol of a request. */
export function protocolOf({ protocols }: Service, request: HttpRequest): Protocol {
  const [first] = protocols;
  return PROTOCOLS[protocols.find((name) => PROTOCOLS[name].matches(request)) ?? first];
}

/** The IAM action of an operation, such as `ec2:DescribeVpcs`. */
export function actionOf({ name, actionPrefix = name }: Service, operation: string): string {
  return `${actionPrefix}:${operation}`;
}

/** The IAM actions of all operations. */
export const ACTIONS: readonly string[] = SERVICES.flatMap((service) => service.operations.map(({ name }) => actionOf(service, name)));
