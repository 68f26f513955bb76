import { LitElement, css, html, nothing } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { ApiError, postXml } from "../base/api";
import { asProblem } from "../base/page";
import { base, controls } from "../base/style";
import type { FlowProblem } from "../base/types";
import type { Diagram } from "./diagram";
import "./diagram";

interface Answer {
  key?: string;
  version?: number;
  warnings: FlowProblem[];
}

/** Takes a model as a file or as text, shows what the check finds at its elements, and deploys it. */
@customElement("jf-deploy")
export class Deploy extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      :host,
      .result {
        display: grid;
        gap: 1rem;
        grid-template-columns: minmax(0, 1fr);
        align-content: start;
      }
      form {
        grid-template-columns: minmax(0, 1fr);
        align-content: start;
      }
      @media (min-width: 1280px) {
        :host([split]) {
          grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
        }
      }
      .preview {
        border: 1px solid var(--line);
        border-radius: var(--radius);
        overflow: hidden;
        --diagram-height: 22rem;
      }
      ul {
        list-style: none;
        padding: 0;
        margin: 0;
        display: grid;
        gap: 0.5rem;
      }
      li {
        border-left: 3px solid var(--bad);
        padding: 0.25rem 0 0.25rem 0.75rem;
        display: grid;
        gap: 0.15rem;
        justify-items: start;
      }
      li.warning {
        border-color: var(--warn);
      }
      li button {
        min-height: 0;
        padding: 0 0.35rem;
        margin-left: -0.35rem;
      }
      .good {
        color: var(--good);
        font-weight: 550;
      }
    `,
  ];

  @state() private xml = "";
  @state() private errors: FlowProblem[] = [];
  @state() private warnings: FlowProblem[] = [];
  @state() private problem: ApiError | null = null;
  @state() private done = "";
  @state() private busy = false;
  @query("jf-diagram") private diagram?: Diagram;

  protected override updated(): void {
    this.toggleAttribute("split", this.xml !== "");
  }

  override render() {
    return html`<form @submit=${this.deploy}>
        <label>
          Model file
          <input type="file" accept=".bpmn,.dmn,.xml,application/xml" @change=${this.choose} />
          <span class="hint">BPMN 2.0 or DMN, as the Camunda Modeler or bpmn.io saves it. Or paste it below.</span>
        </label>
        <label>
          Model text
          <textarea rows="7" spellcheck="false" .value=${this.xml} @input=${this.type}></textarea>
        </label>
        <div class="row">
          <button class="primary" ?disabled=${this.busy || !this.xml}>Deploy</button>
          <button type="button" ?disabled=${this.busy || !this.xml} @click=${this.check}>Check only</button>
          <span class="good" role="status">${this.done}</span>
        </div>
      </form>
      <div class="result">
        ${this.problem ? html`<jf-problem final .problem=${this.problem}></jf-problem>` : nothing} ${this.findings()}
        ${
          this.xml.includes("BPMNDiagram")
            ? html`<div class="preview">
                <jf-diagram label="Preview of the model" .xml=${this.xml} .problems=${this.errors}></jf-diagram>
              </div>`
            : nothing
        }
      </div>`;
  }

  private findings() {
    const all = [
      ...this.errors.map((each) => finding(each, "error")),
      ...this.warnings.map((each) => finding(each, "warning")),
    ];
    if (all.length === 0) return nothing;
    return html`<section role=${this.errors.length > 0 ? "alert" : "status"}>
      <h3>${this.errors.length > 0 ? "The model is refused; nothing was changed" : "Accepted with warnings"}</h3>
      <ul>
        ${all.map(
          ({ kind, problem }) =>
            html`<li class=${kind} data-element=${problem.element ?? ""}>
              <strong>${problem.cause}</strong>
              <span>${problem.remedy}</span>
              ${
                problem.element
                  ? html`<button type="button" class="quiet" @click=${() => this.diagram?.show(problem.element ?? "")}>
                      Show <span class="mono">${problem.element}</span>
                    </button>`
                  : nothing
              }
            </li>`,
        )}
      </ul>
    </section>`;
  }

  private async choose(event: Event): Promise<void> {
    const file = (event.target as HTMLInputElement).files?.[0];
    if (file) this.take(await file.text());
  }

  private type(event: Event): void {
    this.take((event.target as HTMLTextAreaElement).value);
  }

  private take(xml: string): void {
    this.xml = xml;
    this.clear();
  }

  private clear(): void {
    this.errors = [];
    this.warnings = [];
    this.problem = null;
    this.done = "";
  }

  private async deploy(event: Event): Promise<void> {
    event.preventDefault();
    await this.send("/jackfield/v1/flows", (answer) => {
      this.done = `Deployed as flow:${answer.key}@${answer.version}`;
      this.dispatchEvent(new CustomEvent("deployed", { detail: answer }));
    });
  }

  private check(): Promise<void> {
    return this.send("/jackfield/v1/flows:validate", () => (this.done = "The model is fine"));
  }

  private async send(path: string, accepted: (answer: Answer) => void): Promise<void> {
    this.clear();
    this.busy = true;
    try {
      const answer = await postXml<Answer>(path, this.xml);
      this.warnings = answer.warnings;
      accepted(answer);
    } catch (failure) {
      const problem = asProblem(failure);
      const errors = (problem.body as { errors?: FlowProblem[] } | null)?.errors;
      if (errors) this.errors = errors;
      else this.problem = problem;
    }
    this.busy = false;
  }
}

function finding(problem: FlowProblem, kind: "error" | "warning") {
  return { problem, kind };
}
