import { html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { get } from "../base/api";
import type { Happening } from "../base/events";
import { direction, duration, party, since, time } from "../base/format";
import { Page } from "../base/page";
import { link } from "../base/router";
import { account } from "../base/session";
import { base, controls } from "../base/style";
import type { Call, CallPage, Position } from "../base/types";
import { type Column, table, tables } from "../parts/table";

interface Row extends Call {
  element: string;
  over: boolean;
}

const OPEN = ["in-progress", "ringing", "queued"];
const ENDED = ["call.completed", "call.failed", "call.refused"];
const SHOWN_AFTER_END = 6_000;
const MOST_LIVE = 200;
const MOST_ASKED = 50;

/** The calls that are up now, as they change, and those before. */
@customElement("jf-calls")
export class Calls extends Page {
  static override styles = [base, controls, tables];

  @state() private live = new Map<string, Row>();
  @state() private past: Call[] = [];
  @state() private next: string | null = null;
  private early: Happening[] | null = [];

  protected override started(): void {
    this.follow({
      types: ["call.received", "call.started", "call.ringing", "call.answered", "element.entered", ...ENDED],
      onEvent: (event) => this.early?.push(event) ?? this.apply(event),
    });
    this.every(1_000, () => this.requestUpdate());
  }

  protected override async load(): Promise<void> {
    const pages = await Promise.all(
      OPEN.map((status) => get<CallPage>(account(`/Calls.json?Status=${status}&PageSize=${MOST_LIVE}`))),
    );
    const open = pages.flatMap((page) => page.calls).filter((call) => !call.parent_call_sid);
    this.live = new Map(open.map((call) => [call.sid, { ...call, element: "", over: false }]));
    this.early?.forEach((event) => this.apply(event));
    this.early = null;
    await this.loadPast(account("/Calls.json?PageSize=50"), true);
    void this.findElements();
  }

  /** Where the calls are that were up before we looked; the events tell it of the others. */
  private async findElements(): Promise<void> {
    for (const row of [...this.live.values()].filter((each) => !each.element).slice(0, MOST_ASKED)) {
      const at = await get<Position>(`/jackfield/v1/calls/${row.sid}/position`).catch(() => null);
      const known = this.live.get(row.sid);
      const step = at?.elements.at(-1);
      if (known && step && !known.element) this.put({ ...known, element: step.name ?? step.element });
    }
  }

  private async loadPast(uri: string, isFirst: boolean): Promise<void> {
    const page = await get<CallPage>(uri);
    const ended = page.calls.filter((call) => !OPEN.includes(call.status) && !call.parent_call_sid);
    this.past = isFirst ? ended : [...this.past, ...ended];
    this.next = page.next_page_uri;
  }

  private apply(event: Happening): void {
    const data = event.data as Record<string, string>;
    const known = this.live.get(event.key);
    if (event.type === "element.entered") {
      if (known) this.put({ ...known, element: data["name"] ?? data["element"] ?? "" });
    } else if (data["call"] === event.key) {
      this.applyToCall(event, data, known);
    }
  }

  private applyToCall(event: Happening, data: Record<string, string>, known: Row | undefined): void {
    const over = ENDED.includes(event.type);
    if (over && !known) return;
    const row: Row = {
      sid: event.key,
      parent_call_sid: null,
      from: data["from"] ?? "",
      to: data["to"] ?? "",
      direction: data["direction"] ?? "",
      status: data["status"] ?? "",
      start_time: event.type === "call.answered" ? event.time : (known?.start_time ?? null),
      end_time: over ? event.time : null,
      duration: over ? String(data["duration"] ?? 0) : null,
      date_created: known?.date_created ?? event.time,
      element: known?.element ?? "",
      over,
    };
    this.put(row);
    if (over) this.moveToPast(row);
  }

  private moveToPast(row: Row): void {
    this.past = [row, ...this.past.filter((call) => call.sid !== row.sid)];
    setTimeout(() => {
      this.live.delete(row.sid);
      this.requestUpdate();
    }, SHOWN_AFTER_END);
  }

  private put(row: Row): void {
    this.live = new Map(this.live).set(row.sid, row);
  }

  override render() {
    return html`<div class="stack">
      <div class="row spread">
        <h1>Calls</h1>
        <jf-live .state=${this.feed}></jf-live>
      </div>
      ${this.body(() => html`${this.now()} ${this.earlier()}`)}
    </div>`;
  }

  private now() {
    const rows = [...this.live.values()].sort((a, b) => b.sid.localeCompare(a.sid));
    const up = rows.filter((row) => !row.over).length;
    return html`<section class="card flush" aria-labelledby="now">
      <header>
        <h2 id="now">Live</h2>
        <span class="muted number">${up === 1 ? "1 call" : `${up} calls`}</span>
      </header>
      ${
        rows.length === 0
          ? html`<jf-empty heading="Nobody is calling">
              Calls appear here as they come in. Call a number that runs a flow to see one.
            </jf-empty>`
          : table({
              label: "Live calls",
              rows,
              columns: this.liveColumns(),
              id: (row) => row.sid,
              mark: (row) => (row.over ? "gone" : "fresh"),
            })
      }
    </section>`;
  }

  private liveColumns(): Column<Row>[] {
    return [
      { name: "From", cell: (row) => callLink(row) },
      { name: "To", cell: (row) => party(row.to) },
      { name: "State", cell: (row) => html`<jf-badge .code=${row.status}></jf-badge>` },
      { name: "At element", cell: (row) => row.element || html`<span class="muted">–</span>` },
      { name: "Direction", cell: (row) => direction(row.direction) },
      { name: "Since", cell: (row) => time(row.date_created) },
      { name: "Duration", figure: true, cell: (row) => lasted(row) },
    ];
  }

  private earlier() {
    const liveIds = new Set(this.live.keys());
    const rows = this.past.filter((call) => !liveIds.has(call.sid));
    return html`<section class="card flush" aria-labelledby="before">
      <header><h2 id="before">Before</h2></header>
      ${
        rows.length === 0
          ? html`<jf-empty heading="No call has ended yet">What has ended is kept here, newest first.</jf-empty>`
          : table({ label: "Calls before", rows, columns: pastColumns(), id: (call) => call.sid })
      }
      ${
        this.next
          ? html`<footer class="row">
              <button @click=${() => void this.loadPast(this.next ?? "", false)}>Show older calls</button>
            </footer>`
          : nothing
      }
    </section>`;
  }
}

function pastColumns(): Column<Call>[] {
  return [
    { name: "From", cell: (call) => callLink(call) },
    { name: "To", cell: (call) => party(call.to) },
    { name: "Result", cell: (call) => html`<jf-badge .code=${call.status}></jf-badge>` },
    { name: "Direction", cell: (call) => direction(call.direction) },
    { name: "Start", cell: (call) => time(call.date_created) },
    { name: "Duration", figure: true, cell: (call) => duration(Number(call.duration ?? 0)) },
  ];
}

function callLink(call: Call) {
  return html`<a href=${link("call", call.sid)}>${party(call.from) || "Unknown"}</a>`;
}

function lasted(row: Row): string {
  if (row.duration !== null) return duration(Number(row.duration));
  return duration(since(row.start_time ?? row.date_created));
}
