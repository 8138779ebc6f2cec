import { AwsError } from "../../account/store/aws-error";
import { InvalidParameter, requireParameter } from "../operation/parameters";
import { operation } from "../operation/operation";
import type { Service } from "../operation/service";

const getCallerIdentity = operation({
  name: "GetCallerIdentity",
  parameters: {},
  answer: ({ account, caller }) => ({ Arn: caller.arn, UserId: caller.userId, Account: account.id }),
});

/** Issues credentials for a role of the account. The trust policy of the role is not evaluated. */
const assumeRole = operation({
  name: "AssumeRole",
  parameters: { RoleArn: "text", RoleSessionName: "text", DurationSeconds: "integer", ExternalId: "text" },
  answer: ({ account, caller, assumeRole: issue }, { RoleArn, RoleSessionName, DurationSeconds = 3600 }) => {
    const roleArn = requireParameter(RoleArn, "RoleArn");
    const sessionName = requireParameter(RoleSessionName, "RoleSessionName");
    if (!/^[\w+=,.@-]{2,64}$/.test(sessionName)) throw new InvalidParameter(`Value '${sessionName}' at 'roleSessionName' is invalid.`);
    const [role] = account.tables.roles.where("arn", roleArn);
    if (role === undefined || role.deleted === true)
      throw new AwsError("AccessDenied", `User: ${caller.arn} is not authorized to perform: sts:AssumeRole on resource: ${roleArn}`);
    if (DurationSeconds < 900 || DurationSeconds > role.maxSessionDuration)
      throw new InvalidParameter("The requested DurationSeconds exceeds the MaxSessionDuration set for this role, or is less than 900.");
    const session = issue(roleArn, sessionName, DurationSeconds);
    return {
      Credentials: {
        AccessKeyId: session.accessKeyId,
        SecretAccessKey: session.secretAccessKey,
        SessionToken: session.sessionToken,
        Expiration: new Date(session.expiresAt).toISOString(),
      },
      AssumedRoleUser: { AssumedRoleId: session.userId, Arn: session.arn },
    };
  },
});

export const stsService: Service = {
  name: "sts",
  protocols: ["query"],
  xmlNamespace: "https://sts.amazonaws.com/doc/2011-06-15/",
  operations: [assumeRole, getCallerIdentity],
};
