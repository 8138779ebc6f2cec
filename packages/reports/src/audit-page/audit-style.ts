import { reportStyle } from "../report-page/report-style";

/** What the page of an audit has in addition to the style of a report. States differ in their words as well as in colour. */
export const auditStyle = `${reportStyle}
.gap { padding: .5rem .75rem; border-left: .25rem solid var(--alarm); background: var(--panel); }
.state.orphan, .state.unexplained { color: var(--alarm); font-weight: 600; }
.state.undecided { color: var(--warm); font-weight: 600; }
#interfaces td { overflow-wrap: anywhere; }
#interfaces tbody th { white-space: nowrap; }
@media (max-width: 40rem) { #interfaces .stacked tbody tr { grid-template-columns: 1fr; } }
`;
