import { createSignal, onMount } from 'solid-js';
import type { MovePlan } from '#schema/contracts/version-moves.ts';
import { api } from '#web/shared/client.ts';
import { createStepping } from '#web/shared/stepping.ts';
import { mergePlans } from './merge-plans.ts';
import type { MovedKind } from './version-moves.presenter.ts';
import { movesPaths } from './version-moves.queries.ts';

/** The dry run of a line, page after page from the moment that somebody looks at it. */
export const createDryRun = (of: () => { campaign: string; kind: MovedKind; key: string }) => {
  const [plan, setPlan] = createSignal<MovePlan>();
  const [error, setError] = createSignal<unknown>();
  const stepping = createStepping<MovePlan>({
    ask: (after) => {
      const { campaign, kind, key } = of();
      const target = plan()?.target.hash;
      setError(undefined);
      return api
        .get<MovePlan>(`${movesPaths[kind]}/plan`, { campaign, key, after, target })
        .catch((failure: unknown) => {
          setError(failure);
          return undefined;
        });
    },
    onPage: (page) => {
      setPlan((before) => (before === undefined ? page : mergePlans(before, page)));
    },
    onStart: () => setPlan(undefined),
  });
  onMount(() => void stepping.start());
  return { ...stepping, plan, error };
};
