import { GrantedAccess, type GrantArgs, GrantedResource } from "./grant-args";

/** Actions on one form of the ARN of a resource. */
export interface GrantedActions {
  readonly actions: readonly string[];
  /** What follows the ARN of the resource, each one form. */
  readonly on: readonly string[];
}

/** Stands for the objects of a bucket: `/`, the prefix of the grant, and `*`. */
export const OBJECTS = "/objects";

const on = (suffixes: readonly string[], ...actions: readonly string[]): GrantedActions => ({ actions, on: suffixes });

/** Separate accesses of one kind of resource. `read-write` is both of its parts. */
type Accesses = { readonly [access in GrantedAccess]?: readonly GrantedActions[] };

/** The actions of each grant. No action manages a resource (docs/aws-facts.md#grant-actions, docs/aws-facts.md#polling-permissions). */
const ACTIONS: { readonly [resource in GrantedResource]: Accesses } = {
  [GrantedResource.Bucket]: {
    read: [on([""], "s3:ListBucket"), on([OBJECTS], "s3:GetObject")],
    write: [on([OBJECTS], "s3:PutObject", "s3:DeleteObject", "s3:AbortMultipartUpload")],
  },
  [GrantedResource.Table]: {
    read: [
      on(["", "/index/*"], "dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query", "dynamodb:Scan", "dynamodb:ConditionCheckItem"),
    ],
    write: [on([""], "dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem", "dynamodb:BatchWriteItem")],
  },
  [GrantedResource.TableStream]: {
    consume: [on([""], "dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator", "dynamodb:ListStreams")],
  },
  [GrantedResource.DataStream]: {
    consume: [
      on(
        [""],
        "kinesis:DescribeStream",
        "kinesis:DescribeStreamSummary",
        "kinesis:GetRecords",
        "kinesis:GetShardIterator",
        "kinesis:ListShards",
        "kinesis:SubscribeToShard",
      ),
    ],
    send: [on([""], "kinesis:PutRecord", "kinesis:PutRecords")],
  },
  [GrantedResource.Queue]: {
    consume: [on([""], "sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes")],
    send: [on([""], "sqs:SendMessage")],
  },
  [GrantedResource.Topic]: { send: [on([""], "sns:Publish")] },
  [GrantedResource.EventBus]: { send: [on([""], "events:PutEvents")] },
  [GrantedResource.Secret]: { read: [on([""], "secretsmanager:GetSecretValue")] },
  [GrantedResource.Parameter]: { read: [on([""], "ssm:GetParameter", "ssm:GetParameters")] },
  [GrantedResource.Function]: { invoke: [on(["", ":*"], "lambda:InvokeFunction")] },
  [GrantedResource.FileSystem]: {
    read: [on([""], "elasticfilesystem:ClientMount")],
    write: [on([""], "elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite")],
  },
};

/** The actions of a grant. Undefined if resources of this kind have no such access. */
export function grantedActions({ resource, access }: Pick<GrantArgs, "resource" | "access">): readonly GrantedActions[] | undefined {
  const accesses = ACTIONS[resource];
  if (access !== GrantedAccess.ReadWrite) return accesses[access];
  const { read, write } = accesses;
  return read === undefined || write === undefined ? undefined : [...read, ...write];
}

/** The accesses that a kind of resource has. */
export function accessesOf(resource: GrantedResource): readonly GrantedAccess[] {
  return Object.values(GrantedAccess).filter((access) => grantedActions({ resource, access }) !== undefined);
}

/** Actions on the key of an encrypted resource: decryption to read, and a data key to write (docs/aws-facts.md#grant-key-actions). */
export function keyActions(access: GrantedAccess): readonly string[] {
  const reads = access === GrantedAccess.Read || access === GrantedAccess.Consume;
  return reads ? ["kms:Decrypt"] : ["kms:Decrypt", "kms:GenerateDataKey"];
}
