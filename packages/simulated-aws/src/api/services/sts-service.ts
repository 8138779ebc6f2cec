import { AwsError } from "../../account/store/aws-error";
import { matchesFilterPattern } from "../../account/vpc/filter-pattern";
import type { Organization } from "../operation/call";
import { InvalidParameter, requireParameter } from "../operation/parameters";
import { operation } from "../operation/operation";
import type { Service } from "../operation/service";

const getCallerIdentity = operation({
  name: "GetCallerIdentity",
  parameters: {},
  answer: ({ account, caller }) => ({ Arn: caller.arn, UserId: caller.userId, Account: account.id }),
});

/** Issues credentials for a role of an account of the organization. The trust policy of the role is not evaluated. */
const assumeRole = operation({
  name: "AssumeRole",
  parameters: { RoleArn: "text", RoleSessionName: "text", DurationSeconds: "integer", ExternalId: "text" },
  answer: ({ caller, organization, assumeRole: issue }, { RoleArn, RoleSessionName, DurationSeconds = 3600 }) => {
    const roleArn = requireParameter(RoleArn, "RoleArn");
    const sessionName = requireParameter(RoleSessionName, "RoleSessionName");
    if (!/^[\w+=,.@-]{2,64}$/.test(sessionName)) throw new InvalidParameter(`Value '${sessionName}' at 'roleSessionName' is invalid.`);
    const longest = longestSession(organization, roleArn);
    if (longest === undefined)
      throw new AwsError("AccessDenied", `User: ${caller.arn} is not authorized to perform: sts:AssumeRole on resource: ${roleArn}`);
    if (DurationSeconds < 900 || DurationSeconds > longest)
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

/** The role that AWS Organizations creates in the accounts that it creates (docs/aws-facts.md#organization-accounts). */
const ACCESS_ROLE = "OrganizationAccountAccessRole";

/** The maximum session of a role, in seconds. Undefined for one that does not exist in a served account or that is denied. */
function longestSession({ accounts, run, deniedRoles }: Organization, roleArn: string): number | undefined {
  const { id, name } = /^arn:aws:iam::(?<id>\d{12}):role\/(?<name>.+)$/.exec(roleArn)?.groups ?? {};
  const [, ...members] = accounts;
  if (id === undefined || !accounts.some((one) => one.id === id && one.state === "ACTIVE")) return undefined;
  if (deniedRoles.some((pattern) => matchesFilterPattern(pattern, roleArn))) return undefined;
  const [role] = run(id, (account) => account.tables.roles.where("arn", roleArn));
  if (role !== undefined && role.deleted !== true) return role.maxSessionDuration;
  return name === ACCESS_ROLE && members.some((one) => one.id === id) ? 3600 : undefined;
}

export const stsService: Service = {
  name: "sts",
  protocols: ["query"],
  xmlNamespace: "https://sts.amazonaws.com/doc/2011-06-15/",
  operations: [assumeRole, getCallerIdentity],
};
