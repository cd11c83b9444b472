import { dayAt } from '#plugins/sdk/dates/days.ts';
import type { TenantJobContext } from '#workers/modules/tenants/index.ts';
import { commitOrThrow } from '#workers/platform/http/commit.ts';
import {
  addSteps,
  addUp,
  findUncounted,
  readBothTotals,
  recordRecount,
} from '../register-totals.repository.ts';
import { listRegisterRows } from '../registers.repository.ts';

type Context = Pick<TenantJobContext, 'db' | 'writer' | 'clock'>;
export type Recount = { register: string; differences: number };

const shown = 20;

/**
 * Counts the totals of a register anew from its entries, and puts right what differs. What is added
 * is the difference at one moment, so entries that move meanwhile are counted by their own changes.
 */
export async function recountTotals(context: Context, register: string): Promise<Recount> {
  const { db, writer, clock } = context;
  const { kept, counted } = await readBothTotals(db, register);
  const wrong = addUp([...counted, ...kept.map((row) => ({ ...row, entries: -row.entries }))]);
  const at = clock.now();
  const differences = wrong.length;
  await commitOrThrow(writer, {
    steps: [
      ...addSteps(wrong),
      recordRecount({ registerKey: register, recountedOn: dayAt(at), differences }),
    ],
    audit: {
      action: 'register.recount',
      actor: { kind: 'system', id: 'registers.recount' },
      subjectKind: 'register',
      subjectId: register,
      at,
      facts: {
        differences,
        wrong: wrong
          .slice(0, shown)
          .map(({ relation, node, state, entries }) => ({ relation, node, state, by: entries })),
      },
    },
  });
  return { register, differences };
}

/** One register a call, each once a day: what a tick of the minute can bear. */
export async function recountDaily(context: Context): Promise<Recount | undefined> {
  const rows = await listRegisterRows(context.db);
  const keys = rows.map(({ key }) => key);
  const register = await findUncounted(context.db, keys, dayAt(context.clock.now()));
  return register === undefined ? undefined : recountTotals(context, register);
}
