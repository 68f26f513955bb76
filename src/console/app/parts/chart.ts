import { BarChart } from "echarts/charts";
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from "echarts/components";
import { type EChartsType, init, use } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import { LitElement, type PropertyValues, css, html } from "lit";
import { customElement, property } from "lit/decorators.js";
import { base } from "../base/style";
import { colour } from "../base/theme";

use([BarChart, GridComponent, LegendComponent, TooltipComponent, AriaComponent, CanvasRenderer]);

export interface Series {
  name: string;
  colour: string;
  values: number[];
}

/** Stacked bars over time. The same figures stand in a table for those who do not see it. */
@customElement("jf-chart")
export class Chart extends LitElement {
  static override styles = [
    base,
    css`
      .chart {
        height: 15rem;
      }
    `,
  ];

  @property() label = "";
  @property({ attribute: false }) times: string[] = [];
  @property({ attribute: false }) series: Series[] = [];
  private chart: EChartsType | null = null;
  private readonly redraw = () => this.draw();
  private readonly sizes = new ResizeObserver(() => this.chart?.resize());

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener("theme-changed", this.redraw);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener("theme-changed", this.redraw);
    this.sizes.disconnect();
    this.chart?.dispose();
    this.chart = null;
  }

  override render() {
    return html`<div class="chart" aria-hidden="true"></div>
      <table class="visually-hidden">
        <caption>
          ${this.label}
        </caption>
        <thead>
          <tr>
            <th scope="col">Time</th>
            ${this.series.map((each) => html`<th scope="col">${each.name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${this.times.map(
            (time, i) =>
              html`<tr>
                <th scope="row">${time}</th>
                ${this.series.map((each) => html`<td>${each.values[i] ?? 0}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>`;
  }

  protected override firstUpdated(): void {
    const place = this.renderRoot.querySelector<HTMLElement>(".chart");
    if (!place) return;
    this.chart = init(place);
    this.sizes.observe(place);
  }

  protected override updated(_changed: PropertyValues<this>): void {
    this.draw();
  }

  private draw(): void {
    const text = { color: colour("ink-2"), fontFamily: getComputedStyle(this).fontFamily, fontSize: 12 };
    this.chart?.setOption({
      animationDuration: 250,
      textStyle: text,
      grid: { left: 8, right: 8, top: this.series.length > 1 ? 36 : 12, bottom: 4, containLabel: true },
      legend: { show: this.series.length > 1, top: 0, left: 0, icon: "roundRect", itemWidth: 12, textStyle: text },
      tooltip: {
        trigger: "axis",
        // Rich text is drawn; the other kind is markup with inline styles, which our policy forbids.
        renderMode: "richText",
        backgroundColor: colour("surface"),
        borderColor: colour("line"),
        textStyle: { ...text, color: colour("ink") },
      },
      xAxis: {
        type: "category",
        data: this.times,
        axisTick: { show: false },
        axisLabel: text,
        axisLine: { lineStyle: { color: colour("line-2") } },
      },
      yAxis: {
        type: "value",
        minInterval: 1,
        axisLabel: text,
        splitLine: { lineStyle: { color: colour("line") } },
      },
      series: this.series.map((each) => ({
        name: each.name,
        type: "bar",
        stack: "all",
        data: each.values,
        barMaxWidth: 22,
        itemStyle: { color: colour(each.colour) },
      })),
    });
  }
}
