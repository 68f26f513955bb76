const CLOCK = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit", second: "2-digit" });
const DAY = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short" });

/** Seconds as 0:07, 12:34 or 1:02:03. */
export function duration(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  const rest = String(whole % 60).padStart(2, "0");
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, "0")}:${rest}` : `${minutes}:${rest}`;
}

/** The time of day, with the day when it is not today's. */
export function time(text: string | null): string {
  if (!text) return "–";
  const at = new Date(text);
  if (Number.isNaN(at.getTime())) return "–";
  const isToday = at.toDateString() === new Date().toDateString();
  return isToday ? CLOCK.format(at) : `${DAY.format(at)}, ${CLOCK.format(at)}`;
}

export function since(text: string | null): number {
  return text ? (Date.now() - new Date(text).getTime()) / 1000 : 0;
}

/** An address as people read it: without sip: and without our own host. */
export function party(address: string): string {
  return address.replace(/^sips?:/, "").replace(/[;?].*$/, "");
}

/** in-progress as "In progress". */
export function words(code: string): string {
  const text = code.replace(/[-_]/g, " ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Who made a call. */
export function direction(code: string): string {
  return { inbound: "Inbound", "outbound-api": "By the API", "outbound-dial": "Dialled" }[code] ?? words(code);
}

/** Variables one to a line: what is inside a map has the map's name before its own. */
export function flat(values: Record<string, unknown>, before = ""): [string, string][] {
  return Object.entries(values).flatMap(([name, value]): [string, string][] => {
    if (value !== null && typeof value === "object" && !Array.isArray(value)) {
      return flat(value as Record<string, unknown>, `${before}${name}.`);
    }
    return [[before + name, typeof value === "string" ? value : JSON.stringify(value)]];
  });
}
