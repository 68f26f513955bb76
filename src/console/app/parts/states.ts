import { LitElement, css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { ApiError } from "../base/api";
import type { FeedState } from "../base/events";
import { base, controls } from "../base/style";

/** Bars where the content will be. */
@customElement("jf-loading")
export class Loading extends LitElement {
  static override styles = [
    base,
    css`
      div {
        display: grid;
        gap: 0.75rem;
        padding: 0.25rem 0;
      }
      i {
        height: 2.5rem;
        border-radius: var(--radius);
        background: var(--surface-2);
        animation: breathe 1.2s ease-in-out infinite alternate;
      }
      i:nth-child(2) {
        width: 88%;
      }
      i:nth-child(3) {
        width: 72%;
      }
      @keyframes breathe {
        from {
          opacity: 0.5;
        }
      }
    `,
  ];

  override render() {
    return html`<div role="status"><span class="visually-hidden">Loading</span><i></i><i></i><i></i></div>`;
  }
}

/** What went wrong, and what helps. */
@customElement("jf-problem")
export class Problem extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      div {
        border: 1px solid var(--bad);
        background: var(--bad-soft);
        border-radius: var(--radius);
        padding: 0.875rem 1rem;
        display: grid;
        gap: 0.4rem;
        justify-items: start;
        overflow-wrap: anywhere;
      }
      strong {
        color: var(--bad);
      }
    `,
  ];

  @property({ attribute: false }) problem: ApiError | null = null;
  @property({ type: Boolean }) final = false;

  override render() {
    if (!this.problem) return nothing;
    return html`<div role="alert">
      <strong>${this.problem.message}</strong>
      ${this.problem.remedy ? html`<span>${this.problem.remedy}</span>` : nothing}
      ${
        this.final
          ? nothing
          : html`<button @click=${() => this.dispatchEvent(new CustomEvent("retry"))}>Try again</button>`
      }
    </div>`;
  }
}

/** Nothing here yet, and how something gets here. */
@customElement("jf-empty")
export class Empty extends LitElement {
  static override styles = [
    base,
    css`
      div {
        padding: 2.25rem 1.25rem;
        text-align: center;
        display: grid;
        gap: 0.35rem;
        justify-items: center;
      }
      svg {
        width: 3.5rem;
        color: var(--line-2);
        margin-bottom: 0.25rem;
      }
      p {
        max-width: 34rem;
      }
    `,
  ];

  @property() heading = "";

  override render() {
    return html`<div>
      <svg viewBox="0 0 56 28" fill="none" stroke="currentColor" stroke-width="2" aria-hidden="true">
        <circle cx="9" cy="14" r="6" />
        <path d="M15 14h10" stroke-dasharray="3 3" />
        <rect x="26" y="7" width="20" height="14" rx="3" />
        <path d="M46 14h8" stroke-dasharray="3 3" />
      </svg>
      <strong>${this.heading}</strong>
      <p class="muted"><slot></slot></p>
    </div>`;
  }
}

const TONES: Record<string, string> = {
  "in-progress": "good",
  available: "good",
  completed: "quiet",
  ringing: "warn",
  queued: "warn",
  pending: "warn",
  reserved: "warn",
  busy: "bad",
  failed: "bad",
  "no-answer": "bad",
  canceled: "bad",
};

/** A state in one word, with a colour that only repeats the word. */
@customElement("jf-badge")
export class Badge extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: inline-block;
      }
      span {
        display: inline-flex;
        align-items: center;
        gap: 0.4em;
        padding: 0.05rem 0.55rem;
        border-radius: 1rem;
        font-size: 0.82rem;
        font-weight: 550;
        white-space: nowrap;
        background: var(--surface-2);
        color: var(--ink);
      }
      .good {
        background: var(--good-soft);
        color: var(--good);
      }
      .warn {
        background: var(--warn-soft);
        color: var(--warn);
      }
      .bad {
        background: var(--bad-soft);
        color: var(--bad);
      }
    `,
  ];

  @property() code = "";
  @property() label = "";
  @property() tone = "";

  override render() {
    const text = this.label || this.code.replace(/[-_]/g, " ");
    return html`<span class=${this.tone || (TONES[this.code] ?? "quiet")}>${text}</span>`;
  }
}

/** Whether the page follows what happens. */
@customElement("jf-live")
export class Live extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: inline-block;
      }
      span {
        display: inline-flex;
        gap: 0.45rem;
        align-items: center;
        font-size: 0.867rem;
        color: var(--ink-2);
      }
      i {
        width: 0.6rem;
        height: 0.6rem;
        border-radius: 50%;
        background: var(--warn);
      }
      .live i {
        background: var(--good);
        animation: pulse 2s ease-out infinite;
      }
      @keyframes pulse {
        from {
          box-shadow: 0 0 0 0 var(--good);
        }
        70%,
        to {
          box-shadow: 0 0 0 0.45rem transparent;
        }
      }
    `,
  ];

  @property() state: FeedState = "connecting";

  override render() {
    const text = { live: "Live", connecting: "Connecting", waiting: "Reconnecting" }[this.state];
    return html`<span class=${this.state} role="status"><i></i>${text}</span>`;
  }
}
