import { LitElement, css, html } from "lit";
import { customElement, query } from "lit/decorators.js";
import { go } from "../base/router";
import { may } from "../base/session";
import { base, controls } from "../base/style";
import { PLACES } from "./places";

const PREFIX_MILLIS = 1_500;

/** The keys: g and a letter goes to a page, ? tells them all. */
@customElement("jf-shortcuts")
export class Shortcuts extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      dialog {
        color: var(--ink);
        background: var(--surface);
        border: 1px solid var(--line);
        border-radius: var(--radius);
        box-shadow: var(--shadow);
        padding: 1.25rem;
        width: min(26rem, calc(100vw - 2rem));
      }
      dialog::backdrop {
        background: rgb(0 0 0 / 45%);
      }
      dl {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 0.4rem 1rem;
        margin: 1rem 0;
      }
      dd {
        margin: 0;
      }
      kbd {
        font-family: var(--mono);
        background: var(--surface-2);
        border: 1px solid var(--line);
        border-radius: 4px;
        padding: 0 0.35rem;
      }
    `,
  ];

  @query("dialog") private dialog!: HTMLDialogElement;
  private prefixAt = 0;
  private readonly onKey = (event: KeyboardEvent) => this.pressed(event);

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener("keydown", this.onKey);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener("keydown", this.onKey);
  }

  override render() {
    const places = PLACES.filter((place) => !place.part && may(...place.roles));
    return html`<dialog aria-labelledby="title">
      <h2 id="title">Keys</h2>
      <dl>
        ${places.map(
          (place) =>
            html`<dt><kbd>g</kbd> <kbd>${place.key}</kbd></dt>
              <dd>${place.name}</dd>`,
        )}
        <dt><kbd>?</kbd></dt>
        <dd>This list</dd>
        <dt><kbd>Space</kbd></dt>
        <dd>Play or pause, with the waveform focused</dd>
        <dt><kbd>←</kbd> <kbd>→</kbd></dt>
        <dd>Five seconds back or on in a recording</dd>
        <dt><kbd>+</kbd> <kbd>−</kbd> <kbd>0</kbd></dt>
        <dd>Zoom the focused diagram, or fit it</dd>
      </dl>
      <form method="dialog"><button>Close</button></form>
    </dialog>`;
  }

  private pressed(event: KeyboardEvent): void {
    const target = event.composedPath()[0] as HTMLElement;
    const types = target.matches?.("input, textarea, select") ?? false;
    if (types || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "?") {
      this.dialog.showModal();
    } else if (event.key === "g") {
      this.prefixAt = event.timeStamp;
    } else if (event.timeStamp - this.prefixAt < PREFIX_MILLIS) {
      this.prefixAt = 0;
      const place = PLACES.find((known) => known.key === event.key && !known.part && may(...known.roles));
      if (place) go(place.page);
    }
  }
}
