import NavigatedViewer from "bpmn-js/lib/NavigatedViewer";
import diagramCss from "bpmn-js/dist/assets/diagram-js.css?inline";
import bpmnCss from "bpmn-js/dist/assets/bpmn-js.css?inline";
import { LitElement, type PropertyValues, html, nothing, unsafeCSS } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { base, controls } from "../base/style";
import type { FlowProblem } from "../base/types";
import { diagramStyle } from "./diagram-style";
import type { Canvas, Overlays, Registry } from "./diagram-types";
import { Tokens } from "./tokens";

const COLOURS = {
  defaultFillColor: "var(--surface)",
  defaultStrokeColor: "var(--diagram-line)",
  defaultLabelColor: "var(--ink)",
};
const SMALLEST_SCALE = 0.5;
/** How much of the window a diagram that fits takes. */
const ROOM = 0.94;

/** A flow's diagram: to look at, with the tokens of a call, or with what the check found. */
@customElement("jf-diagram")
export class Diagram extends LitElement {
  static override styles = [unsafeCSS(diagramCss), unsafeCSS(bpmnCss), base, controls, diagramStyle];

  @property({ attribute: false }) xml = "";
  @property({ attribute: false }) visited: string[] = [];
  @property({ attribute: false }) active: string[] = [];
  @property({ attribute: false }) problems: FlowProblem[] = [];
  @property() label = "Diagram of the flow";
  @state() private failure = "";
  private viewer: NavigatedViewer | null = null;
  private tokens: Tokens | null = null;
  private pending: [string, string][] = [];
  private marked: string[] = [];
  private readonly sizes = new ResizeObserver(() => this.fit());

  /** The call entered or left an element. */
  step(kind: "enter" | "leave", element: string): void {
    if (this.tokens) this.tokens[kind](element);
    else this.pending.push([kind, element]);
  }

  /** Puts the tokens anew: what they did meanwhile is not known. */
  restart(active: string[]): void {
    this.tokens?.clear();
    this.tokens?.place(active);
  }

  /** Shows an element and marks it for a moment. */
  show(element: string): void {
    if (!this.registry()?.get(element)) return;
    this.canvas()?.scrollToElement(element, 60);
    this.canvas()?.addMarker(element, "shown");
    setTimeout(() => this.canvas()?.removeMarker(element, "shown"), 1_500);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sizes.disconnect();
    this.viewer?.destroy();
    this.viewer = null;
    this.tokens = null;
  }

