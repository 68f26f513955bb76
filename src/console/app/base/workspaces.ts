import { get } from "./api";
import type { Activity, Worker, Workspace } from "./types";

const WORKSPACES = "/taskrouter/v1/Workspaces";

interface Meta {
  meta: { next_page_url: string | null };
}

export async function workspaces(): Promise<Workspace[]> {
  return (await get<{ workspaces: Workspace[] }>(`${WORKSPACES}?PageSize=100`)).workspaces;
}

export async function activities(workspace: string): Promise<Activity[]> {
  return (await get<{ activities: Activity[] }>(`${WORKSPACES}/${workspace}/Activities?PageSize=100`)).activities;
}

/** Everybody of the workspace, at most a thousand. */
export async function workers(workspace: string): Promise<Worker[]> {
  return (await get<{ workers: Worker[] } & Meta>(`${WORKSPACES}/${workspace}/Workers?PageSize=1000`)).workers;
}

export function taskPath(item: { workspace: string; sid: string }): string {
  return `${WORKSPACES}/${item.workspace}/Tasks/${item.sid}`;
}

export function workerPath(worker: { workspace_sid: string; sid: string }): string {
  return `${WORKSPACES}/${worker.workspace_sid}/Workers/${worker.sid}`;
}
