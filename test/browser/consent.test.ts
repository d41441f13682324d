import { chromium } from "playwright-core";
import type { Browser, Page } from "playwright-core";
import { usePerson } from "../cli/person";

const home = usePerson();
let browser: Browser;

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM });
});

afterAll(() => browser.close());

/** What the person does on the page of consent, and what they read at the end. */
function person(choose: (page: Page) => Promise<void>) {
  let read: Promise<string> | undefined;
  const atEnd = async (url: string): Promise<string> => {
    const page = await browser.newPage();
    await page.goto(url);
    await choose(page);
    await page.waitForURL("**/callback?*");
    return page.innerText("body").finally(() => page.close());
  };
  return { browse: (url: string) => read = atEnd(url), read: () => read };
}

const press = (name: string) => (page: Page): Promise<void> =>
  page.getByRole("button", { name }).click();

describe.each(["fitbit", "google_health"])("the consent page of %s in a browser", (app) => {
  it("connects with Allow", async () => {
    const { browse, read } = person(press("Allow"));
    const { code } = await home.connect(app, browse);
    expect(code).toBe(0);
    expect(await home.accounts()).toHaveLength(1);
    expect(await read()).toContain("You can close this page");
  });

  it("leaves out what is unticked", async () => {
    const choose = async (page: Page): Promise<void> => {
      const boxes = await page.getByRole("checkbox", { name: /sleep/ }).all();
      for (const box of boxes) await box.uncheck();
      await press("Allow")(page);
    };
    await home.connect(app, person(choose).browse);
    const [account] = await home.accounts();
    expect(account?.scopes.length).toBeGreaterThan(3);
    expect(account?.scopes.filter((scope) => scope.includes("sleep"))).toEqual([]);
  });

  it("connects nothing with Deny, and says so on both sides", async () => {
    const { browse, read } = person(press("Deny"));
    const { code, said } = await home.connect(app, browse);
    expect(code).toBe(1);
    expect(said.at(-1)).toContain("Access was denied");
    expect(await read()).toContain("Access was denied");
    expect(await home.accounts()).toEqual([]);
  });
});
