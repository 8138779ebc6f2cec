import type { Properties } from "../property/value";
import type { Field, Fields } from "../schema/field";

/** How the provider names resources of a type. */
interface Naming {
  /** The field with the name. */
  readonly field?: string;
  readonly maxLength?: number;
  readonly form?: (name: string, inputs: Properties) => string;
}

/** The maximum length of a generated name, unless the type has its own (docs/aws-facts.md#provider-names). */
const MAX_LENGTH = 255;

const lowercase = (name: string): string => name.toLowerCase();
/** A FIFO queue or topic is one whose name ends in `.fifo`. */
const fifo =
  (flag: string) =>
  (name: string, inputs: Properties): string =>
    inputs[flag] === true ? `${name}.fifo` : name;

/** The types whose names have other rules, with the rules of the services for their names (docs/aws-facts.md#provider-names). */
const NAMINGS: { readonly [token: string]: Naming } = {
  "aws:alb/targetGroup:TargetGroup": { maxLength: 32 },
  "aws:cloudfront/function:Function": { maxLength: 64 },
  "aws:docdb/cluster:Cluster": { field: "clusterIdentifier", form: lowercase },
  "aws:ecr/repository:Repository": { form: lowercase },
  "aws:elasticache/cluster:Cluster": { field: "clusterId", maxLength: 50, form: lowercase },
  "aws:elasticache/parameterGroup:ParameterGroup": { form: lowercase },
  "aws:elasticsearch/domain:Domain": { field: "domainName", maxLength: 28, form: lowercase },
  "aws:elb/loadBalancer:LoadBalancer": { maxLength: 32 },
  "aws:iam/group:Group": { maxLength: 128 },
  "aws:iam/instanceProfile:InstanceProfile": { maxLength: 128 },
  "aws:iam/user:User": { maxLength: 64 },
  "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream": { maxLength: 64 },
  "aws:kms/alias:Alias": { form: (name) => `alias/${name}` },
  "aws:lb/targetGroup:TargetGroup": { maxLength: 32 },
  "aws:opensearch/domain:Domain": { field: "domainName", maxLength: 28, form: lowercase },
  "aws:redshift/parameterGroup:ParameterGroup": { form: lowercase },
  "aws:s3/bucket:Bucket": { field: "bucket", maxLength: 63, form: lowercase },
  "aws:s3/bucketV2:BucketV2": { field: "bucket", maxLength: 63, form: lowercase },
  "aws:scheduler/schedule:Schedule": { maxLength: 64 },
  "aws:sfn/stateMachine:StateMachine": { maxLength: 80 },
  "aws:sns/topic:Topic": { maxLength: 256, form: fifo("fifoTopic") },
  "aws:sqs/queue:Queue": { maxLength: 80, form: fifo("fifoQueue") },
};

/** The fields that get a generated name: `name` if a program may set it, or the field that the type names. */
export function automaticNames(token: string, fields: Fields): Fields {
  const { field: name = "name", maxLength = MAX_LENGTH, form } = NAMINGS[token] ?? {};
  const field = fields[name];
  if (field === undefined || !isNameable(field)) return {};
  const named = { ...field, presence: "optionalComputed", replaces: true, autonamed: maxLength } as const;
  return { [name]: form === undefined ? named : { ...named, nameForm: form } };
}

function isNameable({ shape, presence }: Field): boolean {
  return shape === "string" && presence === "optionalComputed";
}
