import type { Account } from "../../account/store/account";
import type { Caller } from "../operation/call";
import { type Members, readInput } from "../operation/parameters";
import type { TrailEvent } from "../operation/trail-event";

interface Recorded {
  readonly account: Account;
  readonly region: string;
  readonly now: number;
  readonly caller: Caller;
  readonly accessKeyId: string;
}

/** The event of a call that changed the account or issued credentials. Undefined for others (docs/aws-facts.md#event-history). */
export function recordedCall(action: string, members: Members, call: Recorded): TrailEvent | undefined {
  const { account, region, now, caller, accessKeyId } = call;
  const common = { time: now, region, accountId: account.id, callerArn: caller.arn, accessKeyId };
  if (action === "lambda:DeleteFunction") {
    const { FunctionName: name = "", Qualifier: qualifier } = readInput({ FunctionName: "text", Qualifier: "text" }, members);
    return {
      ...common,
      name: "DeleteFunction20150331",
      source: "lambda.amazonaws.com",
      resources: [{ type: "AWS::Lambda::Function", name }],
      parameters: { functionName: name, qualifier },
    };
  }
  if (action === "sts:AssumeRole") {
    const { RoleArn: name = "", RoleSessionName } = readInput({ RoleArn: "text", RoleSessionName: "text" }, members);
    return {
      ...common,
      name: "AssumeRole",
      source: "sts.amazonaws.com",
      resources: [{ type: "AWS::IAM::Role", name }],
      parameters: { roleArn: name, roleSessionName: RoleSessionName },
    };
  }
  return undefined;
}
