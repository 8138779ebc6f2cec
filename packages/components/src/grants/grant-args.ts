import type * as pulumi from "@pulumi/pulumi";

/** Kinds of resources that a function can get access to. */
export enum GrantedResource {
  /** An S3 bucket. */
  Bucket = "bucket",
  /** A DynamoDB table with its indexes. */
  Table = "table",
  /** The stream of a DynamoDB table. */
  TableStream = "table-stream",
  /** A Kinesis data stream. */
  DataStream = "data-stream",
  /** An SQS queue. */
  Queue = "queue",
  /** An SNS topic. */
  Topic = "topic",
  /** An EventBridge bus. */
  EventBus = "event-bus",
  /** A secret of Secrets Manager. */
  Secret = "secret",
  /** A parameter of Systems Manager. */
  Parameter = "parameter",
  /** A Lambda function. */
  Function = "function",
  /** An EFS file system. */
  FileSystem = "file-system",
}

/** What a function may do with a resource. */
export enum GrantedAccess {
  /** Reads objects, items, values or files. */
  Read = "read",
  /** Creates, changes and deletes objects, items or files. */
  Write = "write",
  /** Both. */
  ReadWrite = "read-write",
  /** Is invoked with messages or records. An event source mapping polls them with the function's role, outside the VPC. */
  Consume = "consume",
  /** Sends messages, records or events. */
  Send = "send",
  /** Invokes functions. */
  Invoke = "invoke",
}

/** Access of a function's code to one resource. */
export interface GrantArgs {
  /** The kind of resource. */
  resource: GrantedResource;
  /** What the function may do with it. */
  access: GrantedAccess;
  /** The ARN of the resource. For `table-stream` that of the stream. */
  arn: pulumi.Input<string>;
  /** Limits the access to objects whose key starts with this text. Applies to buckets. */
  prefix?: pulumi.Input<string>;
  /** The ARN of the customer managed KMS key that encrypts the resource. Adds the use of the key. */
  keyArn?: pulumi.Input<string>;
}
