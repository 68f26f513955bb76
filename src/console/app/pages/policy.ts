import { type PropertyValues, css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { ApiError } from "../base/api";
import { EMPTY, type Sheet, readSheet, writeSheet } from "../base/dmn";
import { Page, asProblem } from "../base/page";
import * as api from "../base/policies";
import { go, link } from "../base/router";
import { may } from "../base/session";
import { base, controls } from "../base/style";
import "../parts/foresight";
import "../parts/sheet";

const HIT_POLICIES: [string, string][] = [
  ["FIRST", "First: the first row that matches"],
  ["UNIQUE", "Unique: no two rows match"],
  ["ANY", "Any: rows that match say the same"],
  ["RULE ORDER", "Rule order: all that match, one after the other"],
  ["COLLECT", "Collect: the same as rule order"],
];

/** One routing policy as a decision table: edit it, try it on the items of the last days, save it. */
@customElement("jf-policy")
export class PolicyPage extends Page {
  static override styles = [
    base,
    controls,
    css`
      .settings {
        display: grid;
        gap: 0.875rem;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr));
        margin-bottom: 1rem;
      }
      .good {
        color: var(--good);
        font-weight: 550;
      }
      pre {
        overflow-x: auto;
        margin: 0;
      }
      label.check {
        display: flex;
        align-items: center;
        gap: 0.5rem;
      }
      label.check input {
        width: auto;
        min-height: 0;
      }
    `,
  ];

  /** The workspace and the policy, or "new", with a colon between them. */
  @property() place = "";
  @state() private policy: api.Policy | null = null;
  @state() private document = "";
  @state() private sheet: Sheet | null = null;
  @state() private queues: string[] = [];
  @state() private errors: api.TableProblem[] = [];
  @state() private warnings: api.TableProblem[] = [];
  @state() private preview: api.Preview | null = null;
  @state() private refusal: ApiError | null = null;
  @state() private done = "";
  @state() private busy = false;
  @state() private withoutWorkers = false;
  @state() private days = 7;
  @state() private everyItem = false;
  private source = EMPTY;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("place") && changed.get("place")) void this.reload();
  }

  private get workspace(): string {
    return this.place.split(":")[0] ?? "";
  }

  protected override async load(): Promise<void> {
    const sid = this.place.split(":")[1] ?? "new";
    this.queues = await api.queueNames(this.workspace);
    this.policy = (await api.policies(this.workspace)).find((each) => each.sid === sid) ?? null;
    if (this.policy?.decision_table) this.open(await api.tableOf(this.workspace, sid));
    else if (this.policy) this.document = await api.policyDocument(this.workspace, sid);
    else this.open(EMPTY);
  }

  private open(xml: string): void {
    this.sheet = readSheet(xml);
    this.source = xml;
    this.document = "";
  }

  override render() {
    return html`<div class="stack">
      <div>
        <p class="small"><a href=${link("policies")}>Routing</a></p>
        <h1>${this.policy?.name ?? "New decision table"}</h1>
      </div>
      ${this.body(() =>
        this.sheet ? html`${this.editor(this.sheet)} ${may("analyst") ? this.trial() : nothing}` : this.plain(),
      )}
    </div>`;
  }

  private plain() {
    return html`<section class="card" aria-labelledby="document">
      <header>
        <h2 id="document">Saved as a document</h2>
        ${may("analyst") ? html`<button @click=${() => this.open(EMPTY)}>Draw it as a table instead</button>` : nothing}
      </header>
      <pre class="mono" tabindex="0" aria-label="Document of the policy">${pretty(this.document)}</pre>
    </section>`;
  }

  private editor(sheet: Sheet) {
    const fixed = !may("analyst");
    return html`<section class="card" aria-labelledby="table">
      <header>
        <h2 id="table">Decision table</h2>
        ${this.policy ? html`<span class="mono">policy:${this.policy.name}</span>` : nothing}
      </header>
      <div class="settings">
        ${
          this.policy
            ? nothing
            : html`<label>
                Name
                <input name="name" maxlength="64" .value=${sheet.name} @input=${this.rename} />
              </label>`
        }
        <label>
          Hit policy
          <select name="hit-policy" ?disabled=${fixed} @change=${this.choosePolicy}>
            ${(HIT_POLICIES.some(([word]) => word === sheet.hitPolicy)
              ? HIT_POLICIES
              : [...HIT_POLICIES, [sheet.hitPolicy, sheet.hitPolicy]]
            ).map(
              ([word, words]) =>
                html`<option value=${word ?? ""} ?selected=${word === sheet.hitPolicy}>${words}</option>`,
            )}
          </select>
        </label>
        ${
          fixed
            ? nothing
            : html`<label>
                Table from a file
                <input type="file" accept=".dmn,.xml,application/xml" @change=${this.take} />
              </label>`
        }
      </div>
      <jf-sheet
        .sheet=${sheet}
        .queues=${this.queues}
        .problems=${this.errors}
        .warnings=${this.warnings}
        ?fixed=${fixed}
        @changed=${(event: CustomEvent<Sheet>) => this.edit(event.detail)}
      ></jf-sheet>
    </section>`;
  }

  private trial() {
    const noWorkers = this.errors.some((problem) => problem.code === "NO_WORKERS");
    return html`<section class="card" aria-labelledby="trial">
      <header>
        <h2 id="trial">Try and save</h2>
        <span class="muted small">Trying changes nothing. Saved, it holds for the next item.</span>
      </header>
      <div class="stack">
        <div class="row">
          <select class="inline" aria-label="Items of the last days" @change=${this.chooseDays}>
            ${[1, 7, 30, 90].map(
              (days) =>
                html`<option value=${days} ?selected=${days === this.days}>
                  ${days === 1 ? "1 day" : `${days} days`}
                </option>`,
            )}
          </select>
          ${
            this.policy
              ? html`<select class="inline" aria-label="Which items" @change=${this.chooseItems}>
                  <option value="own" ?selected=${!this.everyItem}>items of this policy</option>
                  <option value="all" ?selected=${this.everyItem}>all items of the workspace</option>
                </select>`
              : nothing
          }
          <button ?disabled=${this.busy} @click=${this.try}>Preview</button>
          <button class="primary" ?disabled=${this.busy} @click=${this.save}>Save</button>
          <span class="good" role="status">${this.done}</span>
        </div>
        ${
          noWorkers
            ? html`<label class="check">
                <input type="checkbox" .checked=${this.withoutWorkers} @change=${this.allow} />
                Save although the workspace has no workers yet
              </label>`
            : nothing
        }
        ${this.refusal ? html`<jf-problem final .problem=${this.refusal}></jf-problem>` : nothing}
        ${this.preview ? html`<jf-foresight .preview=${this.preview}></jf-foresight>` : nothing}
      </div>
    </section>`;
  }

  private edit(sheet: Sheet): void {
    this.sheet = sheet;
    this.done = "";
  }

  private rename(event: Event): void {
    if (this.sheet) this.edit({ ...this.sheet, name: (event.target as HTMLInputElement).value });
  }

  private choosePolicy(event: Event): void {
    if (this.sheet) this.edit({ ...this.sheet, hitPolicy: (event.target as HTMLSelectElement).value });
  }

  private chooseDays(event: Event): void {
    this.days = Number((event.target as HTMLSelectElement).value);
  }

  private chooseItems(event: Event): void {
    this.everyItem = (event.target as HTMLSelectElement).value === "all";
  }

  private allow(event: Event): void {
    this.withoutWorkers = (event.target as HTMLInputElement).checked;
  }

  private async take(event: Event): Promise<void> {
    const file = (event.target as HTMLInputElement).files?.[0];
    this.clear();
    try {
      if (file) this.open(await file.text());
    } catch (failure) {
      this.refusal = asProblem(failure instanceof Error ? failure.message : failure);
    }
  }

  private try(): Promise<void> {
    return this.send(async (xml) => {
      const policy = this.everyItem ? "" : (this.policy?.sid ?? "");
      this.preview = await api.previewTable(this.workspace, policy, xml, this.days);
      this.errors = this.preview.problems;
      this.warnings = this.preview.warnings;
    });
  }

  private save(): Promise<void> {
    return this.send(async (xml) => {
      const saved = await api.saveTable(this.workspace, this.policy?.sid ?? "", xml, this.withoutWorkers);
      if (this.policy) this.policy = { ...this.policy, version: saved.version, decision_table: true };
      else go("policy", `${this.workspace}:${saved.sid}`);
      this.source = xml;
      this.warnings = saved.warnings;
      this.done = `Saved as version ${saved.version}`;
    });
  }

  private clear(): void {
    this.errors = [];
    this.warnings = [];
    this.preview = null;
    this.refusal = null;
    this.done = "";
  }

  private async send(action: (xml: string) => Promise<void>): Promise<void> {
    if (!this.sheet) return;
    this.clear();
    this.busy = true;
    try {
      await action(writeSheet(this.sheet, this.source));
    } catch (failure) {
      const problem = asProblem(failure);
      const errors = (problem.body as { errors?: api.TableProblem[] } | null)?.errors;
      if (errors) this.errors = errors;
      else this.refusal = problem;
    }
    this.busy = false;
  }
}

function pretty(json: string): string {
  return JSON.stringify(JSON.parse(json), null, 2);
}
