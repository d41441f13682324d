import type { Answer, Missing } from "./answer";
import { failedWith } from "./wire/errors";

/** What a log action asks its app for. */
interface Once<T> {
  /** The same record, if it is stored. */
  find(): Promise<T | undefined>;
  create(): Promise<Answer<T>>;
}

/**
 * Writes a record, unless the same is stored already: then it is given, and nothing written.
 * Where looking is refused, the record is written, and the answer says so. Of two runs at the
 * same moment both may write.
 */
export async function writeOnce<T extends object>(
  skipIfLogged: boolean,
  { find, create }: Once<T>,
): Promise<Answer<T & { alreadyLogged?: true }>> {
  const { found, refused = [] } = skipIfLogged ? await look(find) : {};
  if (found) return { data: { ...found, alreadyLogged: true } };
  const { data, missing = [] } = await create();
  const lost = [...refused, ...missing];
  return { data, ...lost.length && { missing: lost } };
}

async function look<T>(
  find: Once<T>["find"],
): Promise<{ found?: T | undefined; refused?: Missing[] }> {
  try {
    return { found: await find() };
  } catch (error) {
    return { refused: [refusalOf(error)] };
  }
}

/** Why nobody could look. Throws what is no refusal: whether it is there is not known then. */
function refusalOf(error: unknown): Missing {
  const part = "alreadyLogged";
  if (failedWith(error, "missing_scope")) return { part, why: "scope", scope: error.scope };
  if (failedWith(error, "forbidden")) return { part, why: "refused" };
  throw error;
}
