import { configService } from "../config/config-service";
import { ec2Service } from "../ec2/ec2-service";
import { lambdaService } from "../lambda/lambda-service";
import type { ProtocolName, Service } from "../operation/service";
import { ec2Protocol } from "../protocol/ec2-protocol";
import { jsonProtocol } from "../protocol/json-protocol";
import type { Protocol } from "../protocol/protocol";
import { queryProtocol } from "../protocol/query-protocol";
import { restJsonProtocol } from "../protocol/rest-json-protocol";
import { fileSystemService } from "../services/file-system-service";
import { organizationsService } from "../services/organizations-service";
import { serviceQuotasService } from "../services/service-quotas-service";
import { stsService } from "../services/sts-service";

/** All services of the API. */
export const SERVICES: readonly Service[] = [
  configService,
  ec2Service,
  fileSystemService,
  lambdaService,
  organizationsService,
  serviceQuotasService,
  stsService,
];

export const PROTOCOLS: { readonly [name in ProtocolName]: Protocol } = {
  ec2: ec2Protocol,
  query: queryProtocol,
  json: jsonProtocol,
  "rest-json": restJsonProtocol,
};

/** The IAM actions of all operations, such as `ec2:DescribeVpcs`. */
export const ACTIONS: readonly string[] = SERVICES.flatMap(({ name, operations }) => operations.map((one) => `${name}:${one.name}`));
