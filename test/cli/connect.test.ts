import { once } from "node:events";
import { stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { choose, chooseAndLand } from "../support/consent";
import type { Called } from "./call";
import { called } from "./call";
import { usePerson } from "./person";

const person = usePerson();

const TOKENS: Record<string, string> = { fitbit: "/oauth2/token", google_health: "/token" };

describe.each(["fitbit", "google_health"])("fitbit connect %s", (app) => {
  it("stores what was granted for its owner alone, and prints no token", async () => {
    const { code, printed, said } = await person.connect(app);
    const [account] = await person.accounts();
    expect(code).toBe(0);
    expect(account).toMatchObject({ app, sandboxUrl: person.url, client: { id: "mine" } });
    expect([account?.accessToken, account?.refreshToken].every((token) => token?.startsWith("sandbox"))).toBe(true);
    const text = [...printed, ...said].join("\n");
    expect(text).toContain(`of the sandbox at ${person.url} is connected`);
    expect(text).not.toContain(account?.accessToken);
    expect(text).not.toContain(account?.refreshToken);
    expect((await stat(person.file)).mode & 0o777).toBe(0o600);
  });

  it("asks for every scope that a component of the app declares", async () => {
    const list = await called(["list", "--app", app, "--json"]);
    const entries = JSON.parse(list.printed.join("")) as { scopes: string[] }[];
    await person.connect(app);
    const { printed } = await person.call(["accounts", "--json"]);
    const [account] = JSON.parse(printed.join("")) as { scopes: string[] }[];
    const declared = new Set(entries.flatMap(({ scopes }) => scopes));
    expect(account?.scopes).toEqual([...declared].sort());
  });

  it("asks with PKCE and a state of its own each time, and for what --scope names", async () => {
    const asked: URLSearchParams[] = [];
    const browse = async (url: string): Promise<void> => {
      asked.push(new URL(url).searchParams);
      await chooseAndLand(url);
    };
    const scope = app === "fitbit" ? "sleep,activity" : "sleep.readonly activity_and_fitness.readonly";
    await person.connect(app, browse, "--scope", scope);
    await person.connect(app, browse, "--scope", scope);
    const [one, two] = asked;
    expect(one?.get("scope")?.split(" ")).toHaveLength(2);
    expect(one?.get("code_challenge_method")).toBe("S256");
    expect(one?.get("access_type")).toBe(app === "fitbit" ? null : "offline");
    expect(one?.get("state")).not.toBe(two?.get("state"));
    expect(one?.get("code_challenge")).not.toBe(two?.get("code_challenge"));
    expect(await person.accounts()).toHaveLength(1);
  });

  it("takes the client of the account that is there, when none is named", async () => {
    await person.connect(app, {}, "--client-secret", "s3cret");
    const openBrowser = (url: string): void => void chooseAndLand(url);
    const args = ["connect", app, "--port", "0", "--sandbox-url", person.url];
    expect((await person.call(args, { openBrowser })).code).toBe(0);
    expect(await person.accounts()).toMatchObject([{ client: { id: "mine", secret: "s3cret" } }]);
  });

  it("tells what was not granted", async () => {
    const { code, printed } = await person.connect(app, { without: "sleep" });
    expect(code).toBe(0);
    expect(printed.join("\n")).toMatch(/Not granted, so that what needs them will fail:\n {2}sleep/);
  });

  it.each<[string, (url: string) => Promise<unknown>, RegExp]>([
    ["a no", (url) => chooseAndLand(url, { decision: "deny" }), /^Access was denied on the page of \w+, so nothing is connected\. .* choose Allow\.$/],
    ["another state", async (url) => {
      const back = await choose(url);
      back.searchParams.set("state", "another");
      await fetch(back);
    }, /^This is not the answer to what was asked just now/],
    ["a code that was used", async (url) => {
      const back = await choose(url);
      await fetch(new URL(TOKENS[app] ?? "", person.url), {
        method: "POST",
        body: new URLSearchParams({
          grant_type: "authorization_code", client_id: "mine", code: back.searchParams.get("code") ?? "",
        }),
      });
      await fetch(back);
    }, /did not take the code of this consent \(invalid_grant\): it was used already/],
    ["no code", async (url) => {
      const back = await choose(url);
      back.searchParams.delete("code");
      await fetch(back);
    }, /^The address has no code in it/],
    ["an error of the server", async (url) => {
      const back = await choose(url);
      back.searchParams.set("error", "server_error");
      await fetch(back);
    }, /refused what was asked for \(server_error\)/],
  ])("says what to do after %s, and stores nothing", async (_, browse, words) => {
    const { code, said } = await person.connect(app, browse);
    expect(code).toBe(1);
    expect(said.at(-1)).toMatch(words);
    expect(await person.accounts()).toEqual([]);
  });

  it.each([
    ["status 503", { status: 503 }, /gave no tokens \(it answered 503\): try again later/],
    ["status 429", { status: 429 }, /gave no tokens \(it answered 429\): try again later/],
    ["a cut line", "reset", /gave no tokens \(no connection: \w+\): check the network, then try again/],
    ["a page of HTML", "html", /gave no tokens \(it answered/],
    ["status 410", { status: 410 }, /gave no tokens \(it answered 410\)/],
  ])("says so when the tokens are answered by %s, and stores nothing", async (_, answer, words) => {
    const browse = async (url: string): Promise<void> => {
      await person.control("faults", [{ match: { path: TOKENS[app] }, times: 9, answer }]);
      await chooseAndLand(url);
    };
    const { code, said } = await person.connect(app, browse);
    expect(code).toBe(1);
    expect(said.at(-1)).toMatch(words);
    expect(said.at(-1)?.includes("fitbit connect google_health")).toBe(app === "fitbit");
    expect(await person.accounts()).toEqual([]);
  });

  it("names the client that is refused, and where to compare it", async () => {
    const { code, said } = await person.connect(app, {}, "--client-secret", "wrong-one");
    expect(code).toBe(1);
    expect(said.at(-1)).toContain("does not know this client, or its secret is another (invalid_client): compare the id and the secret with those at https:");
    expect(said.join("\n")).not.toContain("wrong-one");
  });
});

describe("the page at the end", () => {
  it("says that it is done, or what went wrong", async () => {
    const pages: Promise<string>[] = [];
    const landing = (decision: "allow" | "deny") => (url: string): Promise<string> => {
      const page = chooseAndLand(url, { decision })
        .then(async (answer) => `${answer.status} ${await answer.text()}`);
      pages.push(page);
      return page;
    };
    await person.connect("fitbit", landing("allow"));
    await person.connect("fitbit", landing("deny"));
    expect(await pages[0]).toMatch(/^200[^]*<h1>Connected</);
    expect(await pages[1]).toMatch(/^400[^]*<h1>Not connected<[^]*Access was denied/);
  });

  it("is one alone: other paths are not there, and go on waiting", async () => {
    const { code } = await person.connect("fitbit", async (url) => {
      const back = new URL(new URL(url).searchParams.get("redirect_uri") ?? "");
      expect((await fetch(new URL("/favicon.ico", back))).status).toBe(404);
      await chooseAndLand(url);
    });
    expect(code).toBe(0);
  });
});

describe("fitbit connect --paste", () => {
  /** What the person types, once they have seen the address that is printed. */
  async function paste(
    lines: (url: string) => Promise<(string | undefined)[]>,
  ): Promise<Called> {
    let typed: (string | undefined)[] | undefined;
    const said: string[] = [];
    const outcome = await called(
      ["connect", "fitbit", "--client-id", "mine", "--paste", "--sandbox-url", person.url],
      person.env,
      {
        readLine: async () => {
          const [url = ""] = /http:\S+authorize\S+/.exec(said.join("\n")) ?? [];
          typed ??= await lines(url);
          return typed.shift();
        },
      },
      said,
    );
    return outcome;
  }

  it("takes the address that the browser ended at, whatever is around it", async () => {
    const { code } = await paste(async (url) => [` "${(await choose(url)).href}" `]);
    expect(code).toBe(0);
    expect(await person.accounts()).toHaveLength(1);
  });

  it("asks again for what is no address", async () => {
    const { code, said } = await paste(async (url) => ["yes", "http://127.0.0.1:8976/callback", (await choose(url)).href]);
    expect(code).toBe(0);
    expect(said.filter((line) => line === "That is not the whole address: it begins with http://127.0.0.1:8976/callback?")).toHaveLength(2);
  });

  it.each([
    ["nothing", () => Promise.resolve([undefined]), "No address was pasted"],
    ["the answer to another question", async (url: string) => {
      const back = await choose(url);
      back.searchParams.set("state", "another");
      return [back.href];
    }, "This is not the answer to what was asked just now"],
  ])("stores nothing for %s", async (_, lines, words) => {
    const { code, said } = await paste(lines);
    expect(code).toBe(1);
    expect(said.at(-1)).toContain(words);
    expect(await person.accounts()).toEqual([]);
  });
});

describe("fitbit connect, called wrongly,", () => {
  it.each([
    [["connect"], "Missing required argument 'app'."],
    [["connect", "strava", "--client-id", "x"], "The apps are fitbit and google_health."],
    [["connect", "fitbit"], "--client-id takes the id of your own OAuth client, from https://dev.fitbit.com/apps."],
    [["connect", "fitbit", "--client-id", " "], "--client-id takes the id of your own OAuth client"],
    [["connect", "fitbit", "--client-id", "x", "--scope", " , "], "--scope is empty"],
    [["connect", "fitbit", "--client-id", "x", "--port", "many"], "--port takes a whole number"],
    [["connect", "fitbit", "--client-id", "x", "--sandbox-url", "http://127.0.0.1:1"], "No sandbox answers at http://127.0.0.1:1"],
    [["connect", "fitbit", "--client-id", "x", "--sandbox-url", "https://example.com"], "--sandbox-url takes an address such as"],
  ])("ends with 2 and one sentence: %j", async (args, words) => {
    const { code, said } = await person.call(args);
    expect(code).toBe(2);
    expect(said.join("\n")).toContain(words);
  });

  it("names --port where its port is taken", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const { port } = other.address() as AddressInfo;
    const { code, said } = await person.connect("fitbit", {}, "--port", String(port));
    other.close();
    expect([code, said.at(-1)]).toEqual([2, `Port ${port} is in use: choose another with --port, and register its address for the client, or use --paste.`]);
  });

  it("asks nobody for what could not be stored", async () => {
    await person.connect("fitbit");
    await writeFile(person.file, "{");
    const openBrowser = jest.fn();
    const args = ["connect", "fitbit", "--client-id", "x", "--port", "0"];
    const { code, said } = await person.call([...args, "--sandbox-url", person.url], { openBrowser });
    expect([code, said.at(-1)]).toEqual([1, expect.stringContaining("it is no JSON")]);
    expect(openBrowser).not.toHaveBeenCalled();
  });

  it("says where an account would be kept, with no home", async () => {
    const { code, said } = await called(
      ["connect", "fitbit", "--client-id", "x", "--port", "0", "--sandbox-url", person.url],
      {}, { openBrowser: (url) => void chooseAndLand(url) },
    );
    expect([code, said.at(-1)]).toEqual([1, "There is nowhere to keep an account: set HOME or XDG_CONFIG_HOME."]);
  });
});
