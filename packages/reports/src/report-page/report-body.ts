import { type Markup, markup, trustedMarkup } from "../page/markup";
import type { ReportData } from "./report-data";
import { type PagedPart, type ReportParts, reportParts, START } from "./report-state";

/** The report as it is before its script runs: everything, and the first page of each part. */
export function reportBody(data: ReportData): Markup {
  const parts = reportParts(data, START);
  const html = (part: keyof ReportParts["html"]): Markup => trustedMarkup(parts.html[part]);
  const { checked } = data;
  return markup`<a class="skip" href="#combinations-title">Skip to the combinations</a>
<header>
<p class="kind">lambda-vpc report</p>
<h1>${data.stack}</h1>
<dl id="tiles">${html("tiles")}</dl>
</header>
<form id="filters" role="search" aria-label="Filters" autocomplete="off">
<div><label for="function">Function</label><input id="function" type="search" spellcheck="false"></div>
<div><label for="group">Security group</label><input id="group" type="search" spellcheck="false"></div>
<div><label for="vpc">VPC</label><select id="vpc"><option value="">all</option>${data.vpcs.map((name, index) => markup`<option value="${index}">${name}</option>`)}</select></div>
<div class="checks"><label class="switch"><input id="merged" type="checkbox" role="switch" aria-describedby="merged-note"${data.after === null ? trustedMarkup(" disabled") : ""}> After merging</label>
<label class="switch"><input id="list" type="checkbox" checked> List functions</label><button type="reset">Clear</button></div>
<p id="status" role="status">${parts.status}</p>
<p class="note" id="merged-note">${data.after === null ? "No sets can be merged without widening access." : "Merging replaces sets by one that grants the same. No access is widened."}</p>
</form>
<main>
<section aria-labelledby="vpcs-title"><h2 id="vpcs-title">VPCs</h2><div id="vpcs">${html("vpcs")}</div></section>
<section aria-labelledby="combinations-title"><h2 id="combinations-title" tabindex="-1">Combinations</h2>
<ul class="legend"><li><span class="swatch held">12</span> one combination, which 12 functions share: at least one ENI</li><li><span class="swatch uses">●</span> one function uses the subnet</li><li><span class="swatch maybe">0 to 3</span> <span class="swatch maybe">?</span> possible, not certain</li><li>Arrow keys move between cells.</li></ul>
${pager("matrix", parts)}<div id="matrix">${html("matrix")}</div><p id="note" class="note" aria-live="polite"></p></section>
<section aria-labelledby="subnets-title"><h2 id="subnets-title">Addresses of subnets</h2>${pager("subnets", parts)}<div id="subnets">${html("subnets")}</div></section>
<section aria-labelledby="findings-title"${checked === null ? trustedMarkup(" hidden") : ""}><h2 id="findings-title">Findings</h2><p class="note">${checked?.summary ?? ""}</p>${pager("findings", parts)}<div id="findings">${html("findings")}</div></section>
</main>
<footer>${notes(data)}<p>lambda-vpc ${data.version}. This file works offline and sends nothing.</p><noscript><p>Without JavaScript, this page shows the first rows of each part and no filter.</p></noscript></footer>`;
}

function pager(part: PagedPart, { ranges }: ReportParts): Markup {
  const { pages, text } = ranges[part];
  return markup`<p class="pager" id="${part}-pager" data-pages="${pages}"><button type="button" id="${part}-previous" aria-disabled="true" aria-label="Previous page of ${part}">‹</button> <span id="${part}-range">${text}</span> <button type="button" id="${part}-next" aria-disabled="${pages === 1 ? "true" : "false"}" aria-label="Next page of ${part}">›</button></p>`;
}

function notes({ notes: all }: ReportData): Markup {
  return all.length === 0 ? markup`` : markup`<ul class="notes">${all.map((note) => markup`<li>${note}</li>`)}</ul>`;
}
