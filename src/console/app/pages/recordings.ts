import { css, html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { get } from "../base/api";
import { duration, party, time } from "../base/format";
import { Page } from "../base/page";
import { link } from "../base/router";
import { account } from "../base/session";
import { base, controls } from "../base/style";
import type { Call, Recording, RecordingPage } from "../base/types";
import { type Column, table, tables } from "../parts/table";
import "../parts/player";

/** What was said: the recordings, newest first, and the one that is listened to. */
@customElement("jf-recordings")
export class Recordings extends Page {
  static override styles = [
    base,
    controls,
    tables,
    css`
      .more {
        padding: 0.75rem 1.125rem;
      }
      .listening {
        position: sticky;
        top: 3.75rem;
        z-index: 5;
      }
    `,
  ];

  @state() private recordings: Recording[] = [];
  @state() private calls = new Map<string, Call>();
  @state() private next: string | null = null;
  @state() private chosen: Recording | null = null;

  protected override started(): void {
    this.follow({ types: ["recording.completed"], onEvent: () => void this.reload() });
  }

  protected override async load(): Promise<void> {
    await this.read(account("/Recordings.json?PageSize=20"), true);
  }

  private async read(uri: string, isFirst: boolean): Promise<void> {
    const page = await get<RecordingPage>(uri);
    this.recordings = isFirst ? page.recordings : [...this.recordings, ...page.recordings];
    this.next = page.next_page_uri;
    const missing = new Set(page.recordings.map((each) => each.call_sid).filter((sid) => !this.calls.has(sid)));
    const calls = await Promise.allSettled([...missing].map((sid) => get<Call>(account(`/Calls/${sid}.json`))));
    const known = new Map(this.calls);
    for (const call of calls) if (call.status === "fulfilled") known.set(call.value.sid, call.value);
    this.calls = known;
  }

  override render() {
    return html`<div class="stack">
      <div class="row spread">
        <h1>Recordings</h1>
        <jf-live .state=${this.feed}></jf-live>
      </div>
      ${this.chosen ? this.listening(this.chosen) : nothing} ${this.body(() => this.list())}
    </div>`;
  }

  private listening(recording: Recording) {
    return html`<section class="card listening" aria-label="Listening">
      <header>
        <h2>${this.parties(recording)}</h2>
        <span class="row">
          <a href=${link("call", recording.call_sid)}>Show the call</a>
          <button class="quiet" @click=${() => (this.chosen = null)}>Close</button>
        </span>
      </header>
      <jf-player .sid=${recording.sid} .channels=${recording.channels}></jf-player>
    </section>`;
  }

  private list() {
    if (this.recordings.length === 0) {
      return html`<section class="card">
        <jf-empty heading="Nothing is recorded yet">
          Conversations with agents are recorded where the flow's element says so: its input “record”.
        </jf-empty>
      </section>`;
    }
    return html`<section class="card flush">
      ${table({ label: "Recordings", rows: this.recordings, columns: this.columns(), id: (each) => each.sid })}
      ${
        this.next
          ? html`<div class="more">
              <button @click=${() => void this.read(this.next ?? "", false)}>Show older recordings</button>
            </div>`
          : nothing
      }
    </section>`;
  }

  private columns(): Column<Recording>[] {
    return [
      { name: "Call", cell: (each) => html`<a href=${link("call", each.call_sid)}>${this.parties(each)}</a>` },
      { name: "Recorded", cell: (each) => time(each.date_created) },
      { name: "State", cell: (each) => html`<jf-badge .code=${each.status}></jf-badge>` },
      { name: "Length", figure: true, cell: (each) => (each.duration ? duration(Number(each.duration)) : "–") },
      {
        name: "Listen",
        bare: true,
        figure: true,
        cell: (each) =>
          each.status === "completed"
            ? html`<button
                aria-label="Listen to ${this.parties(each)}, ${time(each.date_created)}"
                @click=${() => (this.chosen = each)}
              >
                Listen
              </button>`
            : nothing,
      },
    ];
  }

  private parties(recording: Recording): string {
    const call = this.calls.get(recording.call_sid);
    return call ? `${party(call.from)} to ${party(call.to)}` : recording.call_sid;
  }
}
