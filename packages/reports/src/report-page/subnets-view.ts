import { numberText } from "../page/number-text";
import { type Markup, markup } from "../page/markup";
import { addressBar, type BarPart, partLabels } from "./address-bar";
import { boundsText } from "./bounds-text";
import type { Figures, ReportData } from "./report-data";

const legend: readonly BarPart[] = ["used", "changeover", "scaling", "growth", "unknown", "free", "over"];

const COLUMNS = ["Usable", "Used", "Changeover", "Scaling", "Growth", "Free"] as const;

/** The addresses of subnets: a bar and its numbers in each row. Roles are stated, because a narrow page shows each row as a block. */
export function subnetsView(data: ReportData, { subnets }: Figures, shown: readonly number[]): Markup {
  if (shown.length === 0)
    return markup`<p class="none">${data.subnets.length === 0 ? "No function uses a subnet." : "No subnet is selected."}</p>`;
  return markup`<ul class="legend" aria-label="Parts of a bar">${legend.map((part) => markup`<li><svg class="key" viewBox="0 0 20 12" aria-hidden="true"><rect class="${part}" width="20" height="12"/></svg>${partLabels[part]}</li>`)}</ul>
<table role="table" class="stacked" aria-label="Addresses of subnets"><thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Subnet</th><th role="columnheader" scope="col">Addresses</th>${COLUMNS.map(
    (title) => markup`<th role="columnheader" scope="col" class="n">${title}</th>`,
  )}</tr></thead>
<tbody role="rowgroup">${shown.map((index) => subnetRow(data, index, subnets[index]?.addresses ?? null))}</tbody></table>`;
}

function subnetRow(data: ReportData, index: number, addresses: Figures["subnets"][number]["addresses"]): Markup {
  const { name = "", range = null, vpc = null } = data.subnets[index] ?? {};
  const place = [range ?? "range unknown", ...(data.vpcs.length > 1 && vpc !== null ? [data.vpcs[vpc] ?? ""] : [])].join(", ");
  const head = markup`<th role="rowheader" scope="row"><b>${name}</b> <small>${place}</small></th>`;
  if (addresses === null)
    return markup`<tr role="row">${head}<td role="cell">unknown</td>${COLUMNS.map(() => markup`<td role="cell" class="n">unknown</td>`)}</tr>`;
  const { usable, used, changeover, scaling, growth, free, needs, held, complete } = addresses;
  const notes = [
    ...needs,
    ...(held === 0 ? [] : [`${numberText(held)} in use by the inventory, in addition`]),
    ...(complete ? [] : ["others may use it too"]),
  ];
  const values = [
    usable === null ? "unknown" : numberText(usable),
    ...[used, changeover, scaling, growth].map(boundsText),
    free === null ? "unknown" : boundsText(free),
  ];
  return markup`<tr role="row">${head}<td role="cell" class="track">${addressBar(name, addresses)}<small>${notes.join(", ")}</small></td>${values.map(
    (value, column) =>
      markup`<td role="cell" class="n${value.startsWith("−") ? " negative" : ""}" data-title="${COLUMNS[column] ?? ""}">${value}</td>`,
  )}</tr>
`;
}
