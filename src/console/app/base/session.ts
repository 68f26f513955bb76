import { ApiError, get, post, remove, useCsrf } from "./api";

/** Who is signed in. */
export interface Session {
  account: string;
  account_name: string;
  name: string;
  user: string | null;
  role: Role;
  workspace: string | null;
  worker: string | null;
  csrf: string;
  ends: string;
}

export type Role = "agent" | "supervisor" | "manager" | "analyst" | "admin";

const SESSION = "/jackfield/v1/session";

let current: Session | null = null;

/** Who is signed in; pages exist only while somebody is. */
export function session(): Session {
  if (!current) throw new Error("nobody is signed in");
  return current;
}

/** The path of a resource of the account. */
export function account(rest: string): string {
  return `/api/2010-04-01/Accounts/${session().account}${rest}`;
}

export function may(...roles: Role[]): boolean {
  return session().role === "admin" || roles.includes(session().role);
}

/** The page that somebody of this role starts with. */
export function home(): string {
  return session().role === "agent" ? "workers" : "overview";
}

export async function resume(): Promise<Session | null> {
  try {
    return adopt(await get<Session>(SESSION));
  } catch (failure) {
    if (failure instanceof ApiError && (failure.status === 401 || failure.status === 404)) return null;
    throw failure;
  }
}

export async function signIn(user: string, password: string): Promise<Session> {
  return adopt(await post<Session>(SESSION, { user, password }));
}

export async function signOut(): Promise<void> {
  await remove(SESSION);
  forget();
}

export function forget(): void {
  current = null;
  useCsrf("none");
}

function adopt(opened: Session): Session {
  current = opened;
  useCsrf(opened.csrf);
  return opened;
}
