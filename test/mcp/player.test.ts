import type { Target } from "../../local/cli/target";
import { createPlayer } from "../../local/mcp/player";
import { asComponent } from "../../local/runtime";

const component = asComponent({
  type: "action",
  props: { shop: { type: "app", app: "shop", methods: {} } },
  run(this: { shop: { $auth: { token: string } } }) {
    return this.shop.$auth.token;
  },
});

/** A target whose token tells how often one was opened, and how often it was renewed. */
function targets(sandboxUrl?: string) {
  const told = { opened: 0, renewed: 0, closed: 0 };
  const open = (): Promise<Target> => {
    told.opened += 1;
    const { opened } = told;
    if (opened === 1) return Promise.reject(new Error("Not yet."));
    return Promise.resolve({
      ...sandboxUrl === undefined ? {} : { sandboxUrl },
      account: "environment",
      isEmbedded: false,
      isFallback: false,
      accounts: () => ({ token: `token ${opened}` }),
      renew: () => Promise.resolve(void (told.renewed += 1)),
      close: () => Promise.resolve(void (told.closed += 1)),
    });
  };
  return { told, player: createPlayer(open, () => undefined) };
}

const returned = async (player: ReturnType<typeof createPlayer>) => {
  const { run } = await player.play(component, {});
  return run.ok ? run.return : run.error.message;
};

it("opens nothing before the first call, and again after it could not", async () => {
  const { told, player } = targets();
  expect(told.opened).toBe(0);
  await expect(returned(player)).rejects.toThrow("Not yet.");
  expect(await returned(player)).toBe("token 2");
});

it("looks an account up again for each call, once for those at once", async () => {
  const { told, player } = targets();
  await expect(returned(player)).rejects.toThrow();
  expect(await Promise.all([returned(player), returned(player)])).toEqual(["token 2", "token 2"]);
  expect(await returned(player)).toBe("token 3");
  expect(told.renewed).toBe(3);
});

it("keeps a sandbox until it is closed", async () => {
  const { told, player } = targets("http://127.0.0.1:9");
  await expect(returned(player)).rejects.toThrow();
  expect([await returned(player), await returned(player)]).toEqual(["token 2", "token 2"]);
  await player.close();
  expect(told).toEqual({ opened: 2, renewed: 2, closed: 1 });
});
