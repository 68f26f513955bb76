import type { Connection, Element, Point, Shape } from "./diagram-types";

const NAMESPACE = "http://www.w3.org/2000/svg";
const RADIUS = 9;
const LONGEST_MOVE = 320;
const ALL_MOVES = 700;
const LINGER = 450;

interface Places {
  get(id: string): Element | undefined;
}

/**
 * The tokens of a call on its diagram: one for each element that the call is at. A token that leaves an element goes along
 * the sequence flow to the next one; what happens faster than it can be seen is played one after the other, quickly.
 */
export class Tokens {
  private readonly at = new Map<string, SVGGElement[]>();
  private departed: { id: string; token: SVGGElement }[] = [];
  private readonly moves: (() => Promise<void>)[] = [];
  private running = false;
  private readonly still = matchMedia("(prefers-reduced-motion: reduce)").matches;

  constructor(
    private readonly layer: SVGElement,
    private readonly places: Places,
    private readonly onChange: (active: string[]) => void,
  ) {}

  /** Puts tokens on the elements without a move: what was before we looked. */
  place(ids: string[]): void {
    for (const id of ids) this.put(id, this.create(id));
    this.tell();
  }

  clear(): void {
    this.moves.length = 0;
    for (const token of [...this.at.values()].flat()) token.remove();
    this.at.clear();
    this.tell();
  }

  enter(id: string): void {
    this.moves.push(() => this.arrive(id));
    void this.play();
  }

  leave(id: string): void {
    this.moves.push(() => this.depart(id));
    void this.play();
  }

  private async play(): Promise<void> {
    if (this.running) return;
    this.running = true;
    for (let move = this.moves.shift(); move; move = this.moves.shift()) await move();
    this.running = false;
  }

  private depart(id: string): Promise<void> {
    const token = this.at.get(id)?.pop();
    if (!token) return Promise.resolve();
    if (this.at.get(id)?.length === 0) this.at.delete(id);
    const gone = { id, token };
    this.departed.push(gone);
    setTimeout(() => this.vanish(gone), LINGER);
    this.tell();
    return Promise.resolve();
  }

  private vanish(gone: { id: string; token: SVGGElement }): void {
    if (!this.departed.includes(gone)) return;
    this.departed = this.departed.filter((each) => each !== gone);
    gone.token.remove();
  }

  private async arrive(id: string): Promise<void> {
    const element = this.places.get(id);
    if (!element) return;
    const way = this.wayTo(element);
    const token = way ? way.token : this.create(id);
    this.put(id, token);
    this.tell();
    if (way && token && !this.still) await travel(token, way.points, this.pace());
    if (token) place(token, spot(element));
  }

  private wayTo(element: Element): { token: SVGGElement; points: Point[] } | undefined {
    for (const gone of this.departed) {
      const from = this.places.get(gone.id);
      const flow = element.incoming?.find((connection: Connection) => connection.source.id === gone.id);
      const isBoundary = (element as Shape).host?.id === gone.id;
      if (from && (flow || isBoundary)) {
        this.departed = this.departed.filter((each) => each !== gone);
        return { token: gone.token, points: [spot(from), ...(flow?.waypoints ?? []), spot(element)] };
      }
    }
    return undefined;
  }

  private pace(): number {
    return Math.min(LONGEST_MOVE, ALL_MOVES / (this.moves.length / 2 + 1));
  }

  private put(id: string, token: SVGGElement | undefined): void {
    if (token) this.at.set(id, [...(this.at.get(id) ?? []), token]);
  }

  private create(id: string): SVGGElement | undefined {
    const element = this.places.get(id);
    if (!element) return undefined;
    const token = document.createElementNS(NAMESPACE, "g");
    token.setAttribute("class", "token");
    for (const [kind, radius] of [
      ["halo", RADIUS + 4],
      ["core", RADIUS],
    ] as const) {
      const circle = document.createElementNS(NAMESPACE, "circle");
      circle.setAttribute("r", String(radius));
      circle.setAttribute("class", kind);
      token.append(circle);
    }
    this.layer.append(token);
    place(token, spot(element));
    return token;
  }

  private tell(): void {
    this.onChange([...this.at.keys()]);
  }
}

/** Where a token stands: in the middle of a small element, at the upper left corner of one with a name in it. */
function spot(element: Element): Point {
  const shape = element as Shape;
  const isSmall = shape.width <= 60;
  return isSmall ? { x: shape.x + shape.width / 2, y: shape.y + shape.height / 2 } : { x: shape.x + 4, y: shape.y + 4 };
}

function place(token: SVGGElement, point: Point): void {
  token.setAttribute("transform", `translate(${point.x} ${point.y})`);
}

function travel(token: SVGGElement, points: Point[], millis: number): Promise<void> {
  const lengths = points.slice(1).map((point, i) => distance(points[i] as Point, point));
  const whole = lengths.reduce((sum, length) => sum + length, 0);
  const start = performance.now();
  return new Promise((resolve) => {
    const frame = (now: number) => {
      const share = Math.min(1, (now - start) / millis);
      place(token, along(points, lengths, whole * share));
      if (share < 1 && token.isConnected && !document.hidden) requestAnimationFrame(frame);
      else resolve();
    };
    if (document.hidden) resolve();
    else requestAnimationFrame(frame);
  });
}

function along(points: Point[], lengths: number[], way: number): Point {
  let rest = way;
  for (const [i, length] of lengths.entries()) {
    const from = points[i] as Point;
    const to = points[i + 1] as Point;
    if (rest <= length) {
      const share = length === 0 ? 0 : rest / length;
      return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
    }
    rest -= length;
  }
  return points[points.length - 1] as Point;
}

function distance(a: Point, b: Point): number {
  return Math.hypot(b.x - a.x, b.y - a.y);
}
