import { type TemplateResult, html } from "lit";
import type { Role } from "../base/session";

/** A page: its name, the key after g that leads there, who may see it. */
export interface Place {
  page: string;
  name: string;
  key: string;
  roles: Role[];
  /** Reached from another page, not from the menu. */
  part?: boolean;
  parts?: string[];
  /** Loads the page's code: what nobody opens is not loaded. */
  code: () => Promise<unknown>;
  render: (id: string) => TemplateResult;
}

const WATCHERS: Role[] = ["supervisor", "manager", "analyst"];
const ALL: Role[] = [...WATCHERS, "agent"];

export const PLACES: Place[] = [
  {
    page: "overview",
    name: "Overview",
    key: "o",
    roles: WATCHERS,
    code: () => import("../pages/overview"),
    render: () => html`<jf-overview></jf-overview>`,
  },
  {
    page: "calls",
    name: "Calls",
    key: "c",
    roles: WATCHERS,
    parts: ["call"],
    code: () => import("../pages/calls"),
    render: () => html`<jf-calls></jf-calls>`,
  },
  {
    page: "call",
    name: "Call",
    key: "",
    roles: WATCHERS,
    part: true,
    code: () => import("../pages/call"),
    render: (id) => html`<jf-call .sid=${id}></jf-call>`,
  },
  {
    page: "queues",
    name: "Queues",
    key: "q",
    roles: ALL,
    code: () => import("../pages/queues"),
    render: () => html`<jf-queues></jf-queues>`,
  },
  {
    page: "floor",
    name: "Floor",
    key: "l",
    roles: WATCHERS,
    code: () => import("../pages/floor"),
    render: () => html`<jf-floor></jf-floor>`,
  },
  {
    page: "workers",
    name: "Workers",
    key: "w",
    roles: ALL,
    code: () => import("../pages/workers"),
    render: () => html`<jf-workers></jf-workers>`,
  },
  {
    page: "recordings",
    name: "Recordings",
    key: "r",
    roles: ["supervisor", "manager"],
    code: () => import("../pages/recordings"),
    render: () => html`<jf-recordings></jf-recordings>`,
  },
  {
    page: "flows",
    name: "Flows",
    key: "f",
    roles: WATCHERS,
    parts: ["flow"],
    code: () => import("../pages/flows"),
    render: () => html`<jf-flows></jf-flows>`,
  },
  {
    page: "flow",
    name: "Flow",
    key: "",
    roles: WATCHERS,
    part: true,
    code: () => import("../pages/flow"),
    render: (id) => html`<jf-flow .key=${id}></jf-flow>`,
  },
  {
    page: "policies",
    name: "Routing",
    key: "p",
    roles: WATCHERS,
    parts: ["policy"],
    code: () => import("../pages/policies"),
    render: () => html`<jf-policies></jf-policies>`,
  },
  {
    page: "policy",
    name: "Routing policy",
    key: "",
    roles: WATCHERS,
    part: true,
    code: () => import("../pages/policy"),
    render: (id) => html`<jf-policy .place=${id}></jf-policy>`,
  },
  {
    page: "numbers",
    name: "Numbers",
    key: "n",
    roles: WATCHERS,
    code: () => import("../pages/numbers"),
    render: () => html`<jf-numbers></jf-numbers>`,
  },
  {
    page: "users",
    name: "Users",
    key: "u",
    roles: ["admin"],
    code: () => import("../pages/users"),
    render: () => html`<jf-users></jf-users>`,
  },
];

export function placeOf(page: string): Place | undefined {
  return PLACES.find((place) => place.page === page);
}
