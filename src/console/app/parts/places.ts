import { type TemplateResult, html } from "lit";
import type { Role } from "../base/session";
import "../pages/calls";

/** A page: its name, the key after g that leads there, who may see it. */
export interface Place {
  page: string;
  name: string;
  key: string;
  roles: Role[];
  /** Reached from another page, not from the menu. */
  part?: boolean;
  parts?: string[];
  render: (id: string) => TemplateResult;
}

const WATCHERS: Role[] = ["supervisor", "manager", "analyst"];

export const PLACES: Place[] = [
  {
    page: "calls",
    name: "Calls",
    key: "c",
    roles: WATCHERS,
    parts: ["call"],
    render: () => html`<jf-calls></jf-calls>`,
  },
];

export function placeOf(page: string): Place | undefined {
  return PLACES.find((place) => place.page === page);
}
