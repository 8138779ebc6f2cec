import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { rejectArgument } from "../arguments/reject-argument";
import type { FunctionFileSystem } from "../file-system/function-file-system";
import type { VpcFunction } from "../function/function";
import { accessesOf, grantedActions } from "../grants/granted-actions";
import { GrantedAccess, type GrantArgs, GrantedResource } from "../grants/grant-args";

/** Limits of a grant, and the key of an encrypted resource. */
export type GrantOptions = Pick<GrantArgs, "prefix" | "keyArn">;

/** Resources with something to read. */
export type Readable =
  aws.s3.Bucket | aws.s3.BucketV2 | aws.dynamodb.Table | aws.secretsmanager.Secret | aws.ssm.Parameter | FunctionFileSystem;

/** Resources with something to write. */
export type Writable = aws.s3.Bucket | aws.s3.BucketV2 | aws.dynamodb.Table | FunctionFileSystem;

/** Resources whose messages or records an event source mapping passes to functions. */
export type Consumable = aws.sqs.Queue | aws.kinesis.Stream | aws.dynamodb.Table;

/** Resources that take messages, records or events. */
export type Receiver = aws.sqs.Queue | aws.sns.Topic | aws.kinesis.Stream | aws.cloudwatch.EventBus;

/** Lets a function read a bucket, a table, a secret, a parameter or a file system. */
export function grantRead(resource: Readable, options?: GrantOptions): GrantArgs {
  return grant("grantRead", resource, GrantedAccess.Read, options);
}

/** Lets a function create, change and delete objects of a bucket, items of a table, or files. */
export function grantWrite(resource: Writable, options?: GrantOptions): GrantArgs {
  return grant("grantWrite", resource, GrantedAccess.Write, options);
}

/** Lets a function read and write a bucket, a table or a file system. */
export function grantReadWrite(resource: Writable, options?: GrantOptions): GrantArgs {
  return grant("grantReadWrite", resource, GrantedAccess.ReadWrite, options);
}

/**
 * Lets an event source mapping of the function poll a queue, a data stream or the stream of a table. The mapping waits for this permission,
 * because it depends on the function:
 *
 * ```ts
 * const orders = new VpcFunction("orders", { …, grants: [grantConsume(queue)] });
 * new aws.lambda.EventSourceMapping("orders", { functionName: orders.functionName, eventSourceArn: queue.arn });
 * ```
 */
export function grantConsume(resource: Consumable, options?: GrantOptions): GrantArgs {
  return grant("grantConsume", resource, GrantedAccess.Consume, options);
}

/** Lets a function send to a queue, such as its dead-letter queue, to a topic, a data stream or an event bus. */
export function grantSend(resource: Receiver, options?: GrantOptions): GrantArgs {
  return grant("grantSend", resource, GrantedAccess.Send, options);
}

/** Lets a function invoke another one, with all its versions and aliases. */
export function grantInvoke(resource: aws.lambda.Function | VpcFunction): GrantArgs {
  return grant("grantInvoke", resource, GrantedAccess.Invoke);
}

/** The kinds of resources, by type token. */
const KINDS: ReadonlyMap<unknown, GrantedResource> = new Map([
  ["aws:s3/bucket:Bucket", GrantedResource.Bucket],
  ["aws:s3/bucketV2:BucketV2", GrantedResource.Bucket],
  ["aws:dynamodb/table:Table", GrantedResource.Table],
  ["aws:kinesis/stream:Stream", GrantedResource.DataStream],
  ["aws:sqs/queue:Queue", GrantedResource.Queue],
  ["aws:sns/topic:Topic", GrantedResource.Topic],
  ["aws:cloudwatch/eventBus:EventBus", GrantedResource.EventBus],
  ["aws:secretsmanager/secret:Secret", GrantedResource.Secret],
  ["aws:ssm/parameter:Parameter", GrantedResource.Parameter],
  ["aws:lambda/function:Function", GrantedResource.Function],
  ["lambda-vpc:index:Function", GrantedResource.Function],
  ["lambda-vpc:index:FunctionFileSystem", GrantedResource.FileSystem],
]);

/** A resource of a program, with the outputs that grants read. */
type Granted = pulumi.Resource & { readonly arn: pulumi.Input<string>; readonly streamArn?: pulumi.Input<string> };

function grant(argument: string, resource: Granted, access: GrantedAccess, options: GrantOptions = {}): GrantArgs {
  const token: unknown = Reflect.get(resource, "__pulumiType");
  const kind = KINDS.get(token) ?? rejectArgument(argument, `${String(token)} is not supported. Set permissions instead`);
  const { streamArn } = resource;
  if (kind === GrantedResource.Table && access === GrantedAccess.Consume && streamArn !== undefined)
    return { resource: GrantedResource.TableStream, access, arn: streamArn, ...options };
  if (grantedActions({ resource: kind, access }) === undefined)
    rejectArgument(argument, `A ${kind} has no access ${access}. Use one of ${accessesOf(kind).join(", ")}`);
  return { resource: kind, access, arn: resource.arn, ...options };
}
