import { AwsError } from "../../account/store/aws-error";
import { CREATION_DATE } from "../../account/store/creation-date";
import { operation } from "../operation/operation";
import { isToken, pageOf } from "../operation/page";
import { InvalidParameter } from "../operation/parameters";
import type { Service } from "../operation/service";

/** ListAccounts returns at most 20 accounts per call (docs/aws-facts.md#organization-accounts). */
const PAGE_SIZE = 20;

/** Only the management account may list the accounts (docs/aws-facts.md#organization-accounts). */
const listAccounts = operation({
  name: "ListAccounts",
  parameters: { MaxResults: "integer", NextToken: "text" },
  answer: ({ account, organization: { accounts } }, { MaxResults = PAGE_SIZE, NextToken }) => {
    const [management] = accounts;
    if (account.id !== management.id) throw new AwsError("AccessDeniedException", "You don't have permissions to access this resource.");
    if (MaxResults < 1 || MaxResults > PAGE_SIZE || (NextToken !== undefined && !isToken(NextToken)))
      throw new InvalidParameter("You provided a value of MaxResults or NextToken that is not valid.");
    const order = new Map(accounts.map(({ id }, index) => [id, String(index).padStart(8, "0")]));
    const { rows, nextToken } = pageOf(accounts, ({ id }) => order.get(id) ?? id, { token: NextToken, size: MaxResults });
    return {
      Accounts: rows.map(({ id, name, state }) => ({
        Id: id,
        Arn: `arn:aws:organizations::${management.id}:account/o-simulated0/${id}`,
        Email: `${name}@example.com`,
        Name: name,
        // `Status` was retired on 2026-09-09 (docs/aws-facts.md#organization-accounts).
        State: state,
        JoinedMethod: "CREATED",
        JoinedTimestamp: Date.parse(CREATION_DATE) / 1000,
      })),
      NextToken: nextToken,
    };
  },
});

export const organizationsService: Service = {
  name: "organizations",
  protocols: ["json"],
  targetPrefix: "AWSOrganizationsV20161128",
  operations: [listAccounts],
  errorCodes: { invalidParameter: "InvalidInputException", throttled: "TooManyRequestsException" },
};
