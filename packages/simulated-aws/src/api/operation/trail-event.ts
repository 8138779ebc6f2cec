/** A management event of CloudTrail. */
export interface TrailEvent {
  readonly name: string;
  /** The host of the service, such as `ec2.amazonaws.com`. */
  readonly source: string;
  /** In milliseconds since 1970. */
  readonly time: number;
  readonly region: string;
  readonly accountId: string;
  readonly callerArn: string;
  readonly accessKeyId: string;
  readonly resources: readonly TrailResource[];
  readonly parameters: TrailParameters;
}

/** What a call requested, as CloudTrail records it. */
export interface TrailParameters {
  readonly [name: string]: string | TrailParameters | readonly TrailParameters[] | undefined;
}

interface TrailResource {
  readonly type: string;
  readonly name: string;
}
