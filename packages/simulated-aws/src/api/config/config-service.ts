import { operation } from "../operation/operation";
import { pageOf } from "../operation/page";
import { requireParameter } from "../operation/parameters";
import type { Service } from "../operation/service";
import { aggregatedItems, requireAggregator } from "./aggregator";
import {
  describeConfigurationAggregators,
  describeConfigurationAggregatorSourcesStatus,
  describeConfigurationRecorders,
  getAggregateDiscoveredResourceCounts,
  pageRequest,
} from "./describe-aggregator";
import { meets, readExpression, selected } from "./select-expression";

/** Config returns at most 100 results per call (docs/aws-facts.md#pages-of-config). How many it returns by default is not documented. */
const PAGE_SIZE = 100;

const selectAggregateResourceConfig = operation({
  name: "SelectAggregateResourceConfig",
  parameters: { ConfigurationAggregatorName: "text", Expression: "text", Limit: "integer", MaxResults: "integer", NextToken: "text" },
  answer: (call, { ConfigurationAggregatorName, Expression, Limit, MaxResults, NextToken }) => {
    requireAggregator(call, ConfigurationAggregatorName);
    const expression = readExpression(requireParameter(Expression, "Expression"));
    const request = pageRequest(NextToken, Limit || MaxResults, PAGE_SIZE);
    const items = aggregatedItems(call).filter((item) => meets(item, expression));
    const page = pageOf(items, ({ resourceType, arn }) => `${String(resourceType)} ${String(arn)}`, request);
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
  operations: [
    describeConfigurationAggregators,
    describeConfigurationAggregatorSourcesStatus,
    describeConfigurationRecorders,
    getAggregateDiscoveredResourceCounts,
    selectAggregateResourceConfig,
  ],
};
