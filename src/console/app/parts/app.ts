import { LitElement, css, html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { ApiError, whenSignedOut } from "../base/api";
import { asProblem } from "../base/page";
import { type Route, route } from "../base/router";
import { type Session, forget, home, resume } from "../base/session";
import { base } from "../base/style";
import "../pages/sign-in";
import "./shell";

/** The whole console: the sign-in page, or the shell with the page that the address names. */
@customElement("jf-app")
export class App extends LitElement {
  static override styles = [
    base,
    css`
      .wait {
        max-width: 30rem;
        margin: 20vh auto;
        padding: 0 1rem;
      }
    `,
  ];

  @state() private signedIn: Session | null = null;
  @state() private asked = false;
  @state() private problem: ApiError | null = null;
  @state() private ended = false;

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener("hashchange", () => this.requestUpdate());
    whenSignedOut(() => {
      forget();
      this.ended = this.signedIn !== null;
      this.signedIn = null;
    });
    void this.ask();
  }

  private async ask(): Promise<void> {
    try {
      this.signedIn = await resume();
      this.problem = null;
    } catch (failure) {
      this.problem = asProblem(failure);
    }
    this.asked = true;
  }

  override render() {
    if (this.problem) {
      return html`<main class="wait">
        <jf-problem .problem=${this.problem} @retry=${() => void this.ask()}></jf-problem>
      </main>`;
    }
    if (!this.asked) return nothing;
    return this.signedIn
      ? html`<jf-shell .route=${this.route()} @signed-out=${() => (this.signedIn = null)}></jf-shell>`
      : html`<jf-sign-in ?ended=${this.ended} @signed-in=${this.entered}></jf-sign-in>`;
  }

  private route(): Route {
    const asked = route();
    return asked.page ? asked : { page: home(), id: "" };
  }

  private entered(event: CustomEvent<Session>): void {
    this.signedIn = event.detail;
    this.ended = false;
  }
}
