import type { Page } from "playwright-core";

/** What a screen reader has to say of a page: where it is, what was said without being asked, and what can be read. */
export interface Reading {
  /** The element with the focus, by role and name. */
  readonly focus: string;
  /** Texts of live regions since the last reading, in turn. */
  readonly said: readonly string[];
  /** The tree of the main part. */
  readonly tree: string;
}

/** Begins to listen to live regions; from the next page on. */
export async function listen(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const LIVE = "[role=status],[role=alert],[aria-live=polite],[aria-live=assertive],output";
    const heard: string[] = [];
    Object.assign(globalThis, { noriaiHeard: heard });
    const say = (region: Element) => {
      // Loading comes and goes as the machine is quick or slow.
      const text = (region as HTMLElement).innerText.replace(/\s+/g, " ").trim();
      if (text !== "" && !text.includes("読み込んでいます") && heard.at(-1) !== text) heard.push(text);
    };
    new MutationObserver((changes) => {
      const regions = new Set<Element>();
      for (const { target, addedNodes } of changes) {
        const around = (target instanceof Element ? target : target.parentElement)?.closest(LIVE);
        if (around) regions.add(around);
        for (const node of addedNodes)
          if (node instanceof Element)
            for (const region of [node, ...node.querySelectorAll("*")].filter((each) => each.matches(LIVE)))
              regions.add(region);
      }
      for (const region of regions) if (region.isConnected) say(region);
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
}

/** Reads the page as it is now, and forgets what was heard before. */
export async function readPage(page: Page): Promise<Reading> {
  const tree = await page.getByRole("main").ariaSnapshot();
  const dialog = page.getByRole("dialog");
  const read = (await dialog.count()) > 0 ? await dialog.ariaSnapshot() : tree;
  const { focus, said } = await page.evaluate(() => {
    const heard = (globalThis as unknown as { noriaiHeard: string[] }).noriaiHeard;
    const now = document.activeElement;
    const label = (now as HTMLInputElement | null)?.labels?.[0] ?? (now as HTMLElement | null);
    const name = now?.getAttribute("aria-label") ?? label?.innerText?.replace(/\s+/g, " ");
    return {
      focus:
        now === null || now === document.body ? "the page" : `${now.tagName.toLowerCase()} ${name ?? ""}`,
      said: heard.splice(0),
    };
  });
  return { focus, said, tree: read };
}

/** The reading as a page to be reviewed: what changes from day to day is masked, long lists of one kind are cut. */
export function written({ focus, said, tree }: Reading, codes: readonly string[] = []): string {
  const heading = [`# focus: ${focus}`, ...said.map((text) => `# says: ${text}`)];
  return `${cutRuns(masked([...heading, tree].join("\n"), codes).split("\n")).join("\n")}\n`;
}

const masked = (text: string, codes: readonly string[]): string =>
  codes
    .reduce((rest, code) => rest.replaceAll(code, "0000").replaceAll([...code].join(" "), "0 0 0 0"), text)
    .replace(/\d{1,2}:\d{2}(?::\d{2})?/g, "0:00")
    .replace(/\d{1,2}月\d{1,2}日(?:\([日月火水木金土]\))?/g, "0月0日")
    .replace(/(約|あと)[\d.]+(キロメートル|メートル|km|m|分)/g, "$10$2")
    .replace(/\d+m先/g, "0m先")
    .replace(/option "\d+(時|分)"(?: \[selected\])?/g, 'option "0$1"')
    .replace(/(button "0:00〜0:00) (?:まだ空いています|残りわずか|満席)/g, "$1 （空き状況）");

/** Of hours, minutes and days to choose from there are now more, now fewer: two of a run stand for all. */
function cutRuns(lines: readonly string[]): string[] {
  const kept: string[] = [];
  let kind: string | undefined;
  let run = 0;
  for (const line of lines) {
    const own = /^\s*- (?:(option)|(?:radio "|text: )(0月0日))/.exec(line)?.slice(1).join("");
    run = own !== undefined && own === kind ? run + 1 : 1;
    kind = own;
    if (run <= 2) kept.push(line);
    else if (run === 3) kept.push(`${/^\s*/.exec(line)![0]}# …`);
  }
  return kept;
}