  override render() {
    return html`<div class="canvas" role="group" aria-label=${this.label} ?hidden=${this.failure !== ""}></div>
      ${this.failure ? html`<jf-empty heading="No diagram to show">${this.failure}</jf-empty>` : nothing}
      <div class="tools" ?hidden=${this.failure !== ""}>
        <button @click=${() => this.scale(1.25)} aria-label="Larger" title="Larger">+</button>
        <button @click=${() => this.scale(0.8)} aria-label="Smaller" title="Smaller">−</button>
        <button @click=${() => this.fit()} aria-label="Fit the diagram" title="Fit the diagram">⤢</button>
      </div>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has("xml")) void this.draw();
    else if (changed.has("problems")) this.markProblems();
    else if (changed.has("visited")) this.markVisited();
  }

  private async draw(): Promise<void> {
    this.viewer?.destroy();
    this.viewer = null;
    this.tokens = null;
    this.failure = "";
    if (!this.xml) return;
    const container = this.renderRoot.querySelector<HTMLElement>(".canvas");
    if (!container) return;
    const viewer = new NavigatedViewer({ container, bpmnRenderer: COLOURS });
    this.viewer = viewer;
    try {
      await viewer.importXML(this.xml);
    } catch (failure) {
      this.failure = `${failure instanceof Error ? failure.message : failure}`;
      return;
    }
    if (this.viewer === viewer) this.drawn(container);
  }

  private drawn(container: HTMLElement): void {
    container.querySelector("svg")?.setAttribute("aria-label", this.label);
    container.querySelector("a.bjs-powered-by")?.setAttribute("aria-label", "Powered by bpmn.io");
    this.sizes.disconnect();
    this.sizes.observe(container);
    this.fit();
    const layer = this.canvas()?.getLayer("tokens", 100);
    const registry = this.registry();
    if (!layer || !registry) return;
    this.tokens = new Tokens(layer, registry, (active) => this.arrived(active));
    this.tokens.place(this.active);
    this.pending.splice(0).forEach(([kind, element]) => this.step(kind as "enter" | "leave", element));
    this.markVisited();
    this.markProblems();
  }

  private arrived(active: string[]): void {
    const canvas = this.canvas();
    if (!canvas) return;
    const known = active.filter((id) => this.registry()?.get(id));
    this.marked.filter((id) => !known.includes(id)).forEach((id) => canvas.removeMarker(id, "active"));
    known.filter((id) => !this.marked.includes(id)).forEach((id) => canvas.addMarker(id, "active"));
    this.marked = known;
    this.dataset["active"] = known.join(" ");
    const last = known.at(-1);
    if (last && !this.isInView(last)) canvas.scrollToElement(last, 40);
    this.dispatchEvent(new CustomEvent("moved", { detail: known }));
  }

  private isInView(id: string): boolean {
    const box = this.canvas()?.viewbox();
    const element = this.registry()?.get(id);
    if (!box || !element) return true;
    const { x, y, width, height } = element;
    return x >= box.x && y >= box.y && x + width <= box.x + box.width && y + height <= box.y + box.height;
  }

  private markVisited(): void {
    const registry = this.registry();
    for (const id of this.visited) if (registry?.get(id)) this.canvas()?.addMarker(id, "visited");
  }

  private markProblems(): void {
    const overlays = this.viewer?.get<Overlays>("overlays");
    const registry = this.registry();
    const canvas = this.canvas();
    if (!overlays || !registry || !canvas) return;
    overlays.remove({ type: "problem" });
    registry.filter(() => true).forEach((element) => canvas.removeMarker(element.id, "problem"));
    for (const problem of this.problems) {
      const element = problem.element ? registry.get(problem.element) : undefined;
      if (!element) continue;
      canvas.addMarker(element.id, "problem");
      overlays.add(element.id, "problem", { position: { top: -13, right: 13 }, html: badge(problem) });
    }
    const first = this.problems.find((problem) => problem.element && registry.get(problem.element));
    if (first?.element && !this.isInView(first.element)) canvas.scrollToElement(first.element, 60);
  }

  private scale(factor: number): void {
    const canvas = this.canvas();
    if (canvas) canvas.zoom(Math.min(4, Math.max(0.2, canvas.zoom() * factor)), "auto");
  }

  private fit(): void {
    const canvas = this.canvas();
    if (!canvas || this.clientWidth === 0) return;
    canvas.resized();
    const whole = canvas.zoom("fit-viewport", "auto") * ROOM;
    if (whole >= SMALLEST_SCALE) {
      canvas.zoom(whole, "auto");
      return;
    }
    this.startAt(canvas, this.marked.at(-1) ?? this.startEvent());
  }

  /** Where the whole would be too small to read: what matters now, at the left and in the middle. */
  private startAt(canvas: Canvas, id: string | undefined): void {
    const element = id ? this.registry()?.get(id) : undefined;
    const width = this.clientWidth / SMALLEST_SCALE;
    const height = this.clientHeight / SMALLEST_SCALE;
    canvas.viewbox({
      x: (element?.x ?? 0) - width / 6,
      y: (element?.y ?? 0) + (element?.height ?? 0) / 2 - height / 2,
      width,
      height,
    });
  }

  private startEvent(): string | undefined {
    return this.registry()?.filter((element) => element.type === "bpmn:StartEvent" && !element.labelTarget)[0]?.id;
  }

  private canvas(): Canvas | undefined {
    return this.viewer?.get<Canvas>("canvas");
  }

  private registry(): Registry | undefined {
    return this.viewer?.get<Registry>("elementRegistry");
  }
}

function badge(problem: FlowProblem): HTMLElement {
  const mark = document.createElement("div");
  mark.className = "problem-badge";
  mark.textContent = "!";
  mark.title = problem.cause;
  mark.setAttribute("role", "img");
  mark.setAttribute("aria-label", problem.cause);
  return mark;
}
