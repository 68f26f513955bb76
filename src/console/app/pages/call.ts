import { type PropertyValues, html, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { get, getText, post } from "../base/api";
import type { Happening } from "../base/events";
import { direction, duration, flat, party, since, time } from "../base/format";
import { Page, asProblem } from "../base/page";
import { link } from "../base/router";
import { account, may } from "../base/session";
import { base, controls } from "../base/style";
import type { Call, Position, RecordingPage, Recording } from "../base/types";
import type { Diagram } from "../parts/diagram";
import "../parts/diagram";
import "../parts/player";
import { callStyle } from "./call-style";

const MOST_EVENTS = 500;

/** One call on the diagram of its flow, as it goes on: token, variables, events, recordings. */
@customElement("jf-call")
export class CallPage extends Page {
  static override styles = [base, controls, callStyle];

  @property() sid = "";
  @state() private call: Call | null = null;
  @state() private position: Position | null = null;
  @state() private xml = "";
  @state() private events: Happening[] = [];
  @state() private recordings: Recording[] = [];
  @state() private names = new Map<string, string>();
  /** Where the tokens are on the diagram; nothing before it is drawn. */
  @state() private at: string[] | null = null;
  @query("jf-diagram") private diagram?: Diagram;
  private refresh = 0;
  /** The steps up to this number are in what was drawn first; each later one moves a token. */
  private drawnUpTo = Infinity;
  private start: string[] = [];
  private steps: Happening[] = [];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("sid") && changed.get("sid")) void this.reload();
  }

  /** Only once the page is there is its diagram. */
  protected override updated(): void {
    if (!this.diagram) return;
    for (const event of this.steps.splice(0)) {
      this.diagram.step(event.type === "element.entered" ? "enter" : "leave", String(event.data["element"]));
    }
  }

  protected override started(): void {
    this.every(1_000, () => this.requestUpdate());
    this.follow({ key: this.sid, after: "0", onEvent: (event) => this.happened(event) });
  }

  protected override async load(): Promise<void> {
    const [call, position] = await Promise.all([
      get<Call>(account(`/Calls/${this.sid}.json`)),
      get<Position>(`/jackfield/v1/calls/${this.sid}/position`),
    ]);
    this.call = call;
    this.at = null;
    this.names = new Map(
      [...position.path, ...position.elements].map((step) => [step.element, step.name ?? step.element]),
    );
    const shown = position.path[0] ?? null;
    const key = shown?.process ?? position.flow;
    const version = shown?.version ?? position.version;
    this.xml = key ? await getText(`/jackfield/v1/flows/${encodeURIComponent(key)}/${version}`) : "";
    this.position = position;
    this.start = position.elements.map((step) => step.element);
    this.drawnUpTo = position.seq;
    this.steps = this.events.filter((event) => event.seq > position.seq && isStep(event)).reverse();
    this.diagram?.restart(this.start);
    await this.loadRecordings();
  }

  private async loadRecordings(): Promise<void> {
    if (!may("supervisor", "manager")) return;
    const page = await get<RecordingPage>(account(`/Calls/${this.sid}/Recordings.json`));
    this.recordings = page.recordings.filter((recording) => recording.status === "completed");
  }

  private happened(event: Happening): void {
    this.events = [event, ...this.events].slice(0, MOST_EVENTS);
    const element = String(event.data["element"] ?? "");
    const isNew = event.seq > this.drawnUpTo;
    if (event.type === "element.entered") {
      this.names = new Map(this.names).set(element, String(event.data["name"] ?? element));
    }
    if (isNew && isStep(event)) this.steps.push(event);
    if (isNew) this.refreshSoon(event);
  }

  /** Reads what the event does not carry, once for all events of a moment. */
  private refreshSoon(event: Happening): void {
    if (event.type === "recording.completed") void this.loadRecordings();
    clearTimeout(this.refresh);
    this.refresh = window.setTimeout(() => void this.readAgain(), 250);
  }

  private async readAgain(): Promise<void> {
    try {
      const hadFlow = this.xml !== "";
      if (!hadFlow) return await this.load();
      const [call, position] = await Promise.all([
        get<Call>(account(`/Calls/${this.sid}.json`)),
        get<Position>(`/jackfield/v1/calls/${this.sid}/position`),
      ]);
      this.call = call;
      this.position = position;
    } catch (failure) {
      this.problem = asProblem(failure);
    }
  }

  override render() {
    return html`<div class="stack">
      <div class="row spread">
        <div>
          <p class="small"><a href=${link("calls")}>Calls</a></p>
          <h1>${this.call ? `${party(this.call.from)} to ${party(this.call.to)}` : "Call"}</h1>
        </div>
        <jf-live .state=${this.feed}></jf-live>
      </div>
      ${this.body(() => this.content())}
    </div>`;
  }

  private content() {
    const call = this.call;
    if (!call) return html``;
    return html`${this.facts(call)}
      <div class="frame">
        <section class="card flush where" aria-labelledby="where">
          <header>
            <h2 id="where">${this.position?.flow ? `flow:${this.position.flow}` : "Flow"}</h2>
            <p class="now" role="status">${this.nowAt()}</p>
          </header>
          ${
            this.xml
              ? html`<jf-diagram
                  .xml=${this.xml}
                  .active=${this.start}
                  .visited=${this.position?.path.map((step) => step.element) ?? []}
                  @moved=${(event: CustomEvent<string[]>) => (this.at = event.detail)}
                ></jf-diagram>`
              : html`<jf-empty heading="No flow runs on this leg">The caller's leg has the flow.</jf-empty>`
          }
        </section>
        <div class="stack side">${this.variables()} ${this.log()}</div>
      </div>
      ${this.recordings.length > 0 ? this.sound() : nothing}`;
  }

  private facts(call: Call) {
    const isUp = !call.end_time;
    const length = isUp ? since(call.start_time ?? call.date_created) : Number(call.duration ?? 0);
    return html`<div class="card facts">
      <dl>
        <div>
          <dt>State</dt>
          <dd><jf-badge .code=${call.status}></jf-badge></dd>
        </div>
        <div>
          <dt>Direction</dt>
          <dd>${direction(call.direction)}</dd>
        </div>
        <div>
          <dt>Start</dt>
          <dd class="number">${time(call.date_created)}</dd>
        </div>
        <div>
          <dt>Duration</dt>
          <dd class="number">${duration(length)}</dd>
        </div>
        <div>
          <dt>Call</dt>
          <dd class="mono">${call.sid}</dd>
        </div>
      </dl>
      ${
        isUp && may("supervisor", "manager")
          ? html`<button class="danger" @click=${this.hangUp}>Hang up</button>`
          : nothing
      }
    </div>`;
  }

  private nowAt(): string {
    const at = this.at ?? this.position?.elements.map((step) => step.element) ?? [];
    if (at.length > 0) return `Now at: ${at.map((element) => this.names.get(element) ?? element).join(", ")}`;
    return this.call?.end_time ? "The flow has ended" : "Between two elements";
  }

  private variables() {
    const entries = flat(this.position?.variables ?? {});
    return html`<section class="card flush" aria-labelledby="variables">
      <header><h2 id="variables">Variables</h2></header>
      ${
        entries.length === 0
          ? html`<p class="muted pad">${this.call?.end_time ? "A flow that has ended keeps none." : "None yet."}</p>`
          : html`<dl class="variables" tabindex="0" aria-labelledby="variables">
              ${entries.map(
                ([name, value]) =>
                  html`<div>
                    <dt class="mono">${name}</dt>
                    <dd class="mono">${value}</dd>
                  </div>`,
              )}
            </dl>`
      }
    </section>`;
  }

  private log() {
    return html`<section class="card flush" aria-labelledby="events">
      <header>
        <h2 id="events">Events</h2>
        <span class="muted small number">${this.events.length}</span>
      </header>
      <ol class="log" tabindex="0" aria-labelledby="events">
        ${this.events.map(
          (event) =>
            html`<li>
              <time class="number muted" datetime=${event.time}>${time(event.time)}</time>
              <span>${event.type}</span>
              <span class="muted">${this.about(event)}</span>
            </li>`,
        )}
      </ol>
    </section>`;
  }

  private about(event: Happening): string {
    const { element, name, outcome, reason, cause, status } = event.data as Record<string, string | undefined>;
    const what = element ? (this.names.get(element) ?? element) : "";
    const more = outcome ?? reason ?? cause ?? (event.type.startsWith("call.") ? status : undefined);
    return [what || (event.type.startsWith("instruction.") ? name : ""), more].filter(Boolean).join(" · ");
  }

  private sound() {
    return html`<section class="card" aria-labelledby="sound">
      <header><h2 id="sound">${this.recordings.length === 1 ? "Recording" : "Recordings"}</h2></header>
      ${this.recordings.map(
        (recording) => html`<jf-player .sid=${recording.sid} .channels=${recording.channels}></jf-player>`,
      )}
    </section>`;
  }

  private async hangUp(): Promise<void> {
    try {
      this.call = await post<Call>(account(`/Calls/${this.sid}.json`), { Status: "completed" });
    } catch (failure) {
      this.problem = asProblem(failure);
    }
  }
}

function isStep(event: Happening): boolean {
  return event.type === "element.entered" || event.type === "element.left";
}
