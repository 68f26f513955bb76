import { LitElement, type TemplateResult, html } from "lit";
import { state } from "lit/decorators.js";
import { ApiError } from "./api";
import { Feed, type FeedOptions, type FeedState } from "./events";

/** What every page does: load, say when that failed, follow the events, end with it. */
export abstract class Page extends LitElement {
  @state() protected loading = true;
  @state() protected problem: ApiError | null = null;
  @state() protected feed: FeedState = "connecting";
  private feeds: Feed[] = [];
  private timers: number[] = [];
  private soon = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.feeds.forEach((feed) => feed.stop());
    this.timers.forEach((timer) => clearInterval(timer));
    clearTimeout(this.soon);
    this.soon = 0;
    this.feeds = [];
    this.timers = [];
  }

  /** After the first update: a page whose code came late has its properties only then. */
  private async begin(): Promise<void> {
    await this.updateComplete;
    if (!this.isConnected) return;
    this.started();
    await this.reload();
  }

  /** Once, when the page appears: follow events, set timers. */
  protected started(): void {}

  /** Reads what the page shows. */
  protected abstract load(): Promise<void>;

  protected async reload(): Promise<void> {
    try {
      await this.load();
      this.problem = null;
    } catch (failure) {
      this.problem = asProblem(failure);
    }
    this.loading = false;
  }

  /** At once for the first event, then together: a busy center must not ask without end. */
  protected reloadWithin(millis: number): void {
    if (this.soon) return;
    this.soon = window.setTimeout(() => {
      this.soon = 0;
      void this.reload();
    }, millis);
  }

  protected follow(options: FeedOptions): void {
    this.feeds.push(new Feed({ onState: (state) => (this.feed = state), onGap: () => void this.reload(), ...options }));
  }

  protected every(millis: number, action: () => void): void {
    this.timers.push(window.setInterval(action, millis));
  }

  /** The page's content, or why there is none. */
  protected body(content: () => TemplateResult): TemplateResult {
    if (this.problem) {
      return html`<jf-problem .problem=${this.problem} @retry=${() => void this.reload()}></jf-problem>`;
    }
    return this.loading ? html`<jf-loading></jf-loading>` : content();
  }
}

export function asProblem(failure: unknown): ApiError {
  return failure instanceof ApiError ? failure : new ApiError(0, String(failure), "", null);
}
