import { LitElement, type PropertyValues, html, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { ApiError, getBytes } from "../base/api";
import { duration } from "../base/format";
import { asProblem } from "../base/page";
import { account } from "../base/session";
import { base, controls } from "../base/style";
import { colour } from "../base/theme";
import { type Wave, readWave } from "../base/wave";
import { playerStyle } from "./player-style";

const SLICES = 800;
const STEP_SECONDS = 5;
const SPEEDS = [1, 1.25, 1.5, 2];

/** Plays a recording: caller above, agent below, both seen as waves; keys or mouse move through it. */
@customElement("jf-player")
export class Player extends LitElement {
  static override styles = [base, controls, playerStyle];

  @property() sid = "";
  @property({ type: Number }) channels = 2;
  @state() private wave: Wave | null = null;
  @state() private problem: ApiError | null = null;
  @state() private at = 0;
  @state() private playing = false;
  @state() private url = "";
  @query("canvas") private canvas?: HTMLCanvasElement;
  @query("audio") private audio?: HTMLAudioElement;
  private readonly redraw = () => this.draw();
  private readonly sizes = new ResizeObserver(this.redraw);

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener("theme-changed", this.redraw);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener("theme-changed", this.redraw);
    this.sizes.disconnect();
    this.audio?.pause();
    this.forget();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has("sid")) void this.load();
    this.draw();
  }

  private async load(): Promise<void> {
    this.forget();
    try {
      const bytes = await getBytes(account(`/Recordings/${this.sid}.wav`));
      this.wave = readWave(bytes, SLICES);
      this.url = URL.createObjectURL(new Blob([bytes], { type: "audio/wav" }));
      await this.updateComplete;
      if (this.canvas) this.sizes.observe(this.canvas);
    } catch (failure) {
      this.problem = asProblem(failure);
    }
  }

  private forget(): void {
    if (this.url) URL.revokeObjectURL(this.url);
    this.url = "";
    this.wave = null;
    this.problem = null;
    this.at = 0;
  }

  override render() {
    if (this.problem) return html`<jf-problem .problem=${this.problem} @retry=${() => void this.load()}></jf-problem>`;
    if (!this.wave) return html`<jf-loading></jf-loading>`;
    const seconds = this.wave.seconds;
    return html`<audio
        src=${this.url}
        @timeupdate=${this.moved}
        @play=${this.started}
        @pause=${() => (this.playing = false)}
        @ended=${() => (this.playing = false)}
      ></audio>
      <div class="wave">
        <div class="names" aria-hidden="true">
          ${this.wave.peaks.length > 1 ? html`<span class="caller">Caller</span><span class="agent">Agent</span>` : nothing}
        </div>
        <div
          class="slider"
          role="slider"
          tabindex="0"
          aria-label="Position in the recording"
          aria-valuemin="0"
          aria-valuemax=${Math.round(seconds)}
          aria-valuenow=${Math.round(this.at)}
          aria-valuetext="${duration(this.at)} of ${duration(seconds)}"
          @keydown=${this.pressed}
          @pointerdown=${this.pointed}
          @pointermove=${(event: PointerEvent) => event.buttons === 1 && this.pointed(event)}
        >
          <canvas></canvas>
        </div>
      </div>
      <div class="row controls">
        <button class="primary" @click=${this.toggle}>${this.playing ? "Pause" : "Play"}</button>
        <span class="number">${duration(this.at)} / ${duration(seconds)}</span>
        <label class="speed">
          <span class="visually-hidden">Speed</span>
          <select class="inline" @change=${this.setSpeed}>
            ${SPEEDS.map((speed) => html`<option value=${speed}>${speed}×</option>`)}
          </select>
        </label>
        <a class="button" href=${this.url} download="${this.sid}.wav">Save</a>
      </div>`;
  }

  private toggle(): void {
    if (this.audio?.paused) void this.audio.play();
    else this.audio?.pause();
  }

  private started(): void {
    this.playing = true;
    const follow = () => {
      this.moved();
      if (this.playing && this.isConnected) requestAnimationFrame(follow);
    };
    requestAnimationFrame(follow);
  }

  private moved(): void {
    this.at = this.audio?.currentTime ?? 0;
  }

  private seek(seconds: number): void {
    if (!this.audio || !this.wave) return;
    this.audio.currentTime = Math.min(this.wave.seconds, Math.max(0, seconds));
    this.at = this.audio.currentTime;
  }

  private pressed(event: KeyboardEvent): void {
    const end = this.wave?.seconds ?? 0;
    const moves: Record<string, () => void> = {
      " ": () => this.toggle(),
      ArrowRight: () => this.seek(this.at + STEP_SECONDS),
      ArrowLeft: () => this.seek(this.at - STEP_SECONDS),
      ArrowUp: () => this.seek(this.at + 1),
      ArrowDown: () => this.seek(this.at - 1),
      Home: () => this.seek(0),
      End: () => this.seek(end),
    };
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    move();
  }

  private pointed(event: PointerEvent): void {
    const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
    this.seek(((event.clientX - box.left) / box.width) * (this.wave?.seconds ?? 0));
  }

  private setSpeed(event: Event): void {
    if (this.audio) this.audio.playbackRate = Number((event.target as HTMLSelectElement).value);
  }

  private draw(): void {
    const canvas = this.canvas;
    const wave = this.wave;
    const context = canvas?.getContext("2d");
    if (!canvas || !wave || !context) return;
    const scale = devicePixelRatio;
    canvas.width = canvas.clientWidth * scale;
    canvas.height = canvas.clientHeight * scale;
    const lane = canvas.height / wave.peaks.length;
    const played = wave.seconds === 0 ? 0 : (this.at / wave.seconds) * canvas.width;
    wave.peaks.forEach((peaks, channel) => {
      const bar = Math.max(2 * scale, canvas.width / SLICES);
      const name = channel === 0 ? "caller" : "agent";
      for (let x = 0; x < canvas.width; x += bar * 1.5) {
        const value = peaks[Math.min(SLICES - 1, Math.floor((x / canvas.width) * SLICES))] ?? 0;
        const height = Math.max(scale, Math.sqrt(value) * lane * 0.86);
        context.globalAlpha = x < played ? 1 : 0.42;
        context.fillStyle = colour(name);
        context.fillRect(x, lane * channel + (lane - height) / 2, bar, height);
      }
    });
    context.globalAlpha = 1;
    context.fillStyle = colour("ink");
    context.fillRect(played, 0, 2 * scale, canvas.height);
  }
}
