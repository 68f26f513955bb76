import { LitElement, css, html, nothing, svg } from "lit";
import { customElement, property } from "lit/decorators.js";
import { time } from "../base/format";
import type { Difference, Preview, Spot } from "../base/policies";
import { base } from "../base/style";
import { type Column, table, tables } from "./table";
import "./states";

const FATES: [keyof Preview["fates"], string, string][] = [
  ["unchanged", "as it was", "good"],
  ["other_queue", "to another queue", "warn"],
  ["other_priority", "with another priority", "warn"],
  ["nowhere", "cancelled: no row takes them", "bad"],
];

type QueueCount = Preview["queues"][number];

/** Where items of the last days would have gone: in figures, as bars, and the first that would have gone elsewhere. */
@customElement("jf-foresight")
export class Foresight extends LitElement {
  static override styles = [
    base,
    tables,
    css`
      :host {
        display: grid;
        gap: 1rem;
        grid-template-columns: minmax(0, 1fr);
      }
      svg {
        display: block;
        width: 100%;
        min-width: 7rem;
        max-width: 22rem;
        height: 1.6rem;
      }
      .were {
        fill: var(--line-2);
      }
      .would-be {
        fill: var(--accent);
      }
    `,
  ];

  @property({ attribute: false }) preview: Preview | null = null;

  override render() {
    const found = this.preview;
    if (!found) return nothing;
    if (found.looked_at === 0) {
      return html`<jf-empty heading="No items to look at">
        Nothing came in since ${time(found.since)}, so nothing can be compared. Choose more days.
      </jf-empty>`;
    }
    return html`<p>
        Looked at <strong class="number">${found.looked_at}</strong>
        ${found.complete ? html`items, all since ${time(found.since)}.` : html`of the newest items; there are more.`}
      </p>
      <p class="row">
        ${FATES.filter(([fate]) => found.fates[fate] > 0).map(
          ([fate, words, tone]) =>
            html`<jf-badge data-fate=${fate} .label="${found.fates[fate]} ${words}" .tone=${tone}></jf-badge>`,
        )}
      </p>
      ${table({ label: "Items by queue", rows: found.queues, columns: this.queues(found), id: (row) => row.queue })}
      <p class="small muted">Upper bar: as it was. Lower bar: by this table.</p>
      ${table({
        label: "Items by row",
        rows: found.rows,
        columns: [
          { name: "Row", cell: ({ row }) => html`Row ${row}` },
          { name: "Items", figure: true, cell: ({ items }) => items },
        ],
        id: ({ row }) => `${row}`,
        mark: ({ items }) => (items === 0 ? "gone" : ""),
      })}
      ${found.differences.length === 0 ? nothing : this.differences(found.differences)}`;
  }

  private queues(found: Preview): Column<QueueCount>[] {
    const most = Math.max(1, ...found.queues.flatMap((queue) => [queue.were, queue.would_be]));
    return [
      { name: "Queue", cell: (queue) => queue.name || queue.queue },
      { name: "Were", figure: true, cell: (queue) => queue.were },
      { name: "Would be", figure: true, cell: (queue) => queue.would_be },
      { name: "Share", bare: true, cell: (queue) => bars(queue, most) },
    ];
  }

  private differences(differences: Difference[]) {
    const columns: Column<Difference>[] = [
      { name: "Came in", cell: (each) => time(each.created) },
      { name: "Was", cell: (each) => spot(each.was) },
      { name: "Would be", cell: (each) => spot(each.would_be) },
      { name: "Row", figure: true, cell: (each) => each.row ?? "–" },
      { name: "Work item", cell: (each) => html`<span class="mono">${each.work_item}</span>` },
    ];
    return html`<h3>The newest that would have gone elsewhere</h3>
      ${table({ label: "Differences", rows: differences, columns, id: (each) => each.work_item })}`;
  }
}

function spot(at: Spot | null): string {
  return at ? `${at.name || at.queue}, priority ${at.priority}` : "nowhere";
}

/** Widths are attributes: styles in markup are refused by our policy. */
function bars(queue: QueueCount, most: number) {
  const width = (count: number) => (100 * count) / most;
  return html`<svg viewBox="0 0 100 16" preserveAspectRatio="none" aria-hidden="true">
    ${svg`<rect class="were" y="1" height="6" width=${width(queue.were)} rx="1" />
      <rect class="would-be" y="9" height="6" width=${width(queue.would_be)} rx="1" />`}
  </svg>`;
}
