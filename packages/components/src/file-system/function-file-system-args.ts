import type * as pulumi from "@pulumi/pulumi";

export interface FunctionFileSystemArgs {
  /** The VPC of the functions. */
  vpcId: pulumi.Input<string>;
  /**
   * One subnet for each zone of the functions, by the name or id of the zone, such as the `firstSubnetIds` of a `Network`. A zone can be
   * added later.
   */
  subnetIds: Record<string, pulumi.Input<string>>;
  /** The directory of the file system that functions see. It is created for `userId`. Default: `/functions`. */
  path?: pulumi.Input<string>;
  /** The path of that directory in functions: `/mnt/` and a name. Default: `/mnt/files`. */
  localMountPath?: pulumi.Input<string>;
  /** The POSIX user and group that own all files. Default: 1000. */
  userId?: pulumi.Input<number>;
  /** The ARN of the KMS key that encrypts the files. By default, that of AWS for EFS. */
  kmsKeyId?: pulumi.Input<string>;
  /** Tags of all resources. */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
  /** The Region. Default: that of the provider. */
  region?: pulumi.Input<string>;
}

/** The value of a function's `fileSystemConfig`. */
export interface FileSystemConfig {
  /** The ARN of the access point. It is known when all mount targets are available. */
  readonly arn: pulumi.Output<string>;
  /** The path in the function. */
  readonly localMountPath: pulumi.Output<string>;
}
