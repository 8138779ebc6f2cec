import { numberText } from "../page/number-text";
import { type Markup, markup, trustedMarkup } from "../page/markup";
import { type AuditPageData, STATES } from "./audit-page-data";
import { type AuditParts, auditParts, type PagedPart, START } from "./audit-state";
import { tableView } from "./audit-views";

/** The page as it is before its script runs: everything, and the first page of each part. */
export function auditBody(data: AuditPageData): Markup {
  const parts = auditParts(data, START);
  const { shares, vpcs } = data;
  return markup`<a class="skip" href="#interfaces-title">Skip to the interfaces</a>
<header>
<p class="kind">lambda-vpc audit</p>
<h1>${data.title}</h1>
<dl id="tiles">${data.tiles.map(({ title, number, note }) => markup`<div class="tile"><dt>${title}</dt><dd>${numberText(number)}</dd><dd class="note">${note}</dd></div>`)}</dl>
${data.regions.map(({ name, headline, gaps }) => markup`<p><b>${name}</b>: ${headline}</p>${gaps.map((gap) => markup`<p class="gap">${gap}</p>`)}`)}
</header>
<form id="filters" role="search" aria-label="Filters" autocomplete="off">
<div><label for="text">Function, group, subnet, id</label><input id="text" type="search" spellcheck="false"></div>
<div${data.regions.length === 1 ? markup` hidden` : ""}><label for="region">Account and Region</label><select id="region"><option value="">all</option>${data.regions.map(({ place }, index) => markup`<option value="${index}">${place}</option>`)}</select></div>
<div><label for="vpc">VPC</label><select id="vpc"><option value="">all</option>${vpcs.rows.map(({ cells }, index) => markup`<option value="${index}">${cells[0] ?? ""}</option>`)}</select></div>
<div><label for="state">State</label><select id="state"><option value="">all</option>${STATES.map((state) => markup`<option value="${state}">${state}</option>`)}</select></div>
<div class="checks"><button type="reset">Clear</button></div>
<p id="status" role="status">${parts.status}</p>
</form>
<main>
<section aria-labelledby="vpcs-title"><h2 id="vpcs-title">VPCs</h2><div id="vpcs">${tableView(
    "VPCs",
    vpcs.head,
    vpcs.rows.map(({ cells }) => cells),
  )}</div></section>
${shares === null ? "" : markup`<section aria-labelledby="shares-title"><h2 id="shares-title">Shares by tag</h2><div id="shares">${tableView("Shares by tag", shares.head, shares.rows)}</div></section>`}
<section aria-labelledby="findings-title"><h2 id="findings-title">Needs attention</h2>${pager("findings", parts)}<div id="findings">${trustedMarkup(parts.html.findings)}</div></section>
<section aria-labelledby="interfaces-title"><h2 id="interfaces-title" tabindex="-1">Interfaces</h2>${pager("interfaces", parts)}<div id="interfaces">${trustedMarkup(parts.html.interfaces)}</div></section>
</main>
<footer>${data.notes.length === 0 ? "" : markup`<ul class="notes">${data.notes.map((note) => markup`<li>${note}</li>`)}</ul>`}<p>lambda-vpc ${data.version}. This file works offline and sends nothing.</p><noscript><p>Without JavaScript, this page shows the first rows of each part and no filter.</p></noscript></footer>`;
}

function pager(part: PagedPart, { ranges }: AuditParts): Markup {
  const { pages, text } = ranges[part];
  return markup`<p class="pager" id="${part}-pager" data-pages="${pages}"><button type="button" id="${part}-previous" aria-disabled="true" aria-label="Previous page of ${part}">‹</button> <span id="${part}-range">${text}</span> <button type="button" id="${part}-next" aria-disabled="${pages === 1 ? "true" : "false"}" aria-label="Next page of ${part}">›</button></p>`;
}
