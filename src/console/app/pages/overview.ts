import { css, html } from "lit";
import { customElement, state } from "lit/decorators.js";
import { get } from "../base/api";
import { duration, since } from "../base/format";
import { Page } from "../base/page";
import { link } from "../base/router";
import { account } from "../base/session";
import { base, controls } from "../base/style";
import type { CallPage, Queue, Slot, Worker } from "../base/types";
import { workers, workspaces } from "../base/workspaces";
import "../parts/chart";

const TOGETHER_MILLIS = 800;
const MINUTE = 60_000;
const CLOCK = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" });
const SPANS: [number, number, string][] = [
  [60, 5, "The last hour"],
  [240, 5, "The last 4 hours"],
  [1440, 30, "The last day"],
];

/** What is going on, in a few figures and two charts. */
@customElement("jf-overview")
export class Overview extends Page {
  static override styles = [
    base,
    controls,
    css`
      .figures {
        display: grid;
        gap: 1rem;
        grid-template-columns: repeat(auto-fit, minmax(10.5rem, 1fr));
      }
      .figures a {
        color: inherit;
        text-decoration: none;
        display: grid;
      }
      .figures a:hover {
        border-color: var(--accent);
      }
      .figures strong {
        font-size: 2rem;
        line-height: 1.25;
        font-weight: 600;
        font-variant-numeric: tabular-nums;
      }
      .charts {
        display: grid;
        gap: 1.25rem;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr));
      }
    `,
  ];

  @state() private live = 0;
  @state() private queues: Queue[] = [];
  @state() private workers: Worker[] = [];
  @state() private slots: Slot[] = [];
  @state() private span = 0;

  protected override started(): void {
    this.follow({
      types: [
        "call.received",
        "call.started",
        "call.answered",
        "call.completed",
        "call.failed",
        "work-item.created",
        "work-item.assigned",
        "work-item.completed",
        "work-item.canceled",
        "worker.activity-changed",
      ],
      onEvent: () => this.reloadWithin(TOGETHER_MILLIS),
    });
    this.every(1_000, () => this.requestUpdate());
    // Time goes on without any event: the charts move with it.
    this.every(MINUTE, () => void this.reload());
  }

  protected override async load(): Promise<void> {
    const [minutes, step] = SPANS[this.span] ?? [60, 5];
    const [up, ringing, queues, counted, places] = await Promise.all([
      get<CallPage>(account("/Calls.json?Status=in-progress&PageSize=1000")),
      get<CallPage>(account("/Calls.json?Status=ringing&PageSize=1000")),
      get<{ queues: Queue[] }>("/jackfield/v1/queues"),
      get<{ steps: Slot[] }>(`/jackfield/v1/statistics/calls?minutes=${minutes}&step=${step}`),
      workspaces(),
    ]);
    this.workers = (await Promise.all(places.map(({ sid }) => workers(sid)))).flat();
    this.live = [...up.calls, ...ringing.calls].filter((call) => !call.parent_call_sid).length;
    this.queues = queues.queues;
    this.slots = counted.steps;
  }

  override render() {
    return html`<div class="stack">
      <div class="row spread">
        <h1>Overview</h1>
        <jf-live .state=${this.feed}></jf-live>
      </div>
      ${this.body(() => html`${this.figures()} ${this.charts()}`)}
    </div>`;
  }

  private figures() {
    const waiting = this.queues.reduce((sum, queue) => sum + queue.waiting, 0);
    const oldest = this.queues
      .map((queue) => queue.oldest ?? "")
      .filter(Boolean)
      .sort()[0];
    const available = this.workers.filter((worker) => worker.available).length;
    return html`<div class="figures">
      ${figure("Live calls", this.live, "calls")} ${figure("Waiting", waiting, "queues")}
      ${figure("Longest wait", oldest ? duration(since(oldest)) : "–", "queues")}
      ${figure("Workers available", `${available} of ${this.workers.length}`, "workers")}
    </div>`;
  }

  private charts() {
    const times = this.slots.map((slot) => CLOCK.format(new Date(slot.start)));
    const calls = this.slots.reduce((sum, slot) => sum + slot.calls, 0);
    const queued = this.slots.reduce((sum, slot) => sum + slot.queued, 0);
    return html`<label class="row">
        Shown
        <select class="inline" @change=${this.choose}>
          ${SPANS.map(([, , name], i) => html`<option value=${i} ?selected=${i === this.span}>${name}</option>`)}
        </select>
      </label>
      <div class="charts">
        <section class="card" aria-labelledby="calls">
          <header>
            <h2 id="calls">Calls</h2>
            <span class="muted small number">${calls} since ${times[0] ?? ""}</span>
          </header>
          ${
            calls === 0
              ? html`<jf-empty heading="No call in this time">Calls are counted by when they began.</jf-empty>`
              : html`<jf-chart
                  label="Calls by when they began"
                  .times=${times}
                  .series=${[
                    { name: "Answered", colour: "accent", values: this.slots.map((s) => s.calls - s.not_answered) },
                    { name: "Not answered", colour: "bad", values: this.slots.map((s) => s.not_answered) },
                  ]}
                ></jf-chart>`
          }
        </section>
        <section class="card" aria-labelledby="queued">
          <header>
            <h2 id="queued">Callers in queues</h2>
            <span class="muted small number">${queued} since ${times[0] ?? ""}</span>
          </header>
          ${
            queued === 0
              ? html`<jf-empty heading="Nobody was put into a queue">
                  Flows do that with the element “enqueue”.
                </jf-empty>`
              : html`<jf-chart
                  label="Callers by when they were put into a queue"
                  .times=${times}
                  .series=${[
                    { name: "With an agent", colour: "accent", values: this.slots.map((s) => s.connected) },
                    {
                      name: "Waiting",
                      colour: "line-2",
                      values: this.slots.map((s) => s.queued - s.connected - s.abandoned),
                    },
                    { name: "Left before", colour: "bad", values: this.slots.map((s) => s.abandoned) },
                  ]}
                ></jf-chart>`
          }
        </section>
      </div>`;
  }

  private choose(event: Event): void {
    this.span = Number((event.target as HTMLSelectElement).value);
    void this.reload();
  }
}

function figure(name: string, value: unknown, page: string) {
  return html`<a class="card" href=${link(page)}><span class="muted">${name}</span><strong>${value}</strong></a>`;
}
