import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '#plugins/sdk/dates/days.ts';
import { addTotals, noTotals, totalKeys } from '#plugins/sdk/registers/totals.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import { createTestContext } from '#workers/app/testing/test-context.fixtures.ts';
import { recordProblem } from '#workers/modules/registers/registers.fixtures.ts';
import {
  changeEntry,
  lookUpEntry,
  readBoard,
  storeEntry,
} from '#workers/modules/registers/stored-entries.fixtures.ts';
import type { StoredEntry } from '#workers/modules/registers/stored-entries.fixtures.ts';
import type { Submission } from '#workers/modules/submissions/index.ts';
import { lookUpFiling, readProgress } from '#workers/modules/submissions/progress.fixtures.ts';
import {
  filingsOf,
  putInto,
  storeFilings,
} from '#workers/modules/submissions/submissions.fixtures.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { endOfDay } from '#workers/platform/clock.ts';
import { sumEntriesByArea } from './entry-areas.repository.ts';
import { publishFigures } from './figures.fixtures.ts';
import { momentOf } from './moment.domain.ts';
import { sumOf } from './places.domain.ts';
import type { PlaceTotals } from './totals.domain.ts';
import { countAreas, countUnits } from './usecases/count-places.ts';
import { loadBasis } from './usecases/load-basis.ts';

const everything = { everything: true as const };
const firstDay = '2026-07-06';
const days = 9;
const dayMs = 86_400_000;
const unitKeys = ['hospital', 'second-hospital', 'direct-hospital'] as const;

let world: TestApp;
let context: TenantContext;
let filing: Submission;
let entry: StoredEntry;
let campaignId: string;

beforeAll(async () => {
  world = await createTestApp();
  world.clock.set(`${firstDay}T08:00:00+08:00`);
  ({ campaignId } = await publishFigures(world.site));
  context = await createTestContext(world.site, 'checker');
  const [first] = await filingsOf(world.site, 'hospital');
  const problem = await recordProblem(
    await world.as('checker'),
    world.site.units['hospital'] ?? '',
  );
  const stored = await lookUpEntry(world.site, problem.id);
  if (first === undefined || stored === undefined) throw new Error('nothing was opened');
  filing = first;
  entry = stored;
});
afterAll(() => world.close());

const day = fc.integer({ min: 0, max: days - 1 });
const act = fc.oneof(
  fc.record({ kind: fc.constant('open' as const), day, due: fc.option(day), unit: day }),
  fc.record({ kind: fc.constant('file' as const), day, of: fc.nat(20) }),
  fc.record({ kind: fc.constant('move' as const), day, of: fc.nat(20), due: fc.option(day) }),
  fc.record({ kind: fc.constant('exempt' as const), day, of: fc.nat(20) }),
  fc.record({ kind: fc.constant('restore' as const), day, of: fc.nat(20) }),
);
const turn = fc.oneof(
  fc.record({ kind: fc.constant('record' as const), day, due: fc.option(day), unit: day }),
  fc.record({
    kind: fc.constant('reach' as const),
    day,
    of: fc.nat(20),
    at: fc.constantFrom('accepted', 'verified', 'replied', 'rectified', 'closed', 'done'),
  }),
  fc.record({ kind: fc.constant('leave' as const), day, of: fc.nat(20) }),
  fc.record({ kind: fc.constant('term' as const), day, of: fc.nat(20), due: fc.option(day) }),
  fc.record({ kind: fc.constant('long' as const), day, of: fc.nat(20), is: fc.boolean() }),
  fc.record({
    kind: fc.constant('end' as const),
    day,
    of: fc.nat(20),
    ends: fc.constantFrom('closed' as const, 'merged' as const, 'void' as const, null),
  }),
  fc.record({ kind: fc.constant('place' as const), day, of: fc.nat(20), unit: day }),
);
type Act = typeof act extends fc.Arbitrary<infer Item> ? Item : never;
type Turn = typeof turn extends fc.Arbitrary<infer Item> ? Item : never;

const dayAtIndex = (index: number) => addDays(firstDay, index);
const dueOf = (index: number | null) => (index === null ? null : endOfDay(dayAtIndex(index)));
const unitOf = (index: number) => world.site.units[unitKeys[index % 3] ?? 'hospital'] ?? '';
const pick = (ids: readonly string[], of: number) => ids[of % Math.max(1, ids.length)];

/** Whatever happens to a filing, as the use cases write it. */
async function doAct(ids: string[], campaign: string, one: Act): Promise<void> {
  const now = context.clock.now();
  if (one.kind === 'open') {
    const id = context.ids.next('sub');
    const dueAt = dueOf(one.due);
    const fresh: Submission = {
      ...filing,
      id,
      dueAt,
      campaignId: campaign,
      occurrence: id,
      organizationId: unitOf(one.unit),
      territoryPath: one.unit % 3 === 2 ? '' : filing.territoryPath,
      createdAt: now,
      updatedAt: now,
    };
    ids.push(id);
    await storeFilings(world.site, [fresh]);
    return;
  }
  const stored = await lookUpFiling(world.site, pick(ids, one.of) ?? '');
  if (stored === undefined) return;
  const changes = {
    file: { firstFiledAt: stored.firstFiledAt ?? now, state: 'filed' as const },
    move: { dueAt: one.kind === 'move' ? dueOf(one.due) : null },
    exempt: { state: 'exempt' as const },
    restore: { state: 'due' as const },
  };
  await putInto(world.site, stored.id, { ...changes[one.kind], updatedAt: now });
}

