import { createSignal } from 'solid-js';
import type { Urge, Urged } from '#schema/contracts/reminders.ts';
import { createStepping } from '#web/shared/stepping.ts';
import { createUrging } from './reminders.queries.ts';

/**
 * 催办 step after step, each a hundred units at most. It may break off anywhere: a unit is urged
 * once a working day, so that going on, or beginning anew, reaches nobody twice.
 */
export const createUrgingSteps = (given: { urge: () => Urge; onHalt: () => void }) => {
  const [results, setResults] = createSignal<Urged['results']>([]);
  const urging = createUrging();
  const stepping = createStepping<Urged>({
    ask: async (after) => {
      const urge = given.urge();
      return (await urging.attempt(after === undefined ? urge : { ...urge, after }))?.data;
    },
    onPage: (page) => setResults((before) => [...before, ...page.results]),
    onStart: () => setResults([]),
    onHalt: given.onHalt,
  });
  return { ...stepping, results, problem: urging.problem };
};
