import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Account } from "../../local/accounts/account";
import { changeAccounts } from "../../local/accounts/store";
import type { Cli } from "../../local/cli/cli";
import type { Sandbox, SandboxOptions } from "../../local/sandbox";
import { startSandbox } from "../../local/sandbox";
import type { Choice } from "../support/consent";
import { chooseAndLand } from "../support/consent";
import type { Called } from "./call";
import { called } from "./call";

/** What a browser does with the address of a page of consent. */
export type Browse = (url: string) => Promise<unknown>;

/** A person with a folder of their own, and a sandbox to connect to. */
export class Person {
  env: Record<string, string> = {};
  #sandbox?: Sandbox;

  get sandbox(): Sandbox {
    if (!this.#sandbox) throw new Error("The sandbox is not open yet.");
    return this.#sandbox;
  }

  get url(): string {
    return this.sandbox.url;
  }

  async open(options: SandboxOptions): Promise<void> {
    this.#sandbox = await startSandbox({ rateLimit: false, ...options });
    this.env = { XDG_CONFIG_HOME: await mkdtemp(join(tmpdir(), "fitbit-person-")) };
  }

  async close(): Promise<void> {
    await this.sandbox.close();
    await rm(this.env.XDG_CONFIG_HOME ?? "", { recursive: true });
  }

  get file(): string {
    return join(this.env.XDG_CONFIG_HOME ?? "", "fitbit/accounts.json");
  }

  async accounts(): Promise<Account[]> {
    const text = await readFile(this.file, "utf8").catch(() => '{"accounts":[]}');
    return (JSON.parse(text) as { accounts: Account[] }).accounts;
  }

  /** Puts these in the place of those that are connected. */
  async keep(...accounts: Account[]): Promise<void> {
    await changeAccounts(this.env, () => accounts);
  }

  call(args: string[], person?: Pick<Cli, "openBrowser" | "readLine">): Promise<Called> {
    return called(args, this.env, person);
  }

  /** Calls it on the sandbox. */
  on(...args: string[]): Promise<Called> {
    return this.call([...args, "--sandbox-url", this.url]);
  }

  /** `fitbit connect` at the sandbox, with what the browser does. */
  connect(app: string, browse: Choice | Browse = {}, ...flags: string[]): Promise<Called> {
    const go = typeof browse === "function" ? browse : (url: string) => chooseAndLand(url, browse);
    const args = ["connect", app, "--client-id", "mine", "--port", "0", ...flags, "--sandbox-url", this.url];
    return new Promise((done, fail) => {
      const openBrowser = (url: string): void => void go(url).catch(fail);
      this.call(args, { openBrowser }).then(done, fail);
    });
  }

  async control(name: string, body: unknown): Promise<void> {
    const answer = await fetch(`${this.url}/_sandbox/${name}`, {
      method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(await answer.text());
  }

  later(minutes: number): Promise<void> {
    const now = this.sandbox.person.now + minutes * 60_000;
    return this.control("clock", { now: new Date(now).toISOString() });
  }

  /** The requests to a path so far, by their status. */
  async statuses(path: string): Promise<number[]> {
    const answer = await fetch(`${this.url}/_sandbox/requests`);
    const requests = await answer.json() as { path: string; status: number }[];
    return requests.filter((request) => request.path === path).map(({ status }) => status);
  }
}

/** One person for all the tests of a group, who has connected nothing before each. */
export function usePerson(options: SandboxOptions = {}): Person {
  const person = new Person();
  beforeAll(() => person.open(options));
  beforeEach(async () => {
    await person.control("reset", { rateLimit: false });
    await rm(person.file, { force: true });
  });
  afterAll(() => person.close());
  return person;
}
