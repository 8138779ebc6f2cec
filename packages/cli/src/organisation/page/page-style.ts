/** What the page has in addition to the style of every page. */
export const organisationStyle = `
:root { --used: #0a58b5; --room: #e4e9f0; }
@media (prefers-color-scheme: dark) { :root { --used: #6db3ff; --room: #2a3441; } }
body { max-width: 84rem; }
h2 { font-size: 1.25rem; margin: 0 0 .25rem; }
section { margin-top: 2rem; }
.note, .none, .pager { color: var(--soft); font-size: .875rem; margin: 0 0 .5rem; }
#tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: .75rem; margin: 1rem 0; }
.tile { padding: .75rem 1rem; background: var(--panel); border-radius: .5rem; }
.tile dt { color: var(--soft); font-size: .875rem; }
.tile dd { margin: 0; font-size: 1.75rem; line-height: 1.3; font-weight: 600; font-variant-numeric: tabular-nums; }
.tile .note { font-size: .875rem; font-weight: 400; }
#filter { position: sticky; top: 0; z-index: 1; padding: .75rem 1rem; background: var(--panel); border: 1px solid var(--grid); border-radius: .5rem; }
#filter label { display: block; font-size: .875rem; color: var(--soft); }
#filter input { width: 100%; max-width: 40rem; height: 2.25rem; padding: .25rem .5rem; color: var(--text); background: var(--back); border: 1px solid var(--soft); border-radius: .25rem; }
#status { margin: .25rem 0 0; font-size: .875rem; }
button { padding: .25rem .75rem; color: var(--text); background: var(--back); border: 1px solid var(--soft); border-radius: .25rem; cursor: pointer; }
button[aria-disabled=true] { color: var(--soft); border-color: var(--grid); cursor: default; }
.pager { display: flex; gap: .75rem; align-items: center; font-variant-numeric: tabular-nums; }
.pager[data-pages="1"] button { display: none; }
tbody th { color: var(--text); }
td { overflow-wrap: anywhere; }
.n { text-align: right; white-space: nowrap; }
.share { min-width: 7rem; }
.over span { color: var(--alarm); font-weight: 600; }
.bar { display: block; width: 100%; height: .375rem; }
.bar .used { fill: var(--used); } .bar .free { fill: var(--room); }
@media print { #filter, .pager button { display: none; } }
`;
