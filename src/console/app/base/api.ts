/** The public API of this server, asked as the one who signed in. */

/** What the server refused, in its own words. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly remedy: string,
    readonly body: unknown,
  ) {
    super(message);
  }
}

const CSRF = "Jackfield-CSRF";
const SIGNED_OUT = 401;
const PATIENCE_MILLIS = 20_000;

let csrf = "none";
let onSignedOut: () => void = () => undefined;

/** The proof of the open session, sent with each request. */
export function useCsrf(token: string): void {
  csrf = token;
}

/** What to do when the server no longer knows the session. */
export function whenSignedOut(action: () => void): void {
  onSignedOut = action;
}

export function get<T>(path: string): Promise<T> {
  return ask<T>(path, {});
}

export function post<T>(path: string, fields: Record<string, string>): Promise<T> {
  return ask<T>(path, { method: "POST", body: new URLSearchParams(fields) });
}

export function postXml<T>(path: string, xml: string): Promise<T> {
  return ask<T>(path, { method: "POST", body: xml, headers: { "Content-Type": "application/xml" } });
}

export function putXml<T>(path: string, xml: string): Promise<T> {
  return ask<T>(path, { method: "PUT", body: xml, headers: { "Content-Type": "application/xml" } });
}

export function remove(path: string): Promise<void> {
  return ask<void>(path, { method: "DELETE" });
}

export async function getText(path: string): Promise<string> {
  return (await send(path, {})).text();
}

export async function getBytes(path: string): Promise<ArrayBuffer> {
  return (await send(path, {}, 120_000)).arrayBuffer();
}

/** An answer whose body goes on; the caller ends it with the signal. */
export async function open(path: string, headers: Record<string, string>, signal: AbortSignal): Promise<Response> {
  return checked(await fetch(path, { headers: { ...headers, [CSRF]: csrf }, signal }));
}

async function ask<T>(path: string, request: RequestInit): Promise<T> {
  const answer = await send(path, request);
  return answer.status === 204 ? (undefined as T) : ((await answer.json()) as T);
}

async function send(path: string, request: RequestInit, patience = PATIENCE_MILLIS): Promise<Response> {
  const headers = new Headers(request.headers);
  headers.set(CSRF, csrf);
  try {
    return await checked(await fetch(path, { ...request, headers, signal: AbortSignal.timeout(patience) }));
  } catch (failure) {
    if (failure instanceof ApiError) throw failure;
    throw new ApiError(0, "The server does not answer.", "Check that it runs and that you are connected.", null);
  }
}

async function checked(answer: Response): Promise<Response> {
  if (answer.ok) return answer;
  const body: unknown = await answer.json().catch(() => null);
  const fields = (body ?? {}) as { detail?: string; message?: string; remedy?: string };
  if (answer.status === SIGNED_OUT && !answer.url.endsWith("/session")) onSignedOut();
  const message = fields.detail ?? fields.message ?? `The server answered ${answer.status}.`;
  throw new ApiError(answer.status, message, fields.remedy ?? "", body);
}
