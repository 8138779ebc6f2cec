import { cloudtrailService } from "../cloudtrail/cloudtrail-service";
import { cloudwatchService } from "../cloudwatch/cloudwatch-service";
import { configService } from "../config/config-service";
import { ec2Service } from "../ec2/ec2-service";
import { lambdaService } from "../lambda/lambda-service";
import type { Operation } from "../operation/operation";
import type { ProtocolName, Service } from "../operation/service";
import { ec2Protocol } from "../protocol/ec2-protocol";
import { jsonProtocol } from "../protocol/json-protocol";
import type { Protocol } from "../protocol/protocol";
import { cborProtocol } from "../protocol/cbor-protocol";
import type { HttpRequest } from "../protocol/http-message";
import { queryProtocol } from "../protocol/query-protocol";
import { restJsonProtocol } from "../protocol/rest-json-protocol";
import { restXmlProtocol } from "../protocol/rest-xml-protocol";
import { s3Service } from "../s3/s3-service";
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
  s3Service,
  serviceQuotasService,
  stsService,
];

const PROTOCOLS: { readonly [name in ProtocolName]: Protocol } = {
  ec2: ec2Protocol,
  query: queryProtocol,
  json: jsonProtocol,
  "rest-json": restJsonProtocol,
  "rest-xml": restXmlProtocol,
  cbor: cborProtocol,
};

/** The protocol of a request. */
export function protocolOf({ protocols }: Service, request: HttpRequest): Protocol {
  const [first] = protocols;
  return PROTOCOLS[protocols.find((name) => PROTOCOLS[name].matches(request)) ?? first];
}

/** The IAM action of an operation, such as `ec2:DescribeVpcs`. */
export function actionOf({ name: service, actionPrefix = service }: Service, { name, action = name }: Operation): string {
  return `${actionPrefix}:${action}`;
}

/** The IAM actions of all operations. */
export const ACTIONS: readonly string[] = SERVICES.flatMap((service) =>
  service.operations.map((operation) => actionOf(service, operation)),
);
