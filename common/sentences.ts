/** The sentences that people read in a workflow's log; pure, in the user's own days. */

/** `1 nap`, `2 naps`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** `7 h 12 min`, `45 min`. */
export function duration(minutes: number): string {
  const whole = Math.round(minutes);
  const hours = Math.floor(whole / 60);
  return hours ? `${hours} h ${whole % 60} min` : `${whole} min`;
}

/** `12,345`, `5.2`. */
export function amount(value: number): string {
  return value.toLocaleString("en-US", { maximumFractionDigits: 2 });
}

const AFTER_SYNC = "Data appears after the watch syncs.";

/** What a range or a day without records says. */
export function nothing(what: string): string {
  return `No ${what}. ${AFTER_SYNC}`;
}

/** What a log action says of a record, new or there already. */
export function logged(what: string, { alreadyLogged }: { alreadyLogged?: true }): string {
  return alreadyLogged ? `Already logged: ${what}` : `Logged ${what}`;
}
