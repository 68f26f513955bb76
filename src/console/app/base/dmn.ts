/** A decision table as it is edited: the texts of its head and its cells, as DMN has them. */
export interface Sheet {
  name: string;
  hitPolicy: string;
  inputs: Head[];
  outputs: Head[];
  rows: SheetRow[];
}

/** An input's expression or an output's name, and its type. */
export interface Head {
  id: string;
  text: string;
  type: string;
}

export interface SheetRow {
  id: string;
  note: string;
  tests: string[];
  values: string[];
}

const MODEL = "https://www.omg.org/spec/DMN/20191111/MODEL/";
const PARTS = ["input", "output", "annotation", "rule"];

export const EMPTY = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="${MODEL}" id="routing-definitions" name="Routing" namespace="https://jackfield.org/routing">
  <decision id="routing" name="">
    <decisionTable id="routing-table" hitPolicy="FIRST">
      <input id="input-1"><inputExpression id="expression-1" typeRef="string"><text>task.language</text></inputExpression></input>
      <output id="output-1" name="queue" typeRef="string" />
      <rule id="row-1"><inputEntry id="test-1"><text>-</text></inputEntry><outputEntry id="value-1"><text></text></outputEntry></rule>
    </decisionTable>
  </decision>
</definitions>`;

/** Fails when the text is no DMN model with a decision table. */
export function readSheet(xml: string): Sheet {
  const table = tableIn(parsed(xml));
  return {
    name: table.parentElement?.getAttribute("name") ?? "",
    hitPolicy: table.getAttribute("hitPolicy") ?? "UNIQUE",
    inputs: children(table, "input").map((input) => {
      const expression = children(input, "inputExpression")[0];
      return { id: idOf(input), text: textIn(expression), type: expression?.getAttribute("typeRef") ?? "" };
    }),
    outputs: children(table, "output").map((output) => ({
      id: idOf(output),
      text: output.getAttribute("name") ?? "",
      type: output.getAttribute("typeRef") ?? "",
    })),
    rows: children(table, "rule").map((rule) => ({
      id: idOf(rule),
      note: children(rule, "description")[0]?.textContent?.trim() || textIn(children(rule, "annotationEntry")[0]),
      tests: children(rule, "inputEntry").map(textIn),
      values: children(rule, "outputEntry").map(textIn),
    })),
  };
}

/** The model with its table as the sheet says; everything else in it stays. */
export function writeSheet(sheet: Sheet, xml: string): string {
  const model = parsed(xml);
  const table = tableIn(model);
  table.parentElement?.setAttribute("name", sheet.name);
  if (table.getAttribute("hitPolicy") !== sheet.hitPolicy) table.removeAttribute("aggregation");
  table.setAttribute("hitPolicy", sheet.hitPolicy);
  PARTS.flatMap((part) => children(table, part)).forEach((part) => part.remove());
  const add = (parent: Element, name: string, attributes: Record<string, string>, text?: string): Element => {
    const made = parent.appendChild(model.createElementNS(table.namespaceURI, name));
    Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
    if (text !== undefined) {
      made.appendChild(model.createElementNS(table.namespaceURI, "text")).textContent = text;
    }
    return made;
  };
  for (const { id, text, type } of sheet.inputs) {
    add(add(table, "input", { id }), "inputExpression", { id: `${id}-expression`, typeRef: type }, text);
  }
  for (const { id, text, type } of sheet.outputs) add(table, "output", { id, name: text, typeRef: type });
  for (const row of sheet.rows) {
    const rule = add(table, "rule", { id: row.id });
    if (row.note) add(rule, "description", {}).textContent = row.note;
    row.tests.forEach((text, i) => add(rule, "inputEntry", { id: `${row.id}-test-${i + 1}` }, text));
    row.values.forEach((text, i) => add(rule, "outputEntry", { id: `${row.id}-value-${i + 1}` }, text));
  }
  return new XMLSerializer().serializeToString(model);
}

/** What a cell that holds one text shows: the text; any other cell as it is. */
export function unquoted(cell: string): string {
  const literal = /^\s*"((?:[^"\\]|\\.)*)"\s*$/.exec(cell)?.[1];
  return literal === undefined ? cell : literal.replace(/\\(.)/g, "$1");
}

export function quoted(text: string): string {
  return text.trim() === "" ? "" : `"${text.replace(/[\\"]/g, "\\$&")}"`;
}

function parsed(xml: string): Document {
  const model = new DOMParser().parseFromString(xml, "application/xml");
  if (model.getElementsByTagName("parsererror").length > 0) throw new Error("The file is not well-formed XML.");
  return model;
}

function tableIn(model: Document): Element {
  const table = model.getElementsByTagNameNS("*", "decisionTable")[0];
  if (!table) throw new Error("The file has no decision table.");
  return table;
}

function children(element: Element, name: string): Element[] {
  return [...element.children].filter((child) => child.localName === name);
}

function textIn(element: Element | undefined): string {
  return (element && children(element, "text")[0]?.textContent?.trim()) ?? "";
}

function idOf(element: Element): string {
  return element.getAttribute("id") ?? freshId();
}

export function freshId(): string {
  return `_${crypto.getRandomValues(new Uint32Array(2)).join("_")}`;
}
