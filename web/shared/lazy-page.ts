import { lazy } from 'solid-js';
import type { Component } from 'solid-js';
import { loadWords } from './i18n.ts';

/** A page in a file of its own: `page(() => import('./pages/tasks.page.tsx'), 'TasksPage')`. */
export const page = <Name extends string>(
  load: () => Promise<Record<Name, Component>>,
  name: Name,
): Component => lazy(async () => ({ default: (await load())[name] }));

/** The page with the words that only it speaks: both are asked for at once. */
export const withWords =
  <Loaded>(domain: Parameters<typeof loadWords>[0], load: () => Promise<Loaded>) =>
  async (): Promise<Loaded> => {
    const [loaded] = await Promise.all([load(), loadWords(domain)]);
    return loaded;
  };
