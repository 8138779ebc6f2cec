import { operation } from "../operation/operation";
import { isToken, pageOf } from "../operation/page";
import { InvalidParameter, readInput, requireParameter } from "../operation/parameters";
import { type InvocationMetric, invocationMetrics, invocationsBetween, keyOf } from "./invocation-metrics";

/** CloudWatch returns up to 500 metrics per call (docs/aws-facts.md#metric-listing). */
const PAGE_SIZE = 500;

const HOUR = 3_600_000;
/** Metrics without data in these times are not listed (docs/aws-facts.md#metric-listing). In milliseconds. */
const RECENT = 14 * 24 * HOUR;
const RECENTLY_ACTIVE = new Map([["PT3H", 3 * HOUR]]);

export const listMetrics = operation({
  name: "ListMetrics",
  parameters: { Namespace: "text", MetricName: "text", Dimensions: "objects", RecentlyActive: "text", NextToken: "text" },
  answer: (call, { Namespace = "AWS/Lambda", MetricName = "Invocations", Dimensions = [], RecentlyActive, NextToken }) => {
    const period = RecentlyActive === undefined ? RECENT : RECENTLY_ACTIVE.get(RecentlyActive);
    if (period === undefined) throw new InvalidParameter(`The value ${RecentlyActive} for parameter RecentlyActive must be PT3H.`);
    if (NextToken !== undefined && !isToken(NextToken)) throw new InvalidParameter("The parameter NextToken is invalid.");
    const filters = Dimensions.map((members) => {
      const { Name, Value } = readInput({ Name: "text", Value: "text" }, members);
      return { name: requireParameter(Name, "Dimensions.Name"), value: Value };
    });
    const passes = ({ dimensions }: InvocationMetric) =>
      filters.every(({ name, value }) => dimensions.some((one) => one.name === name && one.value === (value ?? one.value)));
    const hasData = (metric: InvocationMetric) => invocationsBetween(metric, [call.now - period, call.now], call.now).length > 0;
    const metrics = Namespace === "AWS/Lambda" && MetricName === "Invocations" ? invocationMetrics(call) : [];
    const { rows, nextToken } = pageOf(
      metrics.filter((metric) => passes(metric) && hasData(metric)),
      ({ dimensions }) => keyOf(dimensions),
      { token: NextToken, size: PAGE_SIZE },
    );
    return {
      Metrics: rows.map(({ dimensions }) => ({
        Namespace,
        MetricName,
        Dimensions: dimensions.map(({ name, value }) => ({ Name: name, Value: value })),
      })),
      NextToken: nextToken,
    };
  },
});
