/** The style of the page, in light and dark. Lines differ in dashes as well as in colour. */
export const pageStyle = `
:root { color-scheme: light dark; --text: #1c2430; --soft: #4a5568; --back: #ffffff; --panel: #f3f5f8; --grid: #d5dbe3; --before: #a9430b; --today: #0a58b5; --refused: #a50f37; --each: #5b3db8; --free: #4a5568; }
@media (prefers-color-scheme: dark) {
  :root { --text: #e8edf4; --soft: #b3bfce; --back: #12171f; --panel: #1d2530; --grid: #364150; --before: #ff9d5c; --today: #6db3ff; --refused: #ff7d9c; --each: #b9a3ff; --free: #b3bfce; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem; max-width: 76rem; background: var(--back); color: var(--text); font: 1rem/1.5 system-ui, sans-serif; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .5rem; }
form { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: .75rem 1.5rem; padding: 1rem; background: var(--panel); border-radius: .5rem; }
form div { display: grid; grid-template-columns: 1fr auto; align-items: baseline; }
input, select { grid-column: 1 / -1; width: 100%; font: inherit; accent-color: var(--today); }
select { padding: .25rem; color: var(--text); background: var(--back); border: 1px solid var(--soft); border-radius: .25rem; }
:focus-visible { outline: 3px solid var(--today); outline-offset: 2px; }
output { font-variant-numeric: tabular-nums; font-weight: 600; }
#summary { font-size: 1.125rem; font-weight: 600; margin: 1rem 0; }
#results { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(32rem, 100%), 1fr)); gap: 1.5rem; }
figure { margin: 0; }
figcaption, caption { font-weight: 600; text-align: left; padding-bottom: .25rem; }
.legend { display: flex; flex-wrap: wrap; gap: .25rem 1rem; margin: 0; padding: 0; list-style: none; font-size: .875rem; color: var(--soft); }
.key { width: 2rem; height: .5rem; margin-right: .375rem; vertical-align: middle; }
.chart { display: block; width: 100%; height: auto; }
.chart text { fill: var(--soft); font: 13px system-ui, sans-serif; }
path { fill: none; }
.grid, .axis { stroke: var(--grid); }
.before, .today, .refused, .each, .free { stroke-width: 2.5; }
.before { stroke: var(--before); }
.today { stroke: var(--today); stroke-dasharray: 8 3; }
.refused { stroke: var(--refused); stroke-dasharray: 3 3; }
.each { stroke: var(--each); stroke-dasharray: 12 3 2 3; }
.free { stroke: var(--free); stroke-width: 1.5; stroke-dasharray: 2 5; }
.wide { overflow-x: auto; }
.wide:has(#claims) { grid-column: 1 / -1; }
table { width: 100%; border-collapse: collapse; font-size: .9375rem; }
th, td { padding: .3rem .75rem .3rem 0; border-bottom: 1px solid var(--grid); text-align: left; vertical-align: top; font-variant-numeric: tabular-nums; }
tbody th { font-weight: 400; color: var(--soft); }
footer { margin-top: 1.5rem; color: var(--soft); font-size: .875rem; }
`;
