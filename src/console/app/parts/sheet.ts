import { LitElement, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { type Head, type Sheet, type SheetRow, freshId, quoted, unquoted } from "../base/dmn";
import type { TableProblem } from "../base/policies";
import { base, controls } from "../base/style";
import { sheetStyle } from "./sheet-style";

const OUTPUTS: Record<string, string> = {
  queue: "string",
  priority: "number",
  timeout: "number",
  workers: "string",
  orderBy: "string",
  skipIf: "string",
  knownWorker: "string",
};
/** Conditions and orders take room. */
const LONG = ["workers", "orderBy", "skipIf"];
const TYPES = ["string", "number", "boolean", ""];

/** A decision table to edit, cell by cell, with what is wrong at its row. Fires "changed" with the sheet as it is then. */
@customElement("jf-sheet")
export class SheetEditor extends LitElement {
  static override styles = [base, controls, sheetStyle];

  @property({ attribute: false }) sheet: Sheet = { name: "", hitPolicy: "FIRST", inputs: [], outputs: [], rows: [] };
  @property({ attribute: false }) queues: string[] = [];
  @property({ attribute: false }) problems: TableProblem[] = [];
  @property({ attribute: false }) warnings: TableProblem[] = [];
  @property({ type: Boolean }) fixed = false;

  override render() {
    return html`<div
        class="scroll"
        role="group"
        aria-label="Decision table, scrolls sideways"
        tabindex=${this.fixed ? "0" : nothing}
        @keydown=${this.move}
      >
        <table aria-label="Decision table">
          <thead>
            <tr>
              <th class="count" scope="col">Row</th>
              ${this.sheet.inputs.map((head, i) => this.input(head, i))}
              ${this.sheet.outputs.map((head, i) => this.output(head, i))}
              <th scope="col">Note</th>
              ${this.fixed ? nothing : html`<th class="count" scope="col"><span class="visually-hidden">Change the row</span></th>`}
            </tr>
          </thead>
          <tbody>
            ${repeat(
              this.sheet.rows,
              (row) => row.id,
              (row, i) => this.row(row, i),
            )}
          </tbody>
        </table>
      </div>
      ${this.fixed ? nothing : this.tools()} ${this.findings()}`;
  }

  private input(head: Head, i: number) {
    const bad = this.problemAt(null, head.text || `input ${i + 1}`);
    return html`<th scope="col">
      <div class="head">
        <span class="kind">If</span>
        <span class="row">
          <input
            aria-label="Attribute of input ${i + 1}"
            aria-invalid=${bad ? "true" : "false"}
            spellcheck="false"
            .value=${head.text}
            ?disabled=${this.fixed}
            @change=${(event: Event) => this.setHead("inputs", i, { text: valueOf(event).trim() })}
          />
          ${this.fixed ? nothing : this.remover(`Remove input ${i + 1}`, () => this.removeColumn("inputs", "tests", i))}
        </span>
        <select
          aria-label="Type of input ${i + 1}"
          ?disabled=${this.fixed}
          @change=${(event: Event) => this.setHead("inputs", i, { type: valueOf(event) })}
        >
          ${(TYPES.includes(head.type) ? TYPES : [...TYPES, head.type]).map(
            (type) => html`<option value=${type} ?selected=${type === head.type}>${type || "any type"}</option>`,
          )}
        </select>
      </div>
    </th>`;
  }

  private output(head: Head, i: number) {
    return html`<th scope="col" class="then ${i === 0 ? "first-then" : ""} ${LONG.includes(head.text) ? "long" : ""}">
      <div class="head">
        <span class="kind">Then</span>
        <span class="row spread">
          <span>${head.text}</span>
          ${
            this.fixed || head.text === "queue"
              ? nothing
              : this.remover(`Remove output ${head.text}`, () => this.removeColumn("outputs", "values", i))
          }
        </span>
      </div>
    </th>`;
  }

  private remover(label: string, action: () => void) {
    return html`<button class="quiet small" aria-label=${label} title=${label} @click=${action}>✕</button>`;
  }

  private row(row: SheetRow, r: number) {
    const bad = this.problems.some((problem) => problem.row === r + 1);
    return html`<tr class=${bad ? "bad" : ""} data-row=${r + 1}>
      <th class="count" scope="row">${r + 1}</th>
      ${this.sheet.inputs.map(
        (head, i) =>
          html`<td>
            ${this.cell(r, head.text, row.tests[i] ?? "", "-", (text) => this.setCell(r, "tests", i, text))}
          </td>`,
      )}
      ${this.sheet.outputs.map(
        (head, i) =>
          html`<td class=${i === 0 ? "first-then" : ""}>${this.valueCell(r, head, row.values[i] ?? "", i)}</td>`,
      )}
      <td>${this.cell(r, "Note", row.note, "", (note) => this.setRow(r, { ...row, note }))}</td>
      ${this.fixed ? nothing : html`<td class="tools">${this.rowTools(r)}</td>`}
    </tr>`;
  }

  private valueCell(r: number, head: Head, value: string, i: number) {
    const set = (text: string) => this.setCell(r, "values", i, text);
    if (OUTPUTS[head.text] !== "string") return this.cell(r, head.text, value, "", set);
    const text = unquoted(value);
    if (head.text !== "queue") return this.cell(r, head.text, text, "", (typed) => set(quoted(typed)));
    const known = this.queues.some((name) => name.toLowerCase() === text.toLowerCase());
    return html`<select
      aria-label="Row ${r + 1}, queue"
      aria-invalid=${this.isBad(r, "queue")}
      ?disabled=${this.fixed}
      @change=${(event: Event) => set(quoted(valueOf(event)))}
    >
      ${known ? nothing : html`<option value=${text} selected>${text || "Choose a queue"}</option>`}
      ${this.queues.map(
        (name) => html`<option value=${name} ?selected=${name.toLowerCase() === text.toLowerCase()}>${name}</option>`,
      )}
    </select>`;
  }

  private cell(r: number, column: string, value: string, empty: string, set: (text: string) => void) {
    return html`<input
      aria-label="Row ${r + 1}, ${column}"
      aria-invalid=${this.isBad(r, column)}
      placeholder=${empty}
      spellcheck="false"
      autocomplete="off"
      .value=${value}
      ?disabled=${this.fixed}
      @change=${(event: Event) => set(valueOf(event))}
    />`;
  }

  private rowTools(r: number) {
    const tools: [string, string, () => void, boolean][] = [
      [`Move row ${r + 1} up`, "↑", () => this.moveRow(r, r - 1), r === 0],
      [`Move row ${r + 1} down`, "↓", () => this.moveRow(r, r + 1), r === this.sheet.rows.length - 1],
      [`Remove row ${r + 1}`, "✕", () => this.change({ rows: without(this.sheet.rows, r) }), false],
    ];
    return tools.map(
      ([label, sign, action, off]) =>
        html`<button class="quiet small" aria-label=${label} title=${label} ?disabled=${off} @click=${action}>
          ${sign}
        </button>`,
    );
  }

  private tools() {
    const left = Object.keys(OUTPUTS).filter((name) => !this.sheet.outputs.some((head) => head.text === name));
    return html`<div class="row">
      <button @click=${this.addRow}>Add row</button>
      <button @click=${this.addInput}>Add input</button>
      <select class="inline" aria-label="Add output" @change=${this.addOutput}>
        <option value="" selected>Add output …</option>
        ${left.map((name) => html`<option value=${name}>${name}</option>`)}
      </select>
    </div>`;
  }

  private findings() {
    const all = [
      ...this.problems.map((problem) => ({ problem, kind: "error" })),
      ...this.warnings.map((problem) => ({ problem, kind: "warning" })),
    ];
    if (all.length === 0) return nothing;
    return html`<section role=${this.problems.length > 0 ? "alert" : "status"}>
      <ul>
        ${all.map(
          ({ problem, kind }) =>
            html`<li class=${kind} data-row=${problem.row ?? ""} data-code=${problem.code}>
              <strong>${placeOf(problem)}${problem.cause}</strong>
              <span>${problem.remedy}</span>
              ${
                problem.row
                  ? html`<button class="quiet small" @click=${() => this.show(problem)}>
                      Show row ${problem.row}
                    </button>`
                  : nothing
              }
            </li>`,
        )}
      </ul>
    </section>`;
  }

  private show(problem: TableProblem): void {
    const row = this.renderRoot.querySelector<HTMLElement>(`tr[data-row="${problem.row}"]`);
    const cell = row?.querySelector<HTMLElement>(`[aria-label$=", ${CSS.escape(problem.column)}"]`);
    (cell ?? row?.querySelector<HTMLElement>("input, select"))?.focus();
  }

  /** Up and down go to the same column of the next row; Enter too, and beyond the last row it makes one. */
  private async move(event: KeyboardEvent): Promise<void> {
    const field = event.composedPath()[0];
    const step = { ArrowUp: -1, ArrowDown: 1, Enter: 1 }[event.key];
    if (!step || !(field instanceof HTMLInputElement)) return;
    const cell = field.closest("td");
    const row = cell?.parentElement;
    if (!cell || !(row instanceof HTMLTableRowElement)) return;
    event.preventDefault();
    field.blur();
    const to = row.sectionRowIndex + step;
    if (event.key === "Enter" && to === this.sheet.rows.length) this.addRow();
    await this.updateComplete;
    const rows = this.renderRoot.querySelectorAll<HTMLTableRowElement>("tbody tr");
    const next = (rows[to] ?? row).cells[cell.cellIndex]?.querySelector<HTMLElement>("input, select");
    next?.focus();
    if (next instanceof HTMLInputElement) next.select();
  }

  private problemAt(row: number | null, column: string): TableProblem | undefined {
    return this.problems.find((problem) => problem.row === row && problem.column === column);
  }

  private isBad(r: number, column: string): "true" | "false" {
    return this.problemAt(r + 1, column) ? "true" : "false";
  }

  private setHead(side: "inputs" | "outputs", i: number, change: Partial<Head>): void {
    this.change({ [side]: this.sheet[side].map((head, at) => (at === i ? { ...head, ...change } : head)) });
  }

  private setCell(r: number, side: "tests" | "values", i: number, text: string): void {
    const row = this.sheet.rows[r];
    if (row) this.setRow(r, { ...row, [side]: row[side].map((cell, at) => (at === i ? text : cell)) });
  }

  private setRow(r: number, row: SheetRow): void {
    this.change({ rows: this.sheet.rows.map((other, at) => (at === r ? row : other)) });
  }

  private moveRow(from: number, to: number): void {
    const rows = [...this.sheet.rows];
    rows.splice(to, 0, ...rows.splice(from, 1));
    this.change({ rows });
  }

  private removeColumn(side: "inputs" | "outputs", cells: "tests" | "values", i: number): void {
    this.change({
      [side]: without(this.sheet[side], i),
      rows: this.sheet.rows.map((row) => ({ ...row, [cells]: without(row[cells], i) })),
    });
  }

  private addRow(): void {
    const row: SheetRow = {
      id: freshId(),
      note: "",
      tests: this.sheet.inputs.map(() => ""),
      values: this.sheet.outputs.map(() => ""),
    };
    this.change({ rows: [...this.sheet.rows, row] });
  }

  private addInput(): void {
    this.change({
      inputs: [...this.sheet.inputs, { id: freshId(), text: "task.", type: "string" }],
      rows: this.sheet.rows.map((row) => ({ ...row, tests: [...row.tests, ""] })),
    });
  }

  private addOutput(event: Event): void {
    const name = valueOf(event);
    (event.target as HTMLSelectElement).value = "";
    this.change({
      outputs: [...this.sheet.outputs, { id: freshId(), text: name, type: OUTPUTS[name] ?? "string" }],
      rows: this.sheet.rows.map((row) => ({ ...row, values: [...row.values, ""] })),
    });
  }

  private change(change: Partial<Sheet>): void {
    this.sheet = { ...this.sheet, ...change };
    this.dispatchEvent(new CustomEvent<Sheet>("changed", { detail: this.sheet }));
  }
}

function valueOf(event: Event): string {
  return (event.target as HTMLInputElement | HTMLSelectElement).value;
}

function without<T>(all: T[], i: number): T[] {
  return all.filter((_, at) => at !== i);
}

function placeOf(problem: TableProblem): string {
  const row = problem.row ? `Row ${problem.row}` : "";
  const place = [row, problem.column].filter((part) => part !== "").join(", ");
  return place ? `${place}: ` : "";
}
