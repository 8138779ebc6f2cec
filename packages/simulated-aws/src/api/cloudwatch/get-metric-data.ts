import { AwsError } from "../../account/store/aws-error";
import { Instant } from "../operation/answer";
import type { Call } from "../operation/call";
import { operation } from "../operation/operation";
import { InvalidParameter, type Members, readInput, readParameter, requireParameter } from "../operation/parameters";
import { findMetric, type Invocations, invocationsBetween } from "./invocation-metrics";

/** The limits of a call (docs/aws-facts.md#metric-data). */
const MOST_QUERIES = 500;
const MOST_POINTS = 100_800;

/** A query for one metric. */
interface MetricQuery {
  readonly id: string;
  readonly label: string;
  readonly returned: boolean;
  readonly points: readonly Invocations[];
}

export const getMetricData = operation({
  name: "GetMetricData",
  parameters: {
    MetricDataQueries: "objects",
    StartTime: "time",
    EndTime: "time",
    NextToken: "text",
    ScanBy: "text",
    MaxDatapoints: "integer",
  },
  answer: (call, { MetricDataQueries = [], StartTime, EndTime, NextToken, ScanBy, MaxDatapoints = MOST_POINTS }) => {
    const times = [requireParameter(StartTime, "StartTime"), requireParameter(EndTime, "EndTime")] as const;
    if (times[0] >= times[1]) throw new InvalidParameter("The parameter StartTime must be less than the parameter EndTime.");
    if (MetricDataQueries.length > MOST_QUERIES)
      throw new InvalidParameter(`The collection MetricDataQueries must not have a size greater than ${MOST_QUERIES}.`);
    const queries = MetricDataQueries.map((members) => readQuery(call, members, times, ScanBy === "TimestampAscending"));
    const ids = queries.map(({ id }) => id);
    const duplicate = ids.find((id, index) => ids.indexOf(id) !== index);
    if (duplicate !== undefined)
      throw new InvalidParameter(`The values for parameter id in MetricDataQueries are not unique: ${duplicate}`);
    const start = offsetOf(NextToken);
    const end = start + Math.min(Math.max(1, MaxDatapoints), MOST_POINTS);
    const returned = queries.filter((query) => query.returned);
    const total = returned.reduce((sum, { points }) => sum + points.length, 0);
    let before = 0;
    return {
      MetricDataResults: returned.map(({ id, label, points }) => {
        const shown = points.slice(Math.max(0, start - before), Math.max(0, end - before));
        before += points.length;
        return {
          Id: id,
          Label: label,
          Timestamps: shown.map(({ time }) => new Instant(time / 1000)),
          Values: shown.map(({ count }) => count),
          StatusCode: before > end ? "PartialData" : "Complete",
        };
      }),
      Messages: [],
      NextToken: total > end ? Buffer.from(`point ${end}`).toString("base64url") : undefined,
    };
  },
});

function readQuery(call: Call, members: Members, [start, end]: readonly [number, number], ascending: boolean): MetricQuery {
  const {
    Id,
    Label,
    ReturnData = true,
    Expression,
  } = readInput({ Id: "text", Label: "text", ReturnData: "flag", Expression: "text" }, members);
  const id = requireParameter(Id, "MetricDataQueries.Id");
  if (!/^[a-z]\w{0,254}$/.test(id)) throw new InvalidParameter(`The value ${id} for parameter Id does not begin with a lower-case letter.`);
  const stat = readParameter("object", members, "MetricStat");
  if (Expression !== undefined || stat === undefined)
    throw new InvalidParameter("Simulated AWS answers queries with a MetricStat, and none with an Expression.");
  const { Period, Stat, Unit } = readInput({ Period: "integer", Stat: "text", Unit: "text" }, stat);
  const {
    Namespace,
    MetricName,
    Dimensions = [],
  } = readInput({ Namespace: "text", MetricName: "text", Dimensions: "objects" }, readParameter("object", stat, "Metric") ?? {});
  const period = requireParameter(Period, "MetricStat.Period") * 1000;
  if (period <= 0 || period % 60_000 !== 0) throw new InvalidParameter(`Period must be a multiple of 60, not ${period / 1000}.`);
  const statistic = statisticOf(requireParameter(Stat, "MetricStat.Stat"));
  const dimensions = Dimensions.map((one) => {
    const { Name, Value } = readInput({ Name: "text", Value: "text" }, one);
    return { name: requireParameter(Name, "Dimensions.Name"), value: requireParameter(Value, "Dimensions.Value") };
  });
  const exists = Namespace === "AWS/Lambda" && MetricName === "Invocations" && (Unit ?? "Count") === "Count";
  const metric = exists && period % finestPeriod(call.now - start) === 0 ? findMetric(call, dimensions) : undefined;
  const from = Math.floor(start / 60_000) * 60_000;
  const sums = metric === undefined ? [] : summed(invocationsBetween(metric, [from, end], call.now), from, period);
  const points = sums.map(({ time, count }) => ({ time, count: statistic(count) }));
  return { id, label: Label ?? MetricName ?? id, returned: ReturnData, points: ascending ? points : points.toReversed() };
}

/** Each invocation is one sample with the value 1. */
function statisticOf(name: string): (count: number) => number {
  if (name === "Sum" || name === "SampleCount") return (count) => count;
  if (name === "Average" || name === "Minimum" || name === "Maximum") return () => 1;
  throw new InvalidParameter(`Simulated AWS has no statistic ${name}. It has Average, Maximum, Minimum, SampleCount and Sum.`);
}

/** Data are kept with longer periods after 15 and 63 days (docs/aws-facts.md#metric-data). Those with shorter periods are then absent. */
function finestPeriod(age: number): number {
  const days = age / 86_400_000;
  return (days <= 15 ? 60 : days <= 63 ? 300 : 3600) * 1000;
}

function summed(invocations: readonly Invocations[], start: number, period: number): readonly Invocations[] {
  const sums = new Map<number, number>();
  for (const { time, count } of invocations) {
    const from = start + Math.floor((time - start) / period) * period;
    sums.set(from, (sums.get(from) ?? 0) + count);
  }
  return [...sums].map(([time, count]) => ({ time, count }));
}

function offsetOf(token: string | undefined): number {
  if (token === undefined) return 0;
  const [, digits] = /^point (\d+)$/.exec(Buffer.from(token, "base64url").toString("utf8")) ?? [];
  if (digits === undefined) throw new AwsError("InvalidNextToken", "The next token specified is invalid.");
  return Number(digits);
}
