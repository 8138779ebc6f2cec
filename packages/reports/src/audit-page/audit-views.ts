import { type Markup, markup } from "../page/markup";
import type { AuditPageData, PageFinding, PageInterface } from "./audit-page-data";

const COLUMNS = ["Subnet", "Security groups", "State", "Held by"] as const;

/** The most characters of the holders of an interface that a row shows. A search finds all of them. */
const LONGEST = 300;

/** Interfaces with what holds them. Roles are stated, because a narrow page shows each row as a block. */
export function interfacesView({ interfaces, holders }: AuditPageData, shown: readonly PageInterface[]): Markup {
  if (shown.length === 0)
    return markup`<p class="none">${interfaces.length === 0 ? "No interfaces were read." : "No interface is selected."}</p>`;
  return markup`<table role="table" class="stacked" aria-label="Interfaces"><thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Interface</th>${COLUMNS.map(
    (title) => markup`<th role="columnheader" scope="col">${title}</th>`,
  )}</tr></thead>
<tbody role="rowgroup">${shown.map((one) => interfaceRow(one, one.holders === null ? one.description : shortened(holders[one.holders] ?? "")))}</tbody></table>`;
}

function shortened(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, text.lastIndexOf(", ", LONGEST))}, …`;
}

function interfaceRow({ id, subnet, groups, state }: PageInterface, holder: string): Markup {
  const cells = [subnet, groups, state, holder];
  return markup`<tr role="row"><th role="rowheader" scope="row">${id}</th>${cells.map(
    (cell, column) =>
      markup`<td role="cell" class="${column === 2 ? `state ${state}` : ""}" data-title="${COLUMNS[column] ?? ""}">${cell}</td>`,
  )}</tr>
`;
}

/** What needs attention, with reasons and fixes. */
export function findingsView({ findings }: AuditPageData, shown: readonly PageFinding[]): Markup {
  if (shown.length === 0)
    return markup`<p class="none">${findings.length === 0 ? "Nothing that was read needs attention." : "No finding is selected."}</p>`;
  return markup`<ul class="findings">${shown.map(
    ({
      check,
      severity,
      verdict,
      subject,
      what,
      why,
      fix,
    }) => markup`<li class="finding"><p class="labels"><b>${check}</b> <span>${severity}, ${verdict}</span> <span>${subject}</span></p>
<p class="what">${what}</p><dl><dt>Why</dt><dd>${why}</dd><dt>Fix</dt><dd>${fix}</dd></dl></li>
`,
  )}</ul>`;
}

/** A table whose first column names each row. */
export function tableView(label: string, head: readonly string[], rows: readonly (readonly string[])[]): Markup {
  const [first = "", ...others] = head;
  return markup`<div class="wide"><table aria-label="${label}"><thead><tr><th scope="col">${first}</th>${others.map(
    (title) => markup`<th scope="col">${title}</th>`,
  )}</tr></thead>
<tbody>${rows.map(([name = "", ...cells]) => markup`<tr><th scope="row">${name}</th>${cells.map((cell) => markup`<td>${cell}</td>`)}</tr>`)}</tbody></table></div>`;
}
