import type { CivilDate } from "./dates";
import type { LogQuery } from "./lists";
import { collect, type Pages } from "./wire/pages";
import type { Option, OptionsAnswer } from "./pipedream";

/** The options whose label holds every word of the query, in any letter case. */
export function matching<T extends Option>(query: string | undefined, options: T[]): T[] {
  const words = (query ?? "").toLowerCase().split(/\s+/);
  return options.filter(({ label }) => {
    const text = label.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

interface LogOption extends Option {
  /** The day that the log belongs to. */
  day: CivilDate;
}

const OPTIONS_A_PAGE = 50;

/**
 * One page of stored logs as options, newest first. The context carries to the next page the
 * day it starts with, and how many logs of that day have been shown.
 */
export async function recentLogs<T>(
  context: Record<string, unknown> | undefined,
  list: (wanted: LogQuery) => Pages<T>,
  toOption: (log: T) => LogOption,
): Promise<OptionsAnswer> {
  const to = typeof context?.to === "string" ? context.to : undefined;
  const shown = Number(context?.shown ?? 0);
  const limit = OPTIONS_A_PAGE + shown;
  const { items } = await collect(list({ to, limit }), limit);
  if (!items.length) return { options: [] };
  const found = items.map(toOption);
  const oldest = found.at(-1)?.day ?? to;
  return {
    options: found.slice(shown).map(({ label, value }) => ({ label, value })),
    context: { to: oldest, shown: found.filter(({ day }) => day === oldest).length },
  };
}
