/** The parts of the diagram library that we use, with the types that they have. */

export interface Point {
  x: number;
  y: number;
}

export interface Connection {
  id: string;
  source: { id: string };
  waypoints: Point[];
}

export interface Shape extends Point {
  id: string;
  width: number;
  height: number;
  host?: { id: string };
  incoming?: Connection[];
}

export type Element = Shape & { type: string; labelTarget?: unknown; businessObject?: { name?: string } };

export interface Box extends Point {
  width: number;
  height: number;
}

export interface Canvas {
  zoom(level: number | "fit-viewport", center?: "auto" | Point): number;
  zoom(): number;
  resized(): void;
  viewbox(box?: Box): Box;
  scrollToElement(id: string, padding?: number): void;
  addMarker(id: string, marker: string): void;
  removeMarker(id: string, marker: string): void;
  getLayer(name: string, index: number): SVGElement;
}

export interface Overlays {
  add(id: string, type: string, overlay: { position: object; html: HTMLElement; show?: object }): string;
  remove(filter: { type: string }): void;
}

export interface Registry {
  get(id: string): Element | undefined;
  filter(test: (element: Element) => boolean): Element[];
}
