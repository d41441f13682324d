import { demand } from "../access";
import type { Resource } from "../resource";
import type { Answer, Call, Route } from "../route";
import { CHANGES } from "./changes";
import { userOf } from "./profile";

function update(call: Call): Answer {
  const changes = [...call.query].map(([name, text]) => {
    const change = CHANGES[name];
    if (change?.scope) demand(call.access, change.scope);
    return change?.read(call, text, name);
  });
  changes.forEach((change) => change?.(call.person));
  return { status: 201, body: { user: userOf(call) } };
}

const PATH = "/1/user/:user/profile.json";

const routes: Route[] = [
  {
    method: "GET",
    path: PATH,
    scope: "profile",
    answer: (call) => ({ body: { user: userOf(call) } }),
  },
  { method: "POST", path: PATH, scope: "profile", takes: Object.keys(CHANGES), answer: update },
];

export const user: Resource = { routes };
