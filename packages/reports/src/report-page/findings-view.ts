import { type Markup, markup } from "../page/markup";
import type { FindingData, ReportData } from "./report-data";

/** Findings with their reasons and fixes. */
export function findingsView({ checked }: ReportData, shown: readonly FindingData[]): Markup {
  if (checked === null) return markup``;
  const unchecked = checked.unchecked.map(
    ({ policy, message }) =>
      markup`<li class="finding mandatory"><p class="labels"><b>${policy}</b> <span>checked nothing</span></p><p>${message}</p></li>`,
  );
  if (shown.length + unchecked.length === 0)
    return markup`<p class="none">${checked.total === 0 ? "No findings." : "No finding is selected."}</p>`;
  return markup`<ul class="findings">${unchecked}${shown.map(findingView)}</ul>`;
}

function findingView({ policy, severity, level, verdict, subject, what, why, fix, position }: FindingData): Markup {
  const place = position === null ? "" : markup` <span>${position}</span>`;
  return markup`<li class="finding ${level}"><p class="labels"><span class="level">${level}</span> <b>${policy}</b> <span>${severity}, ${verdict}</span> <span>${subject}</span>${place}</p>
<p class="what">${what}</p><dl>${why.map((one) => markup`<dt>Why</dt><dd>${one}</dd>`)}${fix.map((one) => markup`<dt>Fix</dt><dd>${one}</dd>`)}</dl></li>
`;
}
