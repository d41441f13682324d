const WORD = /^(?:[A-Z0-9][\w().%/-]*|Of|Or|By|To|For|In|From)$/;
const LINK = /\[See the documentation\]\(https:\/\/[^\s()]+\/[^\s()]+\)$/;

/** Whether a name is in title case, without article and without the app's own name. */
export function isTitle(name: string): boolean {
  // So the registry marks a source that does not poll.
  const words = name.replace(/ \(Instant\)$/, "").split(" ");
  return words.every((word) => WORD.test(word))
    && !words.some((word) => /^(?:a|an|the)$/i.test(word))
    && !/fitbit|google health/i.test(name);
}

/** The first words of a text. */
export function opener(text: string): string {
  return text.split(" ").slice(0, 3).join(" ");
}

/** What is wrong with a component's description; `names` are those of all components. */
export function descriptionProblem(
  description: string,
  names: ReadonlySet<string>,
): string | undefined {
  if (!LINK.test(description)) return "it does not end with a deep link to the documentation";
  const call = /\b(?:GET|POST|PUT|PATCH|DELETE)\b|\/v?\d(?:\.\d)?\/|\.json\b/.exec(
    description.replace(LINK, ""),
  );
  if (call) return `it speaks of HTTP: ${call[0]}`;
  const bolds = [...description.matchAll(/\*\*(.+?)\*\*/g)].map(([, bold = ""]) => bold);
  return bolds.find((bold) => !names.has(bold));
}
