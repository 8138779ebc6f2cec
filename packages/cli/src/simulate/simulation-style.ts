/** What the page of the simulation has in addition to the style of every page. Lines differ in dashes as well as in colour. */
export const simulationStyle = `
:root { --before: var(--warm); --today: var(--accent); --refused: var(--alarm); --each: #5b3db8; --free: var(--soft); }
@media (prefers-color-scheme: dark) { :root { --each: #b9a3ff; } }
form { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: .75rem 1.5rem; padding: 1rem; background: var(--panel); border-radius: .5rem; }
form div { display: grid; grid-template-columns: 1fr auto; align-items: baseline; }
input, select { grid-column: 1 / -1; width: 100%; }
output { font-variant-numeric: tabular-nums; font-weight: 600; }
#summary { font-size: 1.125rem; font-weight: 600; margin: 1rem 0; }
#results { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(32rem, 100%), 1fr)); gap: 1.5rem; }
figure { margin: 0; }
figcaption { font-weight: 600; text-align: left; padding-bottom: .25rem; }
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
.wide:has(#claims) { grid-column: 1 / -1; }
`;
