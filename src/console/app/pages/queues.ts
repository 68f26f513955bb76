import { css, html } from "lit";
import { customElement, state } from "lit/decorators.js";
import { get } from "../base/api";
import { duration, since } from "../base/format";
import { Page } from "../base/page";
import { base } from "../base/style";
import type { Queue, Worker, Workspace } from "../base/types";
import { workers, workspaces } from "../base/workspaces";
import { type Column, table, tables } from "../parts/table";

const TOGETHER_MILLIS = 300;
const LONG_WAIT_SECONDS = 60;

/** How full the queues are, and for how long the first in each waits. */
@customElement("jf-queues")
export class Queues extends Page {
  static override styles = [
    base,
    tables,
    css`
      .long {
        color: var(--bad);
        font-weight: 600;
      }
    `,
  ];

  @state() private queues: Queue[] = [];
  @state() private workspaces: Workspace[] = [];
  @state() private workers: Worker[] = [];

  protected override started(): void {
    const states = ["created", "reserved", "assigned", "wrapping", "completed", "canceled"];
    this.follow({
      types: ["worker.activity-changed", ...states.map((state) => `work-item.${state}`)],
      onEvent: () => this.reloadWithin(TOGETHER_MILLIS),
    });
    this.every(1_000, () => this.requestUpdate());
  }

  protected override async load(): Promise<void> {
    this.queues = (await get<{ queues: Queue[] }>("/jackfield/v1/queues")).queues;
    this.workspaces = await workspaces();
    this.workers = (await Promise.all(this.workspaces.map(({ sid }) => workers(sid)))).flat();
  }

  override render() {
    return html`<div class="stack">
      <div class="row spread">
        <h1>Queues</h1>
        <jf-live .state=${this.feed}></jf-live>
      </div>
      ${this.body(() => this.list())}
    </div>`;
  }

  private list() {
    if (this.queues.length === 0) {
      return html`<section class="card">
        <jf-empty heading="No queue yet">
          A flow's element “enqueue” puts callers into a queue. An integrator adds queues through the API.
        </jf-empty>
      </section>`;
    }
    return html`<section class="card flush">
      ${table({ label: "Queues", rows: this.queues, columns: this.columns(), id: (queue) => queue.sid })}
    </section>`;
  }

  private columns(): Column<Queue>[] {
    return [
      { name: "Queue", cell: (queue) => html`<strong>${queue.name}</strong>` },
      { name: "Workspace", cell: (queue) => this.nameOf(queue.workspace) },
      { name: "Waiting", figure: true, cell: (queue) => queue.waiting },
      { name: "Longest wait", figure: true, cell: (queue) => wait(queue) },
      { name: "With an agent", figure: true, cell: (queue) => queue.assigned },
      { name: "Workers available", figure: true, cell: (queue) => this.available(queue.workspace) },
    ];
  }

  private nameOf(workspace: string): string {
    return this.workspaces.find(({ sid }) => sid === workspace)?.friendly_name ?? "";
  }

  private available(workspace: string): number {
    return this.workers.filter((worker) => worker.workspace_sid === workspace && worker.available).length;
  }
}

function wait(queue: Queue) {
  if (!queue.oldest) return html`<span class="muted">–</span>`;
  const seconds = since(queue.oldest);
  return html`<span class=${seconds > LONG_WAIT_SECONDS ? "long" : ""}>${duration(seconds)}</span>`;
}
