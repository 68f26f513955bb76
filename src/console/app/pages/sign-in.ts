import { LitElement, css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { ApiError } from "../base/api";
import { asProblem } from "../base/page";
import { signIn } from "../base/session";
import { base, controls } from "../base/style";

/** Where people, and accounts themselves, sign in. */
@customElement("jf-sign-in")
export class SignIn extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      main {
        min-height: 100vh;
        display: grid;
        place-items: center;
        padding: 1.5rem 1rem;
      }
      .box {
        width: 100%;
        max-width: 24rem;
        display: grid;
        gap: 1.25rem;
      }
      .brand {
        display: flex;
        gap: 0.75rem;
        align-items: center;
      }
      .brand img {
        width: 2.5rem;
        height: 2.5rem;
      }
      button {
        justify-content: center;
      }
      form {
        gap: 1rem;
      }
    `,
  ];

  @property({ type: Boolean }) ended = false;
  @state() private problem: ApiError | null = null;
  @state() private busy = false;

  override render() {
    return html`<main>
      <div class="box">
        <div class="brand">
          <img src="/jackfield.svg" alt="" />
          <div>
            <h1>Jackfield</h1>
            <p class="muted">Draw the call; the call runs.</p>
          </div>
        </div>
        <form class="card" @submit=${this.submit}>
          ${this.ended ? html`<p role="status">Your session ended. Sign in again to go on.</p>` : nothing}
          ${this.problem ? html`<jf-problem final .problem=${this.problem}></jf-problem>` : nothing}
          <label>
            User
            <input name="user" autocomplete="username" required autocapitalize="none" spellcheck="false" autofocus />
            <span class="hint">Your user name, or an account SID or API key.</span>
          </label>
          <label>
            Password
            <input name="password" type="password" autocomplete="current-password" required />
            <span class="hint">For an account its auth token, for a key its secret.</span>
          </label>
          <button class="primary" ?disabled=${this.busy}>${this.busy ? "Signing in" : "Sign in"}</button>
        </form>
        <p class="small muted">
          First start: the account and its token are in the file <span class="mono">credentials</span> of the data
          folder.
        </p>
      </div>
    </main>`;
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const fields = new FormData(event.target as HTMLFormElement);
    this.busy = true;
    try {
      const opened = await signIn(String(fields.get("user")).trim(), String(fields.get("password")));
      this.dispatchEvent(new CustomEvent("signed-in", { detail: opened }));
    } catch (failure) {
      this.problem = explained(asProblem(failure));
    }
    this.busy = false;
  }
}

function explained(problem: ApiError): ApiError {
  return problem.status === 401
    ? new ApiError(401, "User or password is wrong.", "Check both; capitals count in passwords.", null)
    : problem;
}
