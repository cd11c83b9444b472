import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launchBrowser } from './browser.fixtures.ts';
import type { Width } from './browser.fixtures.ts';
import type { Desk } from './people.fixtures.ts';
import { startWorld } from './world.fixtures.ts';
import type { World } from './world.fixtures.ts';

/** The programs and the browser of one journey, from its first test to its last. */
export type Stage = {
  readonly world: World;
  readonly browser: Browser;
  desk(width: Width): Desk;
};

function present<Part>(part: Part | undefined): Part {
  if (part === undefined) throw new Error('the journey has not begun');
  return part;
}

/** Begins before the tests of the file and ends after them, when they fail too. */
export function useStage(
  programs: () => Promise<Parameters<typeof startWorld>[0]> = () => Promise.resolve({}),
): Stage {
  let world: World | undefined;
  let browser: Browser | undefined;
  beforeAll(async () => {
    [world, browser] = await Promise.all([startWorld(await programs()), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await world?.stop();
  });
  return {
    get world() {
      return present(world);
    },
    get browser() {
      return present(browser);
    },
    desk: (width) => ({ world: present(world), browser: present(browser), width }),
  };
}
