import { ApiError, open } from "./api";

/** What happened, as the event stream tells it. */
export interface Happening {
  id: string;
  position: number;
  key: string;
  seq: number;
  type: string;
  time: string;
  data: Record<string, unknown>;
}

export type FeedState = "connecting" | "live" | "waiting";

export interface FeedOptions {
  /** Only events of this call or work item, from its first one on. */
  key?: string;
  types?: string[];
  /** Only events after the one of this id or position. */
  after?: string;
  onEvent: (event: Happening) => void;
  onState?: (state: FeedState) => void;
  /** The stream lost events: read the truth again. */
  onGap?: () => void;
}

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 10_000;

/** Follows the event stream (server-sent events) and resumes after the last event seen. Stop it when the page goes. */
export class Feed {
  private readonly stopper = new AbortController();
  private last: string;

  constructor(private readonly options: FeedOptions) {
    this.last = options.after ?? "";
    void this.run();
  }

  stop(): void {
    this.stopper.abort();
  }

  private async run(): Promise<void> {
    let pause = FIRST_PAUSE;
    while (!this.stopper.signal.aborted) {
      this.tell("connecting");
      try {
        await this.read(() => (pause = FIRST_PAUSE));
      } catch (failure) {
        if (failure instanceof ApiError && (failure.status === 401 || failure.status === 403)) return;
      }
      if (this.stopper.signal.aborted) return;
      this.tell("waiting");
      await new Promise((resolve) => setTimeout(resolve, pause));
      pause = Math.min(pause * 2, LONGEST_PAUSE);
    }
  }

  private async read(onOpen: () => void): Promise<void> {
    const headers: Record<string, string> = this.last ? { "Last-Event-ID": this.last } : {};
    const answer = await open(this.address(), headers, this.stopper.signal);
    if (!answer.body) return;
    onOpen();
    this.tell("live");
    let rest = "";
    for await (const text of answer.body.pipeThrough(new TextDecoderStream())) {
      const blocks = (rest + text).split("\n\n");
      rest = blocks.pop() ?? "";
      for (const block of blocks) this.take(block);
    }
  }

  private address(): string {
    const query = new URLSearchParams();
    if (this.options.key) query.set("key", this.options.key);
    for (const type of this.options.types ?? []) query.append("type", type);
    return `/jackfield/v1/events?${query}`;
  }

  private take(block: string): void {
    const data = block
      .split("\n")
      .filter((line) => line.startsWith("data:"))
      .map((line) => line.slice(5).trim())
      .join("\n");
    if (!data) return;
    if (block.includes("event: gap")) {
      this.options.onGap?.();
      return;
    }
    const event = JSON.parse(data) as Happening;
    this.last = event.id;
    this.options.onEvent(event);
  }

  private tell(state: FeedState): void {
    this.options.onState?.(state);
  }
}
