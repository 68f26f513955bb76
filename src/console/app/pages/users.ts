import { css, html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { type ApiError, get, post, remove } from "../base/api";
import { time } from "../base/format";
import { Page, asProblem } from "../base/page";
import { session } from "../base/session";
import { base, controls } from "../base/style";
import type { User, Worker } from "../base/types";
import { workers, workspaces } from "../base/workspaces";
import { type Column, table, tables } from "../parts/table";

const ROLES = ["agent", "supervisor", "manager", "analyst", "admin"];
const USERS = "/jackfield/v1/users";

/** Who may sign in to the console. */
@customElement("jf-users")
export class Users extends Page {
  static override styles = [
    base,
    controls,
    tables,
    css`
      form {
        grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr));
        align-items: start;
      }
      form button {
        justify-self: start;
        align-self: end;
      }
    `,
  ];

  @state() private users: User[] = [];
  @state() private workers: Worker[] = [];
  @state() private refusal: ApiError | null = null;
  @state() private said = "";
  @state() private newRole = "agent";

  protected override async load(): Promise<void> {
    this.users = (await get<{ users: User[] }>(USERS)).users;
    this.workers = (await Promise.all((await workspaces()).map(({ sid }) => workers(sid)))).flat();
  }

  override render() {
    return html`<div class="stack">
      <h1>Users</h1>
      ${this.refusal ? html`<jf-problem final .problem=${this.refusal}></jf-problem>` : nothing}
      <p role="status" class=${this.said ? "" : "visually-hidden"}>${this.said}</p>
      ${this.body(() => html`${this.list()} ${this.form()}`)}
    </div>`;
  }

  private list() {
    if (this.users.length === 0) {
      return html`<section class="card">
        <jf-empty heading="Only the account itself can sign in">
          Add people below, so that nobody has to share the account's token.
        </jf-empty>
      </section>`;
    }
    const columns: Column<User>[] = [
      { name: "User", cell: (user) => html`<strong>${user.name}</strong>` },
      { name: "Role", cell: (user) => html`<jf-badge .code=${user.role} tone="quiet"></jf-badge>` },
      { name: "Worker", cell: (user) => this.nameOf(user.worker) },
      { name: "Added", cell: (user) => time(user.created) },
      { name: "Actions", bare: true, figure: true, cell: (user) => this.actions(user) },
    ];
    return html`<section class="card flush">
      ${table({ label: "Users", rows: this.users, columns, id: (user) => user.sid })}
    </section>`;
  }

  private actions(user: User) {
    return html`<button
        class="quiet"
        aria-label="Sign out ${user.name} everywhere"
        @click=${() => void this.act(`${user.name} is signed out`, () => remove(`${USERS}/${user.sid}/sessions`))}
      >
        Sign out
      </button>
      ${
        user.sid === session().user
          ? nothing
          : html`<button class="quiet" aria-label="Delete ${user.name}" @click=${() => void this.delete(user)}>
              Delete
            </button>`
      }`;
  }

  private form() {
    return html`<section class="card" aria-labelledby="add">
      <header><h2 id="add">Add a user</h2></header>
      <form @submit=${this.add}>
        <label>
          Name
          <input name="name" required pattern="[A-Za-z0-9][A-Za-z0-9._\\-]{0,63}" autocomplete="off" />
          <span class="hint">Letters, digits, dots, dashes.</span>
        </label>
        <label>
          Password
          <input name="password" type="password" required minlength="10" autocomplete="new-password" />
          <span class="hint">10 characters at least.</span>
        </label>
        <label>
          Role
          <select name="role" @change=${(event: Event) => (this.newRole = (event.target as HTMLSelectElement).value)}>
            ${ROLES.map((role) => html`<option ?selected=${role === this.newRole}>${role}</option>`)}
          </select>
        </label>
        ${
          this.role === "agent"
            ? html`<label>
                Worker
                <select name="worker" required>
                  ${this.workers.map((worker) => html`<option value=${worker.sid}>${worker.friendly_name}</option>`)}
                </select>
                <span class="hint">${this.workers.length === 0 ? "There is no worker yet." : "Who the agent is."}</span>
              </label>`
            : nothing
        }
        <button class="primary">Add</button>
      </form>
    </section>`;
  }

  private nameOf(sid: string | null) {
    if (!sid) return html`<span class="muted">–</span>`;
    return this.workers.find((worker) => worker.sid === sid)?.friendly_name ?? html`<span class="muted">deleted</span>`;
  }

  private async add(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const fields = Object.fromEntries(new FormData(form)) as Record<string, string>;
    const worker = this.workers.find((each) => each.sid === fields["worker"]);
    if (worker) fields["workspace"] = worker.workspace_sid;
    await this.act(`${fields["name"]} can sign in now`, async () => {
      await post(USERS, fields);
      form.reset();
      this.newRole = "agent";
    });
  }

  private async delete(user: User): Promise<void> {
    if (confirm(`Delete ${user.name}?`)) {
      await this.act(`${user.name} is deleted`, () => remove(`${USERS}/${user.sid}`));
    }
  }

  private async act(said: string, action: () => Promise<void>): Promise<void> {
    try {
      await action();
      this.said = said;
      this.refusal = null;
    } catch (failure) {
      this.refusal = asProblem(failure);
    }
    await this.reload();
  }
}
