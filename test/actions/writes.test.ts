import nock from "nock";
import { isFields, type Fields } from "../../local/runtime/component";
import { FOUND_NOTHING, HOSTS } from "../support/apis";
import { listed } from "../support/components";
import { examples } from "../support/examples";
import { run, skipWaits } from "../support/step";

const actions = listed("actions");

const isWrite = ({ annotations }: Fields) =>
  isFields(annotations) && annotations.readOnlyHint === false;

const writes = actions.filter(({ component }) => isWrite({ ...component }))
  .map(({ app, component }) => ({ key: component.key, app, component }));

/** Reads find nothing; counts the writes, which fail on the way. */
function failing(app: keyof typeof HOSTS): () => number {
  const host = HOSTS[app];
  let sent = 0;
  nock(host).get(/./).query(true).optionally().reply(200, FOUND_NOTHING[app]).persist();
  for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
    nock(host).intercept(/./, method).query(true).optionally().reply(() => {
      sent += 1;
      return [503, ""];
    }).persist();
  }
  return () => sent;
}

/** Where all that is stored can be seen, whatever it is. */
const APPS = ["the Fitbit app", "the Google Health app"];

describe("a write that fails on the way is sent once, and says where to look", () => {
  it.each(writes)("$key", async ({ app, component }) => {
    const waits = skipWaits();
    const sent = failing(app);
    const { error } = await run(component, examples(component));
    expect(error).toMatchObject({ name: "ServerError", status: 503 });
    const { message } = error as Error;
    const [, tool] = /may have been stored or changed all the same: look at (.+?) before/
      .exec(message) ?? [];
    const tools = actions.filter((other) => other.app === app);
    expect([...tools.map((other) => other.component.name), ...APPS]).toContain(tool);
    expect([sent(), waits]).toEqual([1, []]);
  });
});
