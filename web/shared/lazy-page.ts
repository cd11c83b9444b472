import { lazy } from 'solid-js';
import type { Component } from 'solid-js';

/** A page in a file of its own: `page(() => import('./pages/tasks.page.tsx'), 'TasksPage')`. */
export const page = <Name extends string>(
  load: () => Promise<Record<Name, Component>>,
  name: Name,
): Component => lazy(async () => ({ default: (await load())[name] }));
