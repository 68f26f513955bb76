import { html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { get } from "../base/api";
import { Page } from "../base/page";
import { link } from "../base/router";
import { may } from "../base/session";
import { base, controls } from "../base/style";
import type { Flow } from "../base/types";
import { type Column, table, tables } from "../parts/table";
import "../parts/deploy";

/** The flows that numbers can run, and a way to deploy another. */
@customElement("jf-flows")
export class Flows extends Page {
  static override styles = [base, controls, tables];

  @state() private flows: Flow[] = [];

  protected override async load(): Promise<void> {
    this.flows = (await get<{ flows: Flow[] }>("/jackfield/v1/flows")).flows;
  }

  override render() {
    return html`<div class="stack">
      <h1>Flows</h1>
      ${this.body(() => this.list())}
      ${
        may("analyst")
          ? html`<section class="card" aria-labelledby="deploy">
              <header><h2 id="deploy">Deploy a flow</h2></header>
              <jf-deploy @deployed=${() => void this.reload()}></jf-deploy>
            </section>`
          : nothing
      }
    </div>`;
  }

  private list() {
    if (this.flows.length === 0) {
      return html`<section class="card">
        <jf-empty heading="No flow is deployed">Deploy a BPMN model below; then point a number at it.</jf-empty>
      </section>`;
    }
    const columns: Column<Flow>[] = [
      { name: "Name", cell: (flow) => html`<a href=${link("flow", flow.key)}>${flow.name}</a>` },
      { name: "Address", cell: (flow) => html`<span class="mono">flow:${flow.key}</span>` },
      {
        name: "Origin",
        cell: (flow) => html`<jf-badge .code=${flow.shipped ? "shipped" : "own"} tone="quiet"></jf-badge>`,
      },
      { name: "Version", figure: true, cell: (flow) => flow.version },
    ];
    return html`<section class="card flush">
      ${table({ label: "Flows", rows: this.flows, columns, id: (flow) => flow.key })}
    </section>`;
  }
}
