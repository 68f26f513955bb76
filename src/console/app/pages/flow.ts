import { type PropertyValues, css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { get, getText } from "../base/api";
import { time } from "../base/format";
import { Page, asProblem } from "../base/page";
import { link } from "../base/router";
import { account, may } from "../base/session";
import { base, controls } from "../base/style";
import type { FlowVersion, PhoneNumber } from "../base/types";
import "../parts/deploy";
import "../parts/diagram";

/** One flow: its versions with their diagrams, the numbers that run it, the next version. */
@customElement("jf-flow")
export class FlowPage extends Page {
  static override styles = [
    base,
    controls,
    css`
      .frame {
        --diagram-height: clamp(18rem, 52vh, 38rem);
      }
      label.version {
        display: flex;
        gap: 0.5rem;
        align-items: center;
      }
    `,
  ];

  @property() key = "";
  @state() private versions: FlowVersion[] = [];
  @state() private version = 0;
  @state() private xml = "";
  @state() private numbers: PhoneNumber[] = [];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("key") && changed.get("key")) void this.reload();
  }

  protected override async load(): Promise<void> {
    const path = `/jackfield/v1/flows/${encodeURIComponent(this.key)}`;
    const [versions, numbers] = await Promise.all([
      get<{ versions: FlowVersion[] }>(`${path}/versions`),
      get<{ incoming_phone_numbers: PhoneNumber[] }>(account("/IncomingPhoneNumbers.json?PageSize=1000")),
    ]);
    this.versions = versions.versions;
    this.numbers = numbers.incoming_phone_numbers.filter((each) => each.voice_url.split("@")[0] === `flow:${this.key}`);
    await this.pick(this.versions[0]?.version ?? 1);
  }

  private async pick(version: number): Promise<void> {
    this.version = version;
    this.xml = await getText(`/jackfield/v1/flows/${encodeURIComponent(this.key)}/${version}`);
  }

  override render() {
    return html`<div class="stack">
      <div>
        <p class="small"><a href=${link("flows")}>Flows</a></p>
        <h1>${nameIn(this.xml) || this.key}</h1>
      </div>
      ${this.body(() => html`${this.drawing()} ${this.uses()} ${this.next()}`)}
    </div>`;
  }

  private drawing() {
    return html`<section class="card flush frame" aria-labelledby="address">
      <header>
        <h2 id="address" class="mono">flow:${this.key}@${this.version}</h2>
        <label class="version">
          Version
          <select class="inline" @change=${this.choose}>
            ${this.versions.map(
              (each) =>
                html`<option value=${each.version} ?selected=${each.version === this.version}>
                  ${each.version} (${time(each.deployed)})
                </option>`,
            )}
          </select>
        </label>
      </header>
      <jf-diagram .xml=${this.xml} label="Version ${this.version} of flow ${this.key}"></jf-diagram>
    </section>`;
  }

  private uses() {
    return html`<section class="card" aria-labelledby="uses">
      <header><h2 id="uses">Numbers that run it</h2></header>
      ${
        this.numbers.length === 0
          ? html`<p class="muted">None yet. <a href=${link("numbers")}>Point a number at it</a>.</p>`
          : html`<p class="row number">
              ${this.numbers.map((each) => html`<jf-badge .label=${each.phone_number}></jf-badge>`)}
            </p>`
      }
    </section>`;
  }

  private next() {
    if (!may("analyst")) return nothing;
    return html`<section class="card" aria-labelledby="next">
      <header>
        <h2 id="next">Deploy the next version</h2>
        <span class="muted small">New calls run it; calls that are up keep theirs.</span>
      </header>
      <jf-deploy @deployed=${this.deployed}></jf-deploy>
    </section>`;
  }

  private async choose(event: Event): Promise<void> {
    try {
      await this.pick(Number((event.target as HTMLSelectElement).value));
    } catch (failure) {
      this.problem = asProblem(failure);
    }
  }

  private deployed(event: CustomEvent<{ key: string }>): void {
    if (event.detail.key === this.key) void this.reload();
  }
}

function nameIn(xml: string): string {
  if (!xml) return "";
  const model = new DOMParser().parseFromString(xml, "application/xml");
  return model.getElementsByTagNameNS("*", "process")[0]?.getAttribute("name") ?? "";
}
