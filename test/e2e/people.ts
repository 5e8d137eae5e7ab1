import type { Answer, DutySheet, PublicService, RouteName, World } from "@noriai/api";
import type { Browser, Page } from "playwright-core";

const TENANT = "ube-demo";

/** A person of the demo town at their own browser, signed in by the demo door of the start page. */
export interface Person {
  readonly page: Page;
  /** Reads the API as this person's page does. */
  read<N extends RouteName>(path: string): Promise<Answer<N>>;
}

/** Opens the start page and walks in through the door of a role, as a newcomer does. */
export async function enter(
  browser: Browser,
  { url, door, viewport }: { url: string; door: string; viewport: { width: number; height: number } },
): Promise<Person> {
  const context = await browser.newContext({
    viewport,
    locale: "ja-JP",
    timezoneId: "Asia/Tokyo",
    acceptDownloads: true,
  });
  const page = await context.newPage();
  await page.goto(url);
  await page.getByRole("button", { name: `${door}として入る` }).click();
  await page.waitForURL(/\/t\/ube-demo\//);
  return {
    page,
    read: async (path) => {
      const answer = await context.request.get(`${url}/api/t/${TENANT}${path}`);
      if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
      return (await answer.json()) as never;
    },
  };
}

/** The stop names of the town by number. */
export async function stopNames(person: Person): Promise<ReadonlyMap<number, string>> {
  const { stops }: PublicService = await person.read<"getService">("/service");
  return new Map(stops.map(({ number, name }) => [number, name]));
}

/** Sets the demo clock to an instant, as 時刻変更 does. */
export async function jumpTo(page: Page, { url, to }: { url: string; to: string }): Promise<void> {
  const answer = await page.context().request.put(`${url}/api/demo/clock`, { data: { action: "jump", to } });
  if (!answer.ok()) throw new Error(`clock: ${answer.status()} ${await answer.text()}`);
}

/** Stops the demo clock, so that the story keeps its hours however slow the machine is. */
export async function pauseClock(page: Page, url: string): Promise<World> {
  const answer = await page.context().request.put(`${url}/api/demo/clock`, { data: { action: "pause" } });
  if (!answer.ok()) throw new Error(`clock: ${answer.status()} ${await answer.text()}`);
  return (await answer.json()) as World;
}

/** What the driver has to do now. */
export const dutySheet = (driver: Person): Promise<DutySheet> => driver.read<"getDutySheet">("/duty");
