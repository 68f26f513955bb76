import { html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { time } from "../base/format";
import { Page } from "../base/page";
import { type Policy, policies } from "../base/policies";
import { link } from "../base/router";
import { may } from "../base/session";
import { base, controls } from "../base/style";
import type { Workspace } from "../base/types";
import { workspaces } from "../base/workspaces";
import { type Column, table, tables } from "../parts/table";

/** The routing policies, workspace by workspace. */
@customElement("jf-policies")
export class Policies extends Page {
  static override styles = [base, controls, tables];

  @state() private workspaces: Workspace[] = [];
  @state() private policies: Policy[] = [];

  protected override async load(): Promise<void> {
    this.workspaces = await workspaces();
    this.policies = (await Promise.all(this.workspaces.map(({ sid }) => policies(sid)))).flat();
  }

  override render() {
    return html`<div class="stack">
      <h1>Routing</h1>
      ${this.body(() =>
        this.workspaces.length === 0
          ? html`<section class="card">
              <jf-empty heading="No workspace yet">
                A routing policy says which work item waits in which queue of a workspace. An integrator adds workspaces
                and queues through the API.
              </jf-empty>
            </section>`
          : html`${this.workspaces.map((workspace) => this.of(workspace))}`,
      )}
    </div>`;
  }

  private of(workspace: Workspace) {
    const own = this.policies.filter((policy) => policy.workspace === workspace.sid);
    return html`<section class="card flush" aria-labelledby=${workspace.sid}>
      <header>
        <h2 id=${workspace.sid}>${workspace.friendly_name}</h2>
        ${
          may("analyst")
            ? html`<a class="button" href=${link("policy", `${workspace.sid}:new`)}>New decision table</a>`
            : nothing
        }
      </header>
      ${
        own.length === 0
          ? html`<jf-empty heading="No routing policy yet">
              Draw a decision table: attributes of the item on the left, the queue on the right.
            </jf-empty>`
          : table({
              label: `Policies of ${workspace.friendly_name}`,
              rows: own,
              columns: COLUMNS,
              id: ({ sid }) => sid,
            })
      }
    </section>`;
  }
}

const COLUMNS: Column<Policy>[] = [
  {
    name: "Name",
    cell: (policy) => html`<a href=${link("policy", `${policy.workspace}:${policy.sid}`)}>${policy.name}</a>`,
  },
  { name: "Address in flows", cell: (policy) => html`<span class="mono">policy:${policy.name}</span>` },
  {
    name: "Drawn as",
    cell: (policy) => html`<jf-badge .label=${policy.decision_table ? "table" : "document"} tone="quiet"></jf-badge>`,
  },
  { name: "Version", figure: true, cell: (policy) => policy.version },
  { name: "Changed", cell: (policy) => time(policy.updated) },
];
