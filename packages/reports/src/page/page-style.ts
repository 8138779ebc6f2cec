/** What every page looks like, in light and dark: texts, panels, tables and focus. */
export const pageStyle = `
:root { color-scheme: light dark; --text: #1c2430; --soft: #4a5568; --back: #ffffff; --panel: #f3f5f8; --grid: #d5dbe3; --accent: #0a58b5; --alarm: #a50f37; --warm: #a9430b; }
@media (prefers-color-scheme: dark) {
  :root { --text: #e8edf4; --soft: #b3bfce; --back: #12171f; --panel: #1d2530; --grid: #364150; --accent: #6db3ff; --alarm: #ff7d9c; --warm: #ff9d5c; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem; max-width: 76rem; background: var(--back); color: var(--text); font: 1rem/1.5 system-ui, sans-serif; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .5rem; }
input, select, button { font: inherit; accent-color: var(--accent); }
select { padding: .25rem; color: var(--text); background: var(--back); border: 1px solid var(--soft); border-radius: .25rem; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
caption { font-weight: 600; text-align: left; padding-bottom: .25rem; }
.wide { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: .9375rem; }
th, td { padding: .3rem .75rem .3rem 0; border-bottom: 1px solid var(--grid); text-align: left; vertical-align: top; font-variant-numeric: tabular-nums; }
tbody th { font-weight: 400; color: var(--soft); }
footer { margin-top: 1.5rem; color: var(--soft); font-size: .875rem; }
`;
