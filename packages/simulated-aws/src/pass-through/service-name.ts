import { classOf, moduleOf } from "./subject";

/** The modules of the SDK whose ARNs name another service (docs/aws-facts.md#arn-formats). */
const SERVICES: { readonly [module: string]: string } = {
  accessanalyzer: "access-analyzer",
  acmpca: "acm-pca",
  alb: "elasticloadbalancing",
  amp: "aps",
  apigatewayv2: "apigateway",
  appautoscaling: "application-autoscaling",
  appintegrations: "app-integrations",
  cfg: "config",
  cloudhsmv2: "cloudhsm",
  codestarconnections: "codestar-connections",
  cognito: "cognito-idp",
  costexplorer: "ce",
  customerprofiles: "profile",
  directoryservice: "ds",
  docdb: "rds",
  ebs: "ec2",
  ec2clientvpn: "ec2",
  ec2transitgateway: "ec2",
  ecrpublic: "ecr-public",
  efs: "elasticfilesystem",
  elb: "elasticloadbalancing",
  emr: "elasticmapreduce",
  emrcontainers: "emr-containers",
  emrserverless: "emr-serverless",
  kinesisanalyticsv2: "kinesisanalytics",
  lb: "elasticloadbalancing",
  location: "geo",
  msk: "kafka",
  mskconnect: "kafkaconnect",
  mwaa: "airflow",
  neptune: "rds",
  opensearch: "es",
  pinpoint: "mobiletargeting",
  resourcegroups: "resource-groups",
  s3outposts: "s3-outposts",
  serverlessrepository: "serverlessrepo",
  sesv2: "ses",
  sfn: "states",
  ssmcontacts: "ssm-contacts",
  ssmincidents: "ssm-incidents",
  ssoadmin: "sso",
  timestreamwrite: "timestream",
  verifiedpermissions: "verifiedpermissions",
  vpclattice: "vpc-lattice",
  wafregional: "waf-regional",
  workspacesweb: "workspaces-web",
};

/** The beginnings of classes in modules that hold several services. */
const CLASSES: readonly (readonly [module: string, beginning: string, service: string])[] = [
  ["cloudwatch", "Event", "events"],
  ["cloudwatch", "Log", "logs"],
  ["cognito", "IdentityPool", "cognito-identity"],
  ["kinesis", "Firehose", "firehose"],
  ["opensearch", "Serverless", "aoss"],
  ["opensearch", "Ingestion", "osis"],
];

/** The service in the ARNs of a type. */
export function serviceName(token: string): string {
  const module = moduleOf(token);
  const special = CLASSES.find(([of, beginning]) => of === module && classOf(token).startsWith(beginning));
  return special?.[2] ?? SERVICES[module] ?? module;
}

/** Services without Regions. Their ARNs name none (docs/aws-facts.md#arn-formats). */
const GLOBAL_SERVICES: ReadonlySet<string> = new Set([
  "iam",
  "cloudfront",
  "route53",
  "organizations",
  "globalaccelerator",
  "networkmanager",
  "shield",
  "waf",
  "budgets",
]);

export function isGlobal(service: string): boolean {
  return GLOBAL_SERVICES.has(service);
}