async function doTurn(ids: string[], register: string, one: Turn): Promise<void> {
  const now = context.clock.now();
  const today = dayAtIndex(one.day);
  if (one.kind === 'record') {
    const id = context.ids.next('ent');
    const dueOn = one.due === null ? null : dayAtIndex(one.due);
    const { number: _number, ...row } = entry;
    ids.push(id);
    const fresh = {
      ...row,
      id,
      registerKey: register,
      organizationId: unitOf(one.unit),
      recordedOn: today,
      territoryPath: one.unit % 3 === 2 ? '' : entry.territoryPath,
      dueOn,
      openDueOn: dueOn,
      verificationDueOn: dueOn,
      replyDueOn: dueOn,
      mustReply: one.unit % 2 === 0,
      createdAt: now,
      updatedAt: now,
    };
    await storeEntry(world.site, fresh);
    return;
  }
  const stored = await lookUpEntry(world.site, pick(ids, one.of) ?? '');
  if (stored === undefined) return;
  await changeEntry(world.site, stored, { ...updateOf(one, today), updatedAt: now });
}

function updateOf(one: Exclude<Turn, { kind: 'record' }>, today: string) {
  switch (one.kind) {
    case 'reach':
      return { [`${one.at}On`]: today };
    case 'leave':
      return { rectifiedOn: null, closedOn: null };
    case 'term':
      return { dueOn: one.due === null ? null : dayAtIndex(one.due) };
    case 'long':
      return { longTerm: one.is };
    case 'end':
      return { ends: one.ends };
    case 'place':
      return { territoryPath: one.unit % 2 === 0 ? '' : entry.territoryPath };
  }
}

const totalsOf = (all: PlaceTotals, register: string) => ({
  filings: all.filings,
  overdueUnits: all.overdueUnits,
  register: all.registers[register] ?? noTotals,
});

/** What the screens of the day say: 报送进度 after its last moment, the register on it. */
async function readToday(campaign: string, register: string, today: string) {
  world.clock.set(endOfDay(today) + 1);
  const progress = await readProgress(world.site, campaign);
  return { ...progress, register: await readBoard(world.site, register, today) };
}

describe('figures as of a day that is over', () => {
  it('are what the screens of that day said, whatever has happened since', async () => {
    const basis = await loadBasis(context, { campaignId });
    let run = 0;
    const scripts = fc.record({
      acts: fc.array(act, { minLength: 3, maxLength: 25 }),
      turns: fc.array(turn, { minLength: 3, maxLength: 25 }),
    });
    await fc.assert(
      fc.asyncProperty(scripts, async ({ acts, turns }) => {
        run += 1;
        const campaign = context.ids.next('cmp');
        const register = `replayed-${run}`;
        const filings: string[] = [];
        const entries: string[] = [];
        const said: Awaited<ReturnType<typeof readToday>>[] = [];
        for (let at = 0; at < days; at += 1) {
          const morning = endOfDay(dayAtIndex(at)) - dayMs + 9 * 3_600_000;
          for (const [nth, one] of acts.filter((each) => each.day === at).entries()) {
            world.clock.set(morning + nth * 60_000);
            await doAct(filings, campaign, one);
          }
          for (const [nth, one] of turns.filter((each) => each.day === at).entries()) {
            world.clock.set(morning + nth * 60_000);
            await doTurn(entries, register, one);
          }
          said.push(await readToday(campaign, register, dayAtIndex(at)));
        }
        const specs = basis.specs.map((spec) =>
          spec.measure.kind === 'entries'
            ? { ...spec, measure: { ...spec.measure, registers: [register] } }
            : spec,
        );
        const version = { ...basis.version, campaignId: campaign };
        const registers = new Map([[register, { range: everything, embargo: true }]]);
        const now = endOfDay(dayAtIndex(days - 1)) + 60_000;
        for (const [at, then] of said.entries()) {
          const moment = momentOf(dayAtIndex(at), now);
          if (moment === undefined) throw new Error('the day is over');
          const counting = { context, basis: { ...basis, version, registers, moment }, specs };
          const byUnit = sumOf((await countUnits(counting)).map((totals) => ({ totals })));
          expect({ at, ...totalsOf(byUnit, register) }).toEqual({ at, ...then });
          const byArea = sumOf((await countAreas(counting)).map((totals) => ({ totals })));
          const kept = await sumEntriesByArea(context.db, {
            register,
            moment,
            range: everything,
            embargo: true,
            counts: totalKeys,
          });
          expect({ at, ...byArea.filings, late: byArea.overdueUnits }).toEqual({
            at,
            ...then.filings,
            late: then.overdueUnits,
          });
          const sums = kept.map(({ totals }) => totals);
          expect({ at, ...sums.reduce(addTotals, noTotals) }).toEqual({ at, ...then.register });
        }
      }),
      { numRuns: 12 },
    );
  }, 240_000);
});
