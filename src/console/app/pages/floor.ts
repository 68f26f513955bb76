import { css, html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { type ApiError, get, post } from "../base/api";
import { duration, since, words } from "../base/format";
import { Page, asProblem } from "../base/page";
import { link } from "../base/router";
import { may } from "../base/session";
import { base, controls } from "../base/style";
import type { Explanation, Queue, WorkItem, Worker } from "../base/types";
import { taskPath, workers, workspaces } from "../base/workspaces";
import { type Column, table, tables } from "../parts/table";

const TOGETHER_MILLIS = 250;
const LONG_WAIT_SECONDS = 60;
const ITEM_EVENTS = ["created", "rerouted", "reserved", "assigned", "wrapping", "completed", "canceled", "updated"];
const OFFER_EVENTS = ["rejected", "timed-out", "rescinded"];
const DOING: Record<string, string> = { reserved: "Rings", assigned: "Works", wrapping: "Wraps up" };

/** What a supervisor watches: the queues, the agents, and each item with the reason why it waits. */
@customElement("jf-floor")
export class Floor extends Page {
  static override styles = [
    base,
    controls,
    tables,
    css`
      .long {
        color: var(--bad);
        font-weight: 600;
      }
      .why {
        padding: 0.75rem 1.125rem 1rem;
        border-top: 1px solid var(--line);
        display: grid;
        gap: 0.5rem;
      }
      .why ul {
        margin: 0;
        padding-left: 1.2rem;
        display: grid;
        gap: 0.25rem;
      }
    `,
  ];

  @state() private queues: Queue[] = [];
  @state() private workers: Worker[] = [];
  @state() private items: WorkItem[] = [];
  @state() private explanation: Explanation | null = null;
  @state() private refusal: ApiError | null = null;

  protected override started(): void {
    this.follow({
      types: [
        "worker.activity-changed",
        ...ITEM_EVENTS.map((type) => `work-item.${type}`),
        ...OFFER_EVENTS.map((type) => `reservation.${type}`),
      ],
      onEvent: () => this.reloadWithin(TOGETHER_MILLIS),
    });
    this.every(1_000, () => this.requestUpdate());
  }

  protected override async load(): Promise<void> {
    const [queues, items, places] = await Promise.all([
      get<{ queues: Queue[] }>("/jackfield/v1/queues"),
      get<{ work_items: WorkItem[] }>("/jackfield/v1/work-items"),
      workspaces(),
    ]);
    this.workers = (await Promise.all(places.map(({ sid }) => workers(sid)))).flat();
    this.queues = queues.queues;
    this.items = items.work_items;
    const shown = this.explanation?.work_item;
    if (shown) this.explanation = this.items.some(({ sid }) => sid === shown) ? await explain(shown) : null;
  }

  override render() {
    return html`<div class="stack">
      <div class="row spread">
        <h1>Floor</h1>
        <jf-live .state=${this.feed}></jf-live>
      </div>
      ${this.refusal ? html`<jf-problem final .problem=${this.refusal}></jf-problem>` : nothing}
      ${this.body(() => html`${this.queueList()} ${this.itemList()} ${this.agentList()}`)}
    </div>`;
  }

  private queueList() {
    return section(
      "Queues",
      "queues",
      this.queues.length
        ? table({ label: "Queues", rows: this.queues, columns: queueColumns, id: (queue) => queue.sid })
        : html`<jf-empty heading="No queue yet">An integrator adds queues through the API.</jf-empty>`,
    );
  }

  private itemList() {
    return section(
      "Work items",
      "items",
      html`${
        this.items.length
          ? table({ label: "Work items", rows: this.items, columns: this.itemColumns(), id: (item) => item.sid })
          : html`<jf-empty heading="Nothing to do">Callers in queues and other work that waits show here.</jf-empty>`
      }
      ${this.explanation ? this.why(this.explanation) : nothing}`,
    );
  }

  private agentList() {
    return section(
      "Agents",
      "agents",
      this.workers.length
        ? table({ label: "Agents", rows: this.workers, columns: this.agentColumns(), id: (worker) => worker.sid })
        : html`<jf-empty heading="No workers yet">An integrator adds workers through the API.</jf-empty>`,
    );
  }

  private itemColumns(): Column<WorkItem>[] {
    return [
      { name: "Queue", cell: (item) => html`<strong>${item.queue_name}</strong>` },
      { name: "What", cell: what },
      { name: "State", cell: (item) => html`<jf-badge .label=${words(item.state)} tone=${tone(item)}></jf-badge>` },
      { name: "With", cell: (item) => item.worker_name ?? html`<span class="muted">–</span>` },
      { name: "Priority", figure: true, cell: (item) => item.priority },
      { name: "Age", figure: true, cell: (item) => waited(item.created, item.worker === null) },
      { name: "Actions", bare: true, cell: (item) => this.actions(item) },
    ];
  }

  private actions(item: WorkItem) {
    const shown = this.explanation?.work_item === item.sid;
    const mayChange = may("supervisor", "manager");
    const mayCancel = item.call === null && mayChange;
    return html`<div class="row">
      <button class="quiet" aria-expanded=${shown} @click=${() => void this.toggle(item)}>Why</button>
      ${
        mayChange && item.state === "pending"
          ? html`<button class="quiet" @click=${() => void this.change(item, { Priority: this.aheadOf(item) })}>
              Serve next
            </button>`
          : nothing
      }
      ${
        mayCancel && DOING[item.state] !== "Works"
          ? html`<button class="quiet" @click=${() => void this.change(item, { AssignmentStatus: "canceled" })}>
              Cancel
            </button>`
          : nothing
      }
    </div>`;
  }

  /** The priority that puts it before whatever waits in its queue. */
  private aheadOf(item: WorkItem): string {
    return String(1 + Math.max(...this.items.filter(({ queue }) => queue === item.queue).map((one) => one.priority)));
  }

  private agentColumns(): Column<Worker>[] {
    return [
      { name: "Agent", cell: (worker) => html`<strong>${worker.friendly_name}</strong>` },
      {
        name: "Activity",
        cell: (worker) =>
          html`<jf-badge .label=${worker.activity_name} tone=${worker.available ? "good" : "quiet"}></jf-badge>`,
      },
      { name: "Now", cell: (worker) => this.doing(worker) },
      { name: "Since", figure: true, cell: (worker) => duration(since(this.sinceOf(worker))) },
    ];
  }

  private itemsOf(worker: Worker): WorkItem[] {
    return this.items.filter((item) => item.worker === worker.sid);
  }

  private doing(worker: Worker) {
    const states = this.itemsOf(worker).map((item) => DOING[item.state] ?? words(item.state));
    return states.length ? states.join(", ") : html`<span class="muted">–</span>`;
  }

  /** When his newest work came to its state; without work, when he came to his activity. */
  private sinceOf(worker: Worker): string {
    return (
      this.itemsOf(worker).reduce((last, item) => (item.since > last ? item.since : last), "") ||
      worker.date_status_changed
    );
  }

  private why(explanation: Explanation) {
    return html`<div class="why" role="region" aria-label="Why it waits">
      <strong>${explanation.state === "pending" ? "Why nobody is asked" : "Who else could be asked"}</strong>
      <ul>
        ${explanation.workers.map(
          (worker) =>
            html`<li>
              <strong>${worker.name}</strong>:
              ${worker.may_be_asked ? "may be asked" : worker.reasons.map(({ detail }) => detail).join("; ")}
            </li>`,
        )}
      </ul>
      ${explanation.workers.length ? nothing : html`<span class="muted">The workspace has no workers.</span>`}
    </div>`;
  }

  private async toggle(item: WorkItem): Promise<void> {
    await this.trying(async () => {
      this.explanation = this.explanation?.work_item === item.sid ? null : await explain(item.sid);
    });
  }

  private async change(item: WorkItem, fields: Record<string, string>): Promise<void> {
    await this.trying(async () => {
      await post<unknown>(taskPath(item), fields);
      await this.reload();
    });
  }

  private async trying(action: () => Promise<void>): Promise<void> {
    try {
      await action();
      this.refusal = null;
    } catch (failure) {
      this.refusal = asProblem(failure);
    }
  }
}

const queueColumns: Column<Queue>[] = [
  { name: "Queue", cell: (queue) => html`<strong>${queue.name}</strong>` },
  { name: "Waiting", figure: true, cell: (queue) => queue.waiting },
  { name: "Longest wait", figure: true, cell: (queue) => (queue.oldest ? waited(queue.oldest, true) : dash()) },
  { name: "With an agent", figure: true, cell: (queue) => queue.assigned },
  { name: "Available", figure: true, cell: (queue) => `${queue.available} of ${queue.eligible}` },
  { name: "Answered", figure: true, cell: (queue) => queue.answered },
  { name: "Abandoned", figure: true, cell: (queue) => queue.abandoned },
  { name: "Service level", figure: true, cell: (queue) => level(queue) },
];

function section(name: string, id: string, content: unknown) {
  return html`<section class="card flush" aria-labelledby=${id}>
    <header><h2 id=${id}>${name}</h2></header>
    ${content}
  </section>`;
}

function level(queue: Queue) {
  return queue.service_level === null ? dash() : `${Math.round(queue.service_level * 100)} %`;
}

function dash() {
  return html`<span class="muted">–</span>`;
}

function waited(start: string, counts: boolean) {
  const seconds = since(start);
  return html`<span class=${counts && seconds > LONG_WAIT_SECONDS ? "long" : ""}>${duration(seconds)}</span>`;
}

function what(item: WorkItem) {
  return item.call ? html`<a href=${link("call", item.call)}>Call</a>` : words(item.medium);
}

function tone(item: WorkItem): string {
  return item.worker === null ? "warn" : "good";
}

function explain(sid: string): Promise<Explanation> {
  return get<Explanation>(`/jackfield/v1/work-items/${sid}/explanation`);
}
