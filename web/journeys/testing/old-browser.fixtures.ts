import { createRequire } from 'node:module';

/** What is used of a `puppeteer-core` 5 page; the package names no types of its own. */
type Handle = {
  click(): Promise<void>;
  uploadFile(...paths: string[]): Promise<void>;
};
type OldPage = {
  goto(url: string): Promise<unknown>;
  waitForXPath(path: string, options: { visible?: boolean; timeout: number }): Promise<Handle>;
  waitForFunction(body: string, options: { timeout: number; polling: number }): Promise<unknown>;
  evaluate(body: string): Promise<unknown>;
  keyboard: { type(text: string): Promise<void>; press(key: string): Promise<void> };
  on(event: 'pageerror', heard: (error: Error) => void): void;
};
export type OldBrowser = {
  newPage(): Promise<OldPage>;
  version(): Promise<string>;
  close(): Promise<void>;
};

const patience = 20_000;

/** Chromium 86 out of its package; one process, because its sandbox does not start as root. */
export async function launchOldBrowser(width: number): Promise<OldBrowser> {
  // The package unpacks its binary only where it believes to run as a cloud function.
  process.env.FUNCTION_NAME ??= 'journey';
  const load = createRequire(import.meta.url);
  const packaged = load('chrome-aws-lambda') as { executablePath: Promise<string> };
  const puppeteer = load('puppeteer-core') as {
    launch(options: Record<string, unknown>): Promise<OldBrowser>;
  };
  return puppeteer.launch({
    executablePath: await packaged.executablePath,
    headless: true,
    defaultViewport: { width, height: 800 },
    // Without a locale it does not find a file whose name is Chinese.
    env: { ...process.env, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' },
    args: ['--no-sandbox', '--single-process', '--no-zygote', '--disable-gpu', '--lang=zh-CN'],
  });
}

const quoted = (words: string) => `"${words}"`;

/** A tab of the old browser, worked by what stands on the page. */
export type OldTab = {
  problems: string[];
  go(url: string): Promise<void>;
  /** Waits until the words can be read. */
  see(words: string): Promise<void>;
  /** A button or link whose words begin so, and say further on what it is about. */
  press(words: string, about?: string): Promise<void>;
  tick(label: string): Promise<void>;
  fill(label: string, text: string): Promise<void>;
  attach(label: string, path: string): Promise<void>;
  /** What a script says about the page. */
  read(script: string): Promise<unknown>;
};

export async function openOldTab(browser: OldBrowser): Promise<OldTab> {
  const page = await browser.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  const find = (path: string) => page.waitForXPath(path, { visible: true, timeout: patience });
  const labelled = (label: string) => `//label[starts-with(normalize-space(.), ${quoted(label)})]`;
  return {
    problems,
    go: async (url) => void (await page.goto(url)),
    see: async (words) => {
      const body = `document.body.innerText.includes(${JSON.stringify(words)})`;
      await page.waitForFunction(body, { timeout: patience, polling: 100 });
    },
    press: async (words, about = words) => {
      const said = `[starts-with(normalize-space(.), ${quoted(words)})][contains(., ${quoted(about)})]`;
      const act = await find(`(//button${said} | //a${said})[last()]`);
      await act.click();
    },
    tick: async (label) => (await find(labelled(label))).click(),
    fill: async (label, text) => {
      await (await find(labelled(label))).click();
      await page.evaluate('document.activeElement.select()');
      await page.keyboard.type(text);
      await page.keyboard.press('Tab');
    },
    read: (script) => page.evaluate(script),
    attach: async (label, path) => {
      const chooser = `//input[@type="file"][@aria-label=${quoted(label)}]`;
      const input = await page.waitForXPath(chooser, { timeout: patience });
      await input.uploadFile(path);
    },
  };
}
