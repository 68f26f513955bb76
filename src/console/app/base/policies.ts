import { get, getText, postXml, putXml } from "./api";

/** Routing policies and their decision tables, as the API answers them. */

export interface Policy {
  sid: string;
  name: string;
  workspace: string;
  version: number;
  updated: string;
  decision_table: boolean;
}

/** What is wrong with a table: in which row (from 1) and column, when it is about one. */
export interface TableProblem {
  row: number | null;
  column: string;
  code: string;
  cause: string;
  remedy: string;
}

export interface Spot {
  queue: string;
  name: string;
  priority: number;
}

export interface Difference {
  work_item: string;
  created: string;
  fate: string;
  was: Spot | null;
  row: number | null;
  would_be: Spot | null;
}

/** Where items of the past would have gone. */
export interface Preview {
  since: string;
  looked_at: number;
  complete: boolean;
  fates: { unchanged: number; other_queue: number; other_priority: number; nowhere: number };
  rows: { row: number; items: number }[];
  queues: { queue: string; name: string; were: number; would_be: number }[];
  differences: Difference[];
  problems: TableProblem[];
  warnings: TableProblem[];
}

export type SavedPolicy = Omit<Policy, "decision_table"> & { warnings: TableProblem[] };

const own = (workspace: string, rest: string) => `/jackfield/v1/workspaces/${workspace}/${rest}`;

/** All of the workspace, at most a thousand. */
export async function policies(workspace: string): Promise<Policy[]> {
  return (await get<{ policies: Policy[] }>(own(workspace, "routing-policies"))).policies;
}

export async function queueNames(workspace: string): Promise<string[]> {
  const path = `/taskrouter/v1/Workspaces/${workspace}/TaskQueues?PageSize=1000`;
  return (await get<{ task_queues: { friendly_name: string }[] }>(path)).task_queues.map((each) => each.friendly_name);
}

/** A policy's document as text, for those that are no table. */
export async function policyDocument(workspace: string, policy: string): Promise<string> {
  const path = `/taskrouter/v1/Workspaces/${workspace}/Workflows/${policy}`;
  return (await get<{ configuration: string }>(path)).configuration;
}

export function tableOf(workspace: string, policy: string): Promise<string> {
  return getText(own(workspace, `routing-policies/${policy}/decision-table`));
}

/** Without a policy a new one is made. */
export function saveTable(
  workspace: string,
  policy: string,
  xml: string,
  withoutWorkers: boolean,
): Promise<SavedPolicy> {
  const query = `?without_workers=${withoutWorkers}`;
  return policy
    ? putXml(own(workspace, `routing-policies/${policy}/decision-table${query}`), xml)
    : postXml(own(workspace, `decision-tables${query}`), xml);
}

export function previewTable(workspace: string, policy: string, xml: string, days: number): Promise<Preview> {
  const query = new URLSearchParams({ days: `${days}`, ...(policy && { policy }) });
  return postXml(own(workspace, `decision-tables/preview?${query}`), xml);
}
