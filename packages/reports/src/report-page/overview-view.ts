import { countText, numberText } from "../page/number-text";
import { type Markup, markup } from "../page/markup";
import { boundsText, sumOf } from "./bounds-text";
import type { Bounds, Figures, ReportData, VpcFigures } from "./report-data";

interface Tile {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly note: string;
}

/** The figures of the stack, those of one side of the switch. */
export function tilesView(data: ReportData, figures: Figures): Markup {
  const { checked, total, before, after } = data;
  const saved = before.vpcs.map(({ savedByMerging }) => savedByMerging).reduce(sumOf, ZERO);
  const sets = figures.vpcs.map((vpc) => vpc.sets).reduce(sumOf, ZERO);
  const merging =
    after === null
      ? "no sets to merge"
      : figures === after
        ? `before merging: ${boundsText(before.combinations)}`
        : `merging saves ${boundsText(saved)}`;
  const isNew = boundsText(figures.marginal) === boundsText(figures.combinations) ? "" : `${boundsText(figures.marginal)} of them new, `;
  const other = figures === after ? before : after;
  const otherSets =
    other === null
      ? ""
      : `${figures === after ? "before" : "after"} merging: ${boundsText(other.vpcs.map((vpc) => vpc.sets).reduce(sumOf, ZERO))}`;
  const tiles: readonly Tile[] = [
    { id: "functions", label: "Functions in VPCs", value: numberText(total.functions), note: `in ${countText(data.vpcs.length, "VPC")}` },
    { id: "combinations", label: "Combinations", value: boundsText(figures.combinations), note: `${isNew}${merging}` },
    { id: "sets", label: "Security-group sets", value: boundsText(sets), note: otherSets },
    ...(checked === null
      ? []
      : [
          {
            id: "findings-total",
            label: "Findings",
            value: numberText(checked.total),
            note: `${numberText(checked.mandatory)} mandatory, ${numberText(checked.undecided)} undecided`,
          },
        ]),
  ];
  return markup`${tiles.map(({ id, label, value, note }) => markup`<div class="tile"><dt>${label}</dt><dd id="${id}">${value}</dd><dd class="note">${note}</dd></div>`)}`;
}

const ZERO: Bounds = [0, 0, 0];

/** A row for each VPC, with the part of its quota that is in use. */
export function vpcsView({ vpcs: names }: ReportData, { vpcs }: Figures, selected: number | undefined): Markup {
  const isShown = (index: number): boolean => selected === undefined || selected === index;
  if (vpcs.length === 0) return markup`<p class="none">No function is in a VPC.</p>`;
  return markup`<table role="table" id="vpc-table" class="stacked" aria-label="Figures of VPCs">
<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">VPC</th>${COLUMNS.map(
    (title) => markup`<th role="columnheader" scope="col" class="n">${title}</th>`,
  )}<th role="columnheader" scope="col">ENI quota</th></tr></thead>
<tbody role="rowgroup">${vpcs.flatMap((vpc, index) => (isShown(index) ? [vpcRow(names[index] ?? "", vpc)] : []))}</tbody></table>
<p class="note">Merging widens no access. One set for all functions of a VPC may widen it.</p>
${causesOf(names, vpcs, isShown)}`;
}

const COLUMNS = ["Functions", "Sets", "Combinations", "Merging saves", "One set saves"] as const;

function vpcRow(name: string, vpc: VpcFigures): Markup {
  const numbers = [numberText(vpc.functions), ...[vpc.sets, vpc.combinations, vpc.savedByMerging, vpc.savedBySharing].map(boundsText)];
  return markup`<tr role="row"><th role="rowheader" scope="row"><b>${name}</b></th>${numbers.map(
    (text, column) => markup`<td role="cell" class="n" data-title="${COLUMNS[column] ?? ""}">${text}</td>`,
  )}${quotaCell(name, vpc)}</tr>
`;
}

function quotaCell(name: string, vpc: VpcFigures): Markup {
  const { limit, used } = vpc;
  if (limit === null) return markup`<td role="cell">unknown</td>`;
  return markup`<td role="cell" class="track">${quotaBar(name, vpc, limit)}<small>${boundsText(used)} of ${numberText(limit)} ENIs</small></td>`;
}

/** What is used of the quota for certain, what may be used in addition, and what exceeds the quota for certain. */
function quotaBar(name: string, { used: [min, likely, max] }: VpcFigures, limit: number): Markup {
  const most = Math.max(limit, max ?? limit, 1);
  const at = (value: number): number => Math.round((1000 * value) / most);
  const [certain, possible] = [min ?? 0, max ?? most];
  const within = Math.min(certain, limit);
  const parts = [
    { part: "free", from: 0, to: limit },
    { part: "used", from: 0, to: within },
    { part: "over", from: within, to: certain },
    { part: "unknown", from: certain, to: possible },
  ].filter(({ from, to }) => to > from);
  const text = `${name}: ${boundsText([min, likely, max])} of ${numberText(limit)} ENIs`;
  return markup`<svg class="bar thin" viewBox="0 0 1000 28" preserveAspectRatio="none" role="img" aria-label="${text}">${parts.map(
    ({ part, from, to }) => markup`<rect class="${part}" x="${at(from)}" width="${Math.max(12, at(to) - at(from))}" height="28"/>`,
  )}</svg>`;
}

function causesOf(names: readonly string[], vpcs: readonly VpcFigures[], isShown: (index: number) => boolean): Markup {
  const causes = vpcs.flatMap(({ causes: own }, index) =>
    isShown(index) ? own.map((cause) => markup`<li><b>${names[index] ?? ""}</b>: ${cause}</li>`) : [],
  );
  return causes.length === 0 ? markup`` : markup`<ul class="notes">${causes}</ul>`;
}
