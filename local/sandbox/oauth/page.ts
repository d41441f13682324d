const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const page = (title: string, body: string): string => `<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
<style>
  body { font: 16px/1.5 system-ui, sans-serif; max-width: 34rem; margin: 3rem auto; padding: 0 1rem }
  label { display: block }
  button { font: inherit; padding: .4rem 1.2rem; margin: 1.5rem .5rem 0 0 }
</style>
<h1>${escaped(title)}</h1>
${body}
`;

export interface Consent {
  /** Whose page it is. */
  name: string;
  clientId: string;
  /** Where the answer is posted to. */
  path: string;
  /** What was asked for, to be posted with the answer. */
  asked: URLSearchParams;
  /** The scopes that can be ticked, and what is said of each. */
  scopes: readonly (readonly [scope: string, words: string])[];
}

/** The page on which the person chooses. */
export function consentPage({ name, clientId, path, asked, scopes }: Consent): string {
  const hidden = [...asked].map(([key, value]) => (
    `<input type="hidden" name="${escaped(key)}" value="${escaped(value)}">`
  ));
  const boxes = scopes.map(([scope, words]) => (
    `<label><input type="checkbox" name="granted" value="${escaped(scope)}" checked> ${escaped(words)}</label>`
  ));
  return page(`${name} (sandbox): let ${clientId} have your data?`, [
    "<p>An invented person is asked here, in the place of a real account.</p>",
    `<form method="post" action="${path}">`,
    ...hidden,
    ...boxes,
    '<button name="decision" value="allow">Allow</button>',
    '<button name="decision" value="deny">Deny</button>',
    "</form>",
  ].join("\n"));
}

/** The page that leads nowhere. */
export const errorPage = (name: string, error: string, words: string): string =>
  page(`${name} (sandbox): ${error}`, `<p>${escaped(words)}</p>`);
