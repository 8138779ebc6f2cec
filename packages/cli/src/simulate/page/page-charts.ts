import type { ModelComparison, Moment, SharingRow } from "@lambda-vpc/model";
import { numberText } from "@lambda-vpc/reports/page/number-text";
import type { ChartLine, LineChart } from "./line-chart";

/** The most points of a line. More are not visible. */
const MOST_POINTS = 600;

/** The charts of a comparison, from what matters most. */
export function pageCharts({ scenario, before, today }: ModelComparison, sharing: readonly SharingRow[]): readonly LineChart[] {
  const free = scenario.subnets.reduce((sum, one) => sum + one, 0);
  const end = (scenario.load.length - 1) * scenario.secondsPerStep;
  const over = (moments: readonly Moment[], of: (moment: Moment) => number): ChartLine["points"] =>
    sampled(moments).map((moment) => ({ x: moment.second, y: of(moment) }));
  const isNear = free <= 2 * Math.max(before.summary.interfaces, today.summary.interfaces);
  const limit: ChartLine = { name: "free", label: "free addresses", points: [0, end].map((x) => ({ x, y: free })) };
  return [
    {
      id: "interfaces",
      title: "Interfaces over time",
      description: `At the end, ${numberText(before.summary.interfaces)} before September 2019 and ${numberText(today.summary.interfaces)} today, of ${numberText(free)} free addresses.`,
      xLabel: "seconds",
      yLabel: "interfaces",
      join: "steps",
      lines: [
        ...(isNear ? [limit] : []),
        { name: "before", label: "before September 2019", points: over(before.moments, ({ interfaces }) => interfaces) },
        { name: "today", label: "today", points: over(today.moments, ({ interfaces }) => interfaces) },
      ],
    },
    {
      id: "waits",
      title: "Executions that wait or are refused over time",
      description: `Before September 2019, ${numberText(before.summary.waits)} cold starts waited, and at most ${numberText(before.summary.refused)} executions were refused at a time. Today, no execution waits, and at most ${numberText(today.summary.refused)} are refused.`,
      xLabel: "seconds",
      yLabel: "executions",
      join: "steps",
      lines: [
        { name: "before", label: "waiting, before September 2019", points: over(before.moments, ({ waiting }) => waiting) },
        { name: "refused", label: "refused, before September 2019", points: over(before.moments, ({ refused }) => refused) },
        { name: "today", label: "waiting or refused, today", points: over(today.moments, ({ waiting, refused }) => waiting + refused) },
      ],
    },
    {
      id: "sharing",
      title: "Interfaces by number of functions, under the same load",
      description: sharing
        .map(
          (row) =>
            `${numberText(row.functions)}: ${numberText(row.beforeWithSetEach)} before, today ${numberText(row.todayWithSetEach)} with a set each, ${numberText(row.todayWithOneSet)} with one set.`,
        )
        .join(" "),
      xLabel: "functions",
      yLabel: "interfaces",
      join: "straight",
      lines: [
        { name: "before", label: "before September 2019", points: sharing.map((row) => ({ x: row.functions, y: row.beforeWithSetEach })) },
        {
          name: "each",
          label: "today, a set for each function",
          points: sharing.map((row) => ({ x: row.functions, y: row.todayWithSetEach })),
        },
        { name: "today", label: "today, one set", points: sharing.map((row) => ({ x: row.functions, y: row.todayWithOneSet })) },
      ],
    },
  ];
}

/** At most `MOST_POINTS` moments, the first and the last among them. */
function sampled(moments: readonly Moment[]): readonly Moment[] {
  const stride = Math.max(1, Math.ceil(moments.length / MOST_POINTS));
  return moments.filter((_, index) => index % stride === 0 || index === moments.length - 1);
}
