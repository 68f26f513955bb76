/** What the public API answers, as far as the console reads it. */

export interface Call {
  sid: string;
  parent_call_sid: string | null;
  from: string;
  to: string;
  status: string;
  direction: string;
  start_time: string | null;
  end_time: string | null;
  duration: string | null;
  date_created: string;
}

export interface CallPage {
  calls: Call[];
  next_page_uri: string | null;
}

/** One element that a call is at, or came through. */
export interface Step {
  element: string;
  name: string | null;
  type: string;
  process: string;
  version: number;
  since: string;
}

export interface Position {
  call: string;
  flow: string | null;
  version: number | null;
  elements: Step[];
  path: Step[];
  variables: Record<string, unknown>;
  seq: number;
}

export interface Recording {
  sid: string;
  call_sid: string;
  channels: number;
  duration: string | null;
  status: string;
  date_created: string;
}

export interface RecordingPage {
  recordings: Recording[];
  next_page_uri: string | null;
}

export interface Flow {
  key: string;
  name: string;
  version: number;
  shipped: boolean;
}

export interface FlowVersion {
  version: number;
  deployed: string;
}

/** What the check of a model found, at which element. */
export interface FlowProblem {
  element: string | null;
  code: string;
  cause: string;
  remedy: string;
}

export interface PhoneNumber {
  sid: string;
  phone_number: string;
  friendly_name: string;
  voice_url: string;
}

export interface Workspace {
  sid: string;
  friendly_name: string;
}

export interface Activity {
  sid: string;
  friendly_name: string;
  available: boolean;
}

export interface Worker {
  sid: string;
  workspace_sid: string;
  friendly_name: string;
  activity_sid: string;
  activity_name: string;
  available: boolean;
  attributes: string;
  date_status_changed: string;
}

export interface Queue {
  sid: string;
  workspace: string;
  name: string;
  waiting: number;
  oldest: string | null;
  assigned: number;
  eligible: number;
  available: number;
  answered: number;
  abandoned: number;
  service_level: number | null;
}

/** A work item that is not finished. */
export interface WorkItem {
  sid: string;
  workspace: string;
  queue: string;
  queue_name: string;
  medium: string;
  call: string | null;
  state: string;
  priority: number;
  created: string;
  since: string;
  worker: string | null;
  worker_name: string | null;
}

/** What keeps each worker from being asked for an item. */
export interface Explanation {
  work_item: string;
  state: string;
  workers: { name: string; may_be_asked: boolean; reasons: { code: string; detail: string }[] }[];
}

export interface Slot {
  start: string;
  calls: number;
  not_answered: number;
  queued: number;
  connected: number;
  abandoned: number;
}

export interface User {
  sid: string;
  name: string;
  role: string;
  workspace: string | null;
  worker: string | null;
  created: string;
}
