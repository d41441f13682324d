/** What a person does with a page of consent, as a browser would send it. */
export interface Choice {
  decision?: "allow" | "deny";
  /** What is unticked: every scope that has this in its name. */
  without?: string;
}

const unescaped = (text: string): string =>
  text.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));

export interface Form {
  action: string;
  fields: [name: string, value: string][];
}

/** The fields of a page's form, as they are sent when nothing is changed. */
export function formIn(html: string): Form {
  const [, action = ""] = /<form method="post" action="([^"]*)">/.exec(html) ?? [];
  const inputs = [...html.matchAll(/<input type="\w+" name="([^"]*)" value="([^"]*)"/g)];
  return { action, fields: inputs.map(([, name = "", value = ""]) => [name, unescaped(value)]) };
}

/** Goes to a page of consent and chooses there; gives the address that it leads back to. */
export async function choose(
  url: string,
  { decision = "allow", without }: Choice = {},
): Promise<URL> {
  const { action, fields } = formIn(await (await fetch(url)).text());
  const kept = fields.filter(([name, value]) =>
    name !== "granted" || without === undefined || !value.includes(without));
  const answer = await fetch(new URL(action, url), {
    method: "POST",
    body: new URLSearchParams([...kept, ["decision", decision]]),
    redirect: "manual",
  });
  return new URL(answer.headers.get("location") ?? "", url);
}

/** The same to its end: the page that the browser shows then. */
export async function chooseAndLand(url: string, choice?: Choice): Promise<Response> {
  return fetch(await choose(url, choice));
}
