import { css } from "lit";

export const sheetStyle = css`
  :host {
    display: grid;
    gap: 1rem;
    grid-template-columns: minmax(0, 1fr);
  }
  .scroll {
    /* What is hidden from the eye lies inside, and does not widen the page. */
    position: relative;
    overflow-x: auto;
    border: 1px solid var(--line);
    border-radius: var(--radius);
  }
  table {
    border-collapse: collapse;
    width: 100%;
  }
  th,
  td {
    border-bottom: 1px solid var(--line);
    border-right: 1px solid var(--line);
    padding: 0;
    text-align: left;
    vertical-align: middle;
    min-width: 8.5rem;
  }
  tr > :last-child {
    border-right: 0;
  }
  tbody tr:last-child > * {
    border-bottom: 0;
  }
  thead th {
    background: var(--surface-2);
    padding: 0.5rem;
    vertical-align: top;
    font-weight: 550;
  }
  thead th.then {
    background: var(--accent-soft);
  }
  .first-then {
    border-left: 3px solid var(--accent);
  }
  thead th:not(.count) {
    min-width: 11rem;
  }
  thead th.long {
    min-width: 17rem;
  }
  th.count,
  td.tools {
    min-width: 0;
    width: 1%;
    white-space: nowrap;
    padding: 0.25rem 0.6rem;
  }
  th.count {
    text-align: right;
    font-variant-numeric: tabular-nums;
    color: var(--ink-2);
    font-weight: 550;
  }
  tr.bad th.count {
    background: var(--bad-soft);
    color: var(--bad);
  }
  .kind {
    display: block;
    color: var(--ink-2);
    font-size: 0.8rem;
    font-weight: 400;
  }
  .head {
    display: grid;
    gap: 0.3rem;
  }
  .head .row {
    flex-wrap: nowrap;
  }
  td input,
  td select {
    border-color: transparent;
    border-radius: 0;
    font-family: var(--mono);
    font-size: 0.867rem;
    min-height: 2.6rem;
  }
  td input:hover:not(:disabled),
  td select:hover:not(:disabled) {
    border-color: var(--line-2);
  }
  td :focus-visible {
    outline-offset: -2px;
  }
  :disabled {
    opacity: 1;
    color: var(--ink);
  }
  [aria-invalid="true"] {
    background: var(--bad-soft);
    border-color: var(--bad) !important;
  }
  button.small {
    min-height: 2rem;
    padding: 0 0.45rem;
  }
  ul {
    list-style: none;
    margin: 0;
    padding: 0;
    display: grid;
    gap: 0.5rem;
  }
  li {
    border-left: 3px solid var(--bad);
    padding: 0.2rem 0 0.2rem 0.75rem;
    display: grid;
    gap: 0.15rem;
    justify-items: start;
    overflow-wrap: anywhere;
  }
  li.warning {
    border-color: var(--warn);
  }
`;
