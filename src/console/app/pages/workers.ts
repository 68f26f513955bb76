import { css, html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { type ApiError, post } from "../base/api";
import type { Happening } from "../base/events";
import { duration, party, since, words } from "../base/format";
import { Page, asProblem } from "../base/page";
import { may, session } from "../base/session";
import { base, controls } from "../base/style";
import type { Activity, Worker, Workspace } from "../base/types";
import { activities, workerPath, workers, workspaces } from "../base/workspaces";
import { type Column, table, tables } from "../parts/table";

const DOING: Record<string, string> = {
  "reservation.created": "Rings",
  "reservation.accepted": "Talks",
  "work-item.wrapping": "Wraps up",
};

/** The workers, their activity and what they are doing; one's own activity for an agent. */
@customElement("jf-workers")
export class Workers extends Page {
  static override styles = [
    base,
    controls,
    tables,
    css`
      .own {
        border-color: var(--accent);
      }
    `,
  ];

  @state() private workspaces: Workspace[] = [];
  @state() private activities = new Map<string, Activity[]>();
  @state() private workers: Worker[] = [];
  @state() private doing = new Map<string, string>();
  @state() private refusal: ApiError | null = null;
  private readonly byReservation = new Map<string, string>();

  protected override started(): void {
    const types = ["created", "accepted", "rejected", "timed-out", "rescinded", "canceled", "completed"];
    this.follow({
      types: ["worker.activity-changed", "work-item.wrapping", ...types.map((type) => `reservation.${type}`)],
      onEvent: (event) => this.happened(event),
    });
    this.every(1_000, () => this.requestUpdate());
  }

  protected override async load(): Promise<void> {
    this.workspaces = await workspaces();
    const each = await Promise.all(
      this.workspaces.map(async ({ sid }) => ({ sid, activities: await activities(sid), workers: await workers(sid) })),
    );
    this.activities = new Map(each.map((one) => [one.sid, one.activities]));
    this.workers = each.flatMap((one) => one.workers);
  }

  private happened(event: Happening): void {
    const data = event.data as Record<string, string>;
    if (event.type === "worker.activity-changed") {
      this.moved(data["worker"] ?? "", data["activity"] ?? "", event.time);
      return;
    }
    const reservation = data["reservation"] ?? "";
    const worker = data["worker"] ?? this.byReservation.get(reservation) ?? "";
    if (data["worker"]) this.byReservation.set(reservation, worker);
    const doing = new Map(this.doing);
    const what = DOING[event.type];
    if (what) doing.set(worker, what);
    else doing.delete(worker);
    this.doing = doing;
  }

  private moved(sid: string, activitySid: string, time: string): void {
    const known = this.workers.find((worker) => worker.sid === sid);
    const activity = this.activities.get(known?.workspace_sid ?? "")?.find((each) => each.sid === activitySid);
    if (!known || !activity) {
      void this.reload();
      return;
    }
    const after: Worker = {
      ...known,
      activity_sid: activity.sid,
      activity_name: activity.friendly_name,
      available: activity.available,
      date_status_changed: time,
    };
    this.workers = this.workers.map((worker) => (worker.sid === sid ? after : worker));
  }

  override render() {
    return html`<div class="stack">
      <div class="row spread">
        <h1>Workers</h1>
        <jf-live .state=${this.feed}></jf-live>
      </div>
      ${this.refusal ? html`<jf-problem final .problem=${this.refusal}></jf-problem>` : nothing}
      ${this.body(() => html`${this.own()} ${this.lists()}`)}
    </div>`;
  }

  private own() {
    const me = this.workers.find((worker) => worker.sid === session().worker);
    if (!me) return nothing;
    return html`<section class="card own" aria-labelledby="own">
      <header>
        <h2 id="own">You, ${me.friendly_name}</h2>
        <jf-badge .label=${me.activity_name} tone=${me.available ? "good" : "quiet"}></jf-badge>
      </header>
      <div class="row" role="group" aria-label="Your activity">
        ${(this.activities.get(me.workspace_sid) ?? []).map(
          (activity) =>
            html`<button
              class=${activity.sid === me.activity_sid ? "primary" : ""}
              aria-pressed=${activity.sid === me.activity_sid}
              @click=${() => void this.set(me, activity.sid)}
            >
              ${activity.friendly_name}
            </button>`,
        )}
      </div>
    </section>`;
  }

  private lists() {
    if (this.workers.length === 0) {
      return html`<section class="card">
        <jf-empty heading="No workers yet">
          A worker is who takes calls from queues. An integrator adds them through the API, with the address of their
          phone.
        </jf-empty>
      </section>`;
    }
    return this.workspaces.map((workspace) => {
      const rows = this.workers.filter((worker) => worker.workspace_sid === workspace.sid);
      const ready = rows.filter((worker) => worker.available).length;
      return rows.length === 0
        ? nothing
        : html`<section class="card flush" aria-labelledby=${workspace.sid}>
            <header>
              <h2 id=${workspace.sid}>${workspace.friendly_name}</h2>
              <span class="muted number">${ready} of ${rows.length} available</span>
            </header>
            ${table({
              label: `Workers of ${workspace.friendly_name}`,
              rows,
              columns: this.columns(),
              id: (row) => row.sid,
            })}
          </section>`;
    });
  }

  private columns(): Column<Worker>[] {
    const columns: Column<Worker>[] = [
      { name: "Worker", cell: (worker) => html`<strong>${worker.friendly_name}</strong>` },
      {
        name: "Activity",
        cell: (worker) =>
          html`<jf-badge .label=${worker.activity_name} tone=${worker.available ? "good" : "quiet"}></jf-badge>`,
      },
      { name: "Now", cell: (worker) => this.doing.get(worker.sid) ?? html`<span class="muted">–</span>` },
      { name: "Phone", cell: (worker) => html`<span class="mono">${phone(worker)}</span>` },
      { name: "Since", figure: true, cell: (worker) => duration(since(worker.date_status_changed)) },
    ];
    return may("supervisor", "manager")
      ? [...columns, { name: "Change", bare: true, figure: true, cell: (worker) => this.change(worker) }]
      : columns;
  }

  private change(worker: Worker) {
    return html`<select
      class="inline"
      aria-label="Activity of ${worker.friendly_name}"
      .value=${worker.activity_sid}
      @change=${(event: Event) => void this.set(worker, (event.target as HTMLSelectElement).value)}
    >
      ${(this.activities.get(worker.workspace_sid) ?? []).map(
        (activity) =>
          html`<option value=${activity.sid} ?selected=${activity.sid === worker.activity_sid}>
            ${words(activity.friendly_name)}
          </option>`,
      )}
    </select>`;
  }

  private async set(worker: Worker, activity: string): Promise<void> {
    try {
      const after = await post<Worker>(workerPath(worker), { ActivitySid: activity });
      this.workers = this.workers.map((each) => (each.sid === after.sid ? after : each));
      this.refusal = null;
    } catch (failure) {
      this.refusal = asProblem(failure);
    }
  }
}

function phone(worker: Worker): string {
  try {
    const attributes = JSON.parse(worker.attributes) as { contact_uri?: string };
    return attributes.contact_uri ? party(attributes.contact_uri) : "–";
  } catch {
    return "–";
  }
}
