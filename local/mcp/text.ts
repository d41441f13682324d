/** Pages to read are of no use in a call. */
const LINK = / ?\[[^\]]+\]\([^)]+\)/g;
const NAME = /\*\*([A-Z][^*]*)\*\*/g;
const SENTENCES = /(?<=\.) (?=[A-Z`*])/;

const toolOf = (name: string): string => name.toLowerCase().replaceAll(" ", "-");

/**
 * A description in which other actions are called by the names of their tools; what it says of
 * tools that are not offered is left out, and so are links.
 */
export function toolWords(description: string, offered: readonly string[]): string {
  const isOfUse = (sentence: string): boolean => {
    const named = [...sentence.matchAll(NAME)].map(([, name = ""]) => toolOf(name));
    return named.length === 0 || named.some((name) => offered.includes(name));
  };
  return description.replace(LINK, "").split(SENTENCES).filter(isOfUse).join(" ")
    .replace(NAME, (_, name: string) => toolOf(name));
}

const DAY = /: `YYYY-MM-DD`, `today`, `yesterday` or `N days ago`(, e\.g\. `[^`]+`)?/;
const EXAMPLE = /, e\.g\. `[^`]+`/;
/** Options without a word of what they are. */
const LIST = / One of (?:`[^`]+`(?:, )?)+(?:; l|\. L|\.)/;
/** What it costs, and where it is taken from otherwise, is for who fills in a form. */
const ASIDE = /\b(?:requests?|scopes?|connection|imports|settings)\b/;

/** Whether the schema says itself which values there are. */
interface Kind { isListed: boolean }

/** What an agent is told of a prop, beside its schema: the list of tools is to be short. */
export function propWords(
  description: string, { isListed }: Kind, offered: readonly string[],
): string {
  const words = toolWords(description, offered)
    .replace(DAY, ", as `2026-03-20` or `7 days ago`")
    .split(SENTENCES).filter((sentence) => !ASIDE.test(sentence)).join(" ");
  if (!isListed) return words;
  return words.replace(EXAMPLE, "").replace(LIST, (text) => /l$/i.test(text) ? " L" : "").trim();
}
