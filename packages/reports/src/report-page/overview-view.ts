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
export function vpcsView({ vpcs: names }: ReportData, { vpcs }: Figures): Markup {
  if (vpcs.length === 0) return markup`<p class="none">No function is in a VPC.</p>`;
  return markup`<div class="wide" tabindex="0" role="region" aria-label="Figures of VPCs"><table id="vpc-table"><caption class="hidden">VPCs</caption>
<thead><tr><th scope="col">VPC</th>${["Functions", "Sets", "Combi\u00adnations", "Merging saves", "One set saves"].map((title) => markup`<th scope="col" class="n">${title}</th>`)}<th scope="col">ENI quota</th></tr></thead>
<tbody>${vpcs.map((vpc, index) => vpcRow(names[index] ?? "", vpc))}</tbody></table></div>
<p class="note">Merging widens no access. One set for all functions of a VPC may widen it.</p>
${causesOf(names, vpcs)}`;
}

function vpcRow(name: string, vpc: VpcFigures): Markup {
  const numbers = [numberText(vpc.functions), ...[vpc.sets, vpc.combinations, vpc.savedByMerging, vpc.savedBySharing].map(boundsText)];
  return markup`<tr><th scope="row"><b>${name}</b></th>${numbers.map((text) => markup`<td class="n">${text}</td>`)}${quotaCell(name, vpc)}</tr>
`;
}

function quotaCell(name: string, vpc: VpcFigures): Markup {
  const { limit, used } = vpc;
  if (limit === null) return markup`<td>unknown</td>`;
  return markup`<td class="track">${quotaBar(name, vpc, limit)}<small>${boundsText(used)} of ${numberText(limit)}</small></td>`;
}

/** What is used of the quota for certain, and what may be used in addition. */
function quotaBar(name: string, { used: [min, likely, max] }: VpcFigures, limit: number): Markup {
  const most = Math.max(limit, max ?? limit, 1);
  const [start, end] = [min ?? 0, max ?? most].map((ends) => Math.round((1000 * ends) / most)) as [number, number];
  const isOver = (min ?? 0) > limit;
  const text = `${name}: ${boundsText([min, likely, max])} of ${numberText(limit)} ENIs`;
  return markup`<svg class="bar thin" viewBox="0 0 1000 28" preserveAspectRatio="none" role="img" aria-label="${text}"><rect class="free" width="1000" height="28"/><rect class="${isOver ? "over" : "used"}" width="${start}" height="28"/><rect class="unknown" x="${start}" width="${end - start}" height="28"/></svg>`;
}

function causesOf(names: readonly string[], vpcs: readonly VpcFigures[]): Markup {
  const causes = vpcs.flatMap(({ causes: own }, index) => own.map((cause) => markup`<li><b>${names[index] ?? ""}</b>: ${cause}</li>`));
  return causes.length === 0 ? markup`` : markup`<ul class="notes">${causes}</ul>`;
}
