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
