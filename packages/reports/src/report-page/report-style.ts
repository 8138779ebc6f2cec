/** What the report has in addition to the style of every page. Parts of bars differ in patterns of light as well as in colour, and in their numbers. */
export const reportStyle = `
:root { --held: #0a58b5; --on-held: #ffffff; --uses: #5a86bd; --used: #0a58b5; --changeover: #7fb0e6; --scaling: #8f6fd0; --growth: #3d8b7d; --unknown: #c98a1b; --room: #e4e9f0; --maybe: #fdf0d8; --on-maybe: #6b4300; }
@media (prefers-color-scheme: dark) {
  :root { --held: #2f73c8; --on-held: #ffffff; --uses: #7fb2ef; --used: #6db3ff; --changeover: #3f78b8; --scaling: #a68ae8; --growth: #58b3a2; --unknown: #e0a540; --room: #2a3441; --maybe: #4a3712; --on-maybe: #ffdc9a; }
}
body { max-width: 84rem; }
h1 { font-size: 1.75rem; overflow-wrap: anywhere; }
h2 { font-size: 1.25rem; margin: 0 0 .5rem; }
section { margin-top: 2rem; }
small, .note, .none, .kind, .pager, .notes { color: var(--soft); font-size: .875rem; }
.kind { margin: 0; }
.skip { position: absolute; left: -100rem; }
.skip:focus { left: 1rem; top: .5rem; padding: .25rem .5rem; background: var(--back); }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
#tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: .75rem; margin: 0 0 1rem; }
.tile { padding: .75rem 1rem; background: var(--panel); border-radius: .5rem; }
.tile dt { color: var(--soft); font-size: .875rem; }
.tile dd { margin: 0; font-size: 1.75rem; line-height: 1.3; font-weight: 600; font-variant-numeric: tabular-nums; }
.tile .note { font-size: .875rem; font-weight: 400; min-height: 1.3em; }
#filters { position: sticky; top: 0; z-index: 3; display: grid; grid-template-columns: 1fr 1fr 1fr auto; gap: .25rem 1rem; align-items: end; padding: .75rem 1rem; background: var(--panel); border: 1px solid var(--grid); border-radius: .5rem; }
#filters > div { display: grid; }
#filters label { font-size: .875rem; color: var(--soft); }
#filters input[type=search], #filters select { width: 100%; min-width: 0; height: 2.25rem; padding: .25rem .5rem; color: var(--text); background: var(--back); border: 1px solid var(--soft); border-radius: .25rem; }
#filters .checks { display: flex; flex-wrap: wrap; gap: .25rem 1rem; align-items: center; min-height: 2.25rem; }
#filters .switch { display: flex; gap: .375rem; align-items: center; color: var(--text); white-space: nowrap; }
#filters input[type=checkbox] { width: 1.125rem; height: 1.125rem; }
[role=switch] { appearance: none; width: 2.25rem !important; height: 1.25rem !important; margin: 0; border: 1px solid var(--soft); border-radius: 1rem; background: var(--back); position: relative; }
[role=switch]::before { content: ""; position: absolute; left: .1875rem; top: .1875rem; width: .75rem; height: .75rem; border-radius: 50%; background: var(--soft); }
[role=switch]:checked { background: var(--accent); border-color: var(--accent); }
[role=switch]:checked::before { left: 1.1875rem; background: var(--back); }
[role=switch]:disabled { opacity: .5; }
button { padding: .25rem .75rem; color: var(--text); background: var(--back); border: 1px solid var(--soft); border-radius: .25rem; cursor: pointer; }
button[aria-disabled=true] { color: var(--soft); border-color: var(--grid); cursor: default; }
#filters > p { margin: .25rem 0 0; }
#status { grid-column: 1 / 4; font-weight: 600; font-variant-numeric: tabular-nums; }
.pager { display: flex; gap: .75rem; align-items: center; margin: 0 0 .5rem; font-variant-numeric: tabular-nums; }
.pager[data-pages="1"] button { display: none; }
th { font-weight: 600; }
tbody th { color: var(--text); overflow-wrap: break-word; }
.n { text-align: right; padding-left: .5rem; }
@media (min-width: 40.01rem) { .stacked td.n { white-space: nowrap; } }
.negative { color: var(--alarm); font-weight: 600; }
td.track { min-width: 10rem; }
.bar { display: block; width: 100%; height: 1.125rem; border-radius: .1875rem; }
.bar.thin { height: .625rem; margin-top: .375rem; }
.bar rect { stroke: var(--back); stroke-width: 1.5; vector-effect: non-scaling-stroke; }
.used { fill: var(--used); } .changeover { fill: var(--changeover); } .scaling { fill: var(--scaling); } .growth { fill: var(--growth); } .unknown { fill: var(--unknown); } .free { fill: var(--room); } .over { fill: var(--alarm); }
.legend { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: 0 0 .5rem; padding: 0; list-style: none; font-size: .875rem; color: var(--soft); }
.key { width: 1.25rem; height: .75rem; margin-right: .375rem; vertical-align: baseline; }
.key rect { stroke: var(--soft); stroke-width: 1; }
.matrix { margin-bottom: 1.5rem; max-height: 80vh; overflow: auto; border-bottom: 1px solid var(--grid); }
.matrix table { width: auto; min-width: min(100%, 40rem); border-collapse: separate; border-spacing: 0; }
.matrix th, .matrix td { padding: .25rem .5rem; }
.matrix th:first-child { position: sticky; left: 0; z-index: 1; background: var(--back); min-width: 16rem; max-width: 30rem; }
.matrix thead th { position: sticky; top: 0; z-index: 1; background: var(--back); vertical-align: bottom; font-size: .8125rem; }
.matrix thead th:first-child { z-index: 2; }
.matrix thead .change, .matrix thead .others { font-size: .8125rem; }
.matrix .s { min-width: 5rem; max-width: 9rem; text-align: center; overflow-wrap: break-word; }
.matrix tr.function th { padding-left: 1.5rem; color: var(--soft); }
.matrix tr.set > * { border-top: 1px solid var(--grid); }
.matrix th, .matrix td { border-bottom: 0; }
.matrix td { text-align: center; vertical-align: middle; }
.matrix td.n { text-align: right; font-weight: 600; }
.matrix td.held, .matrix td.maybe { border: 2px solid var(--back); background-clip: padding-box; border-radius: .375rem; padding: .125rem .375rem; }
.matrix td.held { background-color: var(--held); color: var(--on-held); font-weight: 600; }
.matrix td.uses { color: var(--uses); }
.matrix td.maybe { background-color: var(--maybe); color: var(--on-maybe); font-weight: 600; }
.matrix :focus-visible { outline-offset: -3px; }
.matrix td.held:focus-visible { outline-color: var(--on-held); box-shadow: 0 0 0 3px var(--accent); }
.matrix .others { text-align: left; font-size: .875rem; min-width: 12rem; }
.swatch { display: inline-block; padding: 0 .5rem; margin-right: .25rem; border-radius: .375rem; font-weight: 600; font-variant-numeric: tabular-nums; }
.swatch.held { background: var(--held); color: var(--on-held); } .swatch.maybe { background: var(--maybe); color: var(--on-maybe); } .swatch.uses { padding: 0; color: var(--uses); }
.matrix .change { text-align: left; color: var(--warm); font-size: .875rem; }
.findings { margin: 0; padding: 0; list-style: none; }
.finding { margin-bottom: .75rem; padding: .5rem .75rem .75rem; border-left: .25rem solid var(--soft); background: var(--panel); border-radius: .1875rem; overflow-wrap: anywhere; }
.finding.mandatory { border-left-color: var(--alarm); }
.finding p { margin: 0; } .finding .what { margin: .25rem 0; }
.labels { display: flex; flex-wrap: wrap; gap: 0 .75rem; font-size: .875rem; color: var(--soft); }
.labels b { color: var(--text); } .mandatory .level { color: var(--alarm); font-weight: 600; }
dl { margin: 0; }
.finding dl { display: grid; grid-template-columns: 2.5rem 1fr; font-size: .9375rem; } .finding dd { margin: 0; } .finding dt { color: var(--soft); }
.notes { padding-left: 1.25rem; }
@media (max-width: 60rem) { #filters { grid-template-columns: 1fr 1fr; } #filters .checks, #filters > p { grid-column: 1 / -1; } }
@media (max-width: 40rem) {
  body { padding: .75rem; }
  h1 { font-size: 1.375rem; }
  #tiles { grid-template-columns: 1fr 1fr; gap: .5rem; }
  .tile { padding: .5rem .75rem; } .tile dd { font-size: 1.375rem; }
  #filters { position: static; }
  .matrix th:first-child { min-width: 9rem; max-width: 11rem; }
  .matrix .s { min-width: 4.25rem; }
  .matrix tr.function th { padding-left: 1rem; }
  .stacked thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .stacked tbody tr { display: grid; grid-template-columns: repeat(3, 1fr); padding: .5rem 0; border-bottom: 1px solid var(--grid); }
  .stacked tbody th, .stacked .track { grid-column: 1 / -1; border: 0; }
  .stacked td, .stacked th { padding: .125rem 0; border: 0; }
  .stacked td[data-title]::before { content: attr(data-title) " "; color: var(--soft); font-size: .8125rem; }
  .stacked td.n { text-align: left; padding-left: 0; }
}
@media print {
  body { max-width: none; padding: 0; font-size: 10pt; }
  #filters, .pager button, .skip { display: none; }
  .wide, .matrix { overflow: visible; max-height: none; }
  .matrix thead th { position: static; }
  * { print-color-adjust: exact; }
  .matrix th:first-child { position: static; }
  tr, .finding, .tile { break-inside: avoid; } thead { display: table-header-group; }
}
`;
