import { CREATION_DATE } from "../../account/store/creation-date";
import { operation } from "../operation/operation";
import type { Service } from "../operation/service";

/** The organization consists of this account. */
const listAccounts = operation({
  name: "ListAccounts",
  parameters: { MaxResults: "integer", NextToken: "text" },
  answer: ({ account }) => ({
    Accounts: [
      {
        Id: account.id,
        Arn: `arn:aws:organizations::${account.id}:account/o-simulated0/${account.id}`,
        Email: `simulated@example.com`,
        Name: "simulated",
        Status: "ACTIVE",
        JoinedMethod: "CREATED",
        JoinedTimestamp: Date.parse(CREATION_DATE) / 1000,
      },
    ],
  }),
});

export const organizationsService: Service = {
  name: "organizations",
  protocols: ["json"],
  targetPrefix: "AWSOrganizationsV20161128",
  operations: [listAccounts],
  errorCodes: { invalidParameter: "InvalidInputException", throttled: "TooManyRequestsException" },
};
