import { css, html, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";

export interface Column<T> {
  name: string;
  cell: (row: T) => unknown;
  /** Figures stand at the right, so that their digits line up. */
  figure?: boolean;
  /** Buttons need no heading that is seen. */
  bare?: boolean;
}

export interface TableSpec<T> {
  label: string;
  columns: Column<T>[];
  rows: T[];
  id: (row: T) => string;
  mark?: (row: T) => string;
}

/** A table; where the window is narrow each row becomes a small card, its cells named by their columns. */
export function table<T>(spec: TableSpec<T>): TemplateResult {
  const { columns, rows } = spec;
  return html`<table role="table" aria-label=${spec.label}>
    <thead role="rowgroup">
      <tr role="row">
        ${columns.map(
          (column) =>
            html`<th role="columnheader" scope="col" class=${column.figure ? "figure" : ""}>
              <span class=${column.bare ? "visually-hidden" : ""}>${column.name}</span>
            </th>`,
        )}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${repeat(
        rows,
        (row) => spec.id(row),
        (row) =>
          html`<tr role="row" class=${spec.mark?.(row) ?? ""} data-id=${spec.id(row)}>
            ${columns.map(
              (column) =>
                html`<td role="cell" class=${column.figure ? "figure" : ""} data-name=${column.bare ? "" : column.name}>
                  ${column.cell(row)}
                </td>`,
            )}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

export const tables = css`
  table {
    width: 100%;
    border-collapse: collapse;
  }
  th,
  td {
    text-align: left;
    padding: 0.6rem 1.125rem;
    vertical-align: middle;
  }
  th {
    font-size: 0.82rem;
    font-weight: 550;
    color: var(--ink-2);
    border-bottom: 1px solid var(--line);
    white-space: nowrap;
  }
  td {
    border-top: 1px solid var(--line);
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
  }
  tbody tr:first-child td {
    border-top: 0;
  }
  tbody tr:hover {
    background: color-mix(in srgb, var(--surface-2) 45%, transparent);
  }
  .figure {
    text-align: right;
  }
  tr.gone td {
    color: var(--ink-2);
  }
  tr.fresh {
    animation: arrive 1.2s ease-out;
  }
  @keyframes arrive {
    from {
      background: var(--accent-soft);
    }
  }
  @media (max-width: 640px) {
    table,
    tbody,
    tr,
    td {
      display: block;
    }
    thead {
      position: absolute;
      clip-path: inset(50%);
      width: 1px;
      height: 1px;
      overflow: hidden;
    }
    tr {
      padding: 0.7rem 1.125rem;
      border-top: 1px solid var(--line);
    }
    tbody tr:first-child {
      border-top: 0;
    }
    td {
      border: 0;
      padding: 0.18rem 0;
      display: grid;
      grid-template-columns: 7.5rem minmax(0, 1fr);
      gap: 0.75rem;
      justify-items: start;
      align-items: center;
      text-align: left;
    }
    td.figure {
      text-align: left;
    }
    td[data-name=""] {
      display: flex;
      flex-wrap: wrap;
      gap: 0.25rem;
    }
    td[data-name=""] > .quiet:first-child {
      margin-left: -0.8rem;
    }
    td:not([data-name=""])::before {
      content: attr(data-name);
      color: var(--ink-2);
      font-size: 0.867rem;
    }
  }
`;
