import { AwsError } from "../../account/store/aws-error";
import { operation } from "../operation/operation";
import { isToken, pageOf } from "../operation/page";
import { requireParameter } from "../operation/parameters";
import type { Service } from "../operation/service";
import { configurationItems } from "./configuration-items";
import { meets, readExpression, selected } from "./select-expression";

/** The only aggregator. It collects all Regions of the account. */
const AGGREGATOR = "simulated";

/** Config returns at most 100 results per call (docs/aws-facts.md#pages-of-config). How many it returns by default is not documented. */
const PAGE_SIZE = 100;

const selectAggregateResourceConfig = operation({
  name: "SelectAggregateResourceConfig",
  parameters: { ConfigurationAggregatorName: "text", Expression: "text", Limit: "integer", MaxResults: "integer", NextToken: "text" },
  answer: (call, { ConfigurationAggregatorName, Expression, Limit, MaxResults, NextToken }) => {
    const name = requireParameter(ConfigurationAggregatorName, "ConfigurationAggregatorName");
    if (name !== AGGREGATOR)
      throw new AwsError(
        "NoSuchConfigurationAggregatorException",
        `The configuration aggregator ${name} does not exist. Simulated AWS has "${AGGREGATOR}"`,
      );
    const expression = readExpression(requireParameter(Expression, "Expression"));
    const size = Limit || MaxResults || PAGE_SIZE;
    if (size > PAGE_SIZE) throw new AwsError("InvalidLimitException", `The limit ${size} is outside of the range from 0 to ${PAGE_SIZE}.`);
    if (NextToken !== undefined && !isToken(NextToken)) throw new AwsError("InvalidNextTokenException", "The token is invalid.");
    const { openedRegions, vpcs, functions } = call.account.tables;
    // A Region is opened by its first default resource, which an account of other resources does not have.
    const regions = new Set([
      ...openedRegions.all().map(({ id }) => id),
      ...[...vpcs.all(), ...functions.all()].map(({ region }) => region),
    ]);
    const items = [...regions].flatMap((region) => configurationItems({ ...call, region })).filter((item) => meets(item, expression));
    const page = pageOf(items, ({ resourceType, arn }) => `${String(resourceType)} ${String(arn)}`, { token: NextToken, size });
    return {
      Results: page.rows.map((item) => JSON.stringify(selected(item, expression))),
      QueryInfo: { SelectFields: expression.fields.map((Name) => ({ Name })) },
      NextToken: page.nextToken,
    };
  },
});

export const configService: Service = {
  name: "config",
  protocols: ["json"],
  targetPrefix: "StarlingDoveService",
  operations: [selectAggregateResourceConfig],
};
