/** Where the console is, from the address after the hash sign: #/calls/CA... */
export interface Route {
  page: string;
  id: string;
}

export function route(): Route {
  const [page = "", id = ""] = location.hash.replace(/^#\/?/, "").split("/");
  return { page, id: decodeURIComponent(id) };
}

export function link(page: string, id = ""): string {
  return id ? `#/${page}/${encodeURIComponent(id)}` : `#/${page}`;
}

export function go(page: string, id = ""): void {
  location.hash = link(page, id);
}
