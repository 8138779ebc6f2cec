/** An error of AWS as this command explains it. What AWS states of it stands in the facts alone. */
export interface AwsError {
  /** What users type: a code of AWS, or a short name of one message of a code with several. */
  readonly id: string;
  /** The codes under which AWS reports it, the id included if it is one. */
  readonly codes: readonly string[];
  /** Parts of its messages. A message beats a code, because a code can have several causes. */
  readonly messages?: readonly RegExp[];
  /** What is the case, in one sentence. */
  readonly title: string;
  /** What it means for functions in a VPC, in addition to the facts. */
  readonly meaning: readonly string[];
  /** Instructions, the one that most likely helps first. */
  readonly remedy: readonly string[];
  /** Anchors, such as `docs/aws-facts.md#eni-quota`. */
  readonly facts: readonly string[];
  /** The policies that report the cause before AWS does. */
  readonly policies: readonly string[];
}
