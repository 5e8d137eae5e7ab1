import type { Locator, Page } from "playwright-core";

/** More stops than any page has; whoever is not there by then is not reached at all. */
const TABS_MOST = 160;
const OPTIONS_MOST = 80;
const PATIENT = { timeout: 60_000 };

/** A person without a mouse: goes by Tab, chooses by arrows, presses Enter. */
export interface Keyboard {
  /** Goes to a place by Tab alone, backwards where it lies above. */
  goTo(place: Locator): Promise<void>;
  /** Goes to a link or a button and presses it. */
  press(place: Locator): Promise<void>;
  /** Goes to a field and types what is to stand in it. */
  type(field: Locator, text: string): Promise<void>;
  /** Goes to a group of radio buttons and chooses one of it by arrows. */
  choose(radio: Locator): Promise<void>;
  /** Goes to a list and chooses an option of it by arrows. */
  pick(list: Locator, option: string): Promise<void>;
  /** How often a mouse or a finger was used after all. */
  pointerUses(): Promise<number>;
}

/** @param page  not opened yet: from then on every use of a mouse is counted */
export async function takeKeyboard(page: Page): Promise<Keyboard> {
  let used = 0;
  await page.exposeFunction("noriaiPointerUsed", () => used++);
  await page.addInitScript(() => {
    const note = (globalThis as unknown as { noriaiPointerUsed(): void }).noriaiPointerUsed;
    for (const kind of ["pointerdown", "mousedown", "touchstart"]) addEventListener(kind, () => note(), true);
  });
  const goTo = async (place: Locator) => tabTo(page, place, isFocused);
  return {
    goTo,
    async press(place) {
      await goTo(place);
      await page.keyboard.press("Enter");
    },
    async type(field, text) {
      await goTo(field);
      await page.keyboard.press("ControlOrMeta+a");
      await page.keyboard.type(text);
    },
    async choose(radio) {
      await tabTo(page, radio, isGroupFocused);
      for (let n = 0; n < OPTIONS_MOST && !(await radio.isChecked()); n++)
        await page.keyboard.press("ArrowDown");
      if (!(await radio.isChecked())) throw new Error(`no arrow chooses ${radio}`);
    },
    async pick(list, option) {
      await goTo(list);
      await page.keyboard.press("Home");
      for (let n = 0; n < OPTIONS_MOST && (await chosenIn(list)) !== option; n++)
        await page.keyboard.press("ArrowDown");
      if ((await chosenIn(list)) !== option) throw new Error(`no arrow chooses ${option}`);
    },
    pointerUses: async () => used,
  };
}

type Reached = (element: Element) => "there" | "before" | "after";

async function tabTo(page: Page, place: Locator, reached: Reached): Promise<void> {
  const passed: string[] = [];
  await place.waitFor(PATIENT);
  for (let n = 0; n < TABS_MOST; n++) {
    const where = await place.evaluate(reached);
    if (where === "there") return;
    await page.keyboard.press(where === "before" ? "Tab" : "Shift+Tab");
    passed.push(await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 80) ?? "nothing"));
  }
  throw new Error(`Tab does not reach ${place}; it passed\n${[...new Set(passed)].slice(-12).join("\n")}`);
}

/** Whether the focus is on the element, or stands before or after it in the page. Runs in the page. */
function isFocused(element: Element): "there" | "before" | "after" {
  const now = document.activeElement;
  if (now === element) return "there";
  const stands = now === null ? 0 : now.compareDocumentPosition(element);
  return stands & Node.DOCUMENT_POSITION_PRECEDING ? "after" : "before";
}

/** The same, for the group of a radio button: Tab enters it at one place only. Runs in the page. */
function isGroupFocused(element: Element): "there" | "before" | "after" {
  const now = document.activeElement;
  const isOfGroup =
    now instanceof HTMLInputElement &&
    now.type === "radio" &&
    now.name === (element as HTMLInputElement).name;
  if (isOfGroup) return "there";
  const stands = now === null ? 0 : now.compareDocumentPosition(element);
  return stands & Node.DOCUMENT_POSITION_PRECEDING ? "after" : "before";
}

const chosenIn = (list: Locator): Promise<string | undefined> =>
  list.evaluate((element) => (element as HTMLSelectElement).selectedOptions[0]?.label);
