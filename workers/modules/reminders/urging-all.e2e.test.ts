import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requestContent } from '#plugins/sdk/requests/testing/request.fixtures.ts';
import { UrgeSchema } from '#schema/contracts/reminders.ts';
import type { Urge, UrgeAll, UrgePreview, Urged } from '#schema/contracts/reminders.ts';
import type { CastName } from '#workers/app/testing/cast.fixtures.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import { createTestContext } from '#workers/app/testing/test-context.fixtures.ts';
import { testActor } from '#workers/app/testing/test-site.fixtures.ts';
import { importOrganizations } from '#workers/modules/organizations/index.ts';
import { deskOf, issuedRequest } from '#workers/modules/requests/requests.fixtures.ts';
import { showProgress } from '#workers/modules/submissions/index.ts';
import {
  filingsOf,
  publishInto,
  putInto,
  storeFilings,
} from '#workers/modules/submissions/submissions.fixtures.ts';
import { lateRepliesQuery, overdueQuery } from './owing.repository.ts';
import { addClerks, messagesOf } from './reminders.fixtures.ts';
import { previewUrge, urgeUnits } from './usecases/urge-units.ts';

let world: TestApp;
let campaign: string;
let more: string[];

const at = (moment: string) => world.clock.set(`${moment}:00+08:00`);
const unit = (key: string) => world.site.units[key] ?? '';
async function preview(name: CastName, input: Omit<Urge, 'campaign'>): Promise<UrgePreview> {
  const context = await createTestContext(world.site, name);
  return previewUrge({ context, input: { campaign, ...input } });
}
async function urgeStep(name: CastName, input: Partial<Urge> = {}): Promise<Urged> {
  const context = await createTestContext(world.site, name);
  return urgeUnits({ context, input: { campaign, all: {}, ...input } });
}
/** All steps as the screen takes them. */
async function urge(name: CastName): Promise<Urged> {
  let done = await urgeStep(name);
  while (done.next !== undefined) {
    const { asOf, results, next } = await urgeStep(name, { after: done.next });
    done = { asOf, results: [...done.results, ...results], ...(next && { next }) };
  }
  return done;
}
const idsOf = ({ units }: UrgePreview) => units.map(({ organizationId }) => organizationId);
const count = ({ results }: Urged, wanted: string) =>
  results.filter(({ outcome }) => outcome === wanted).length;

/** A clinic that owes like everybody else and where nobody has an account. */
async function openClinic(): Promise<string> {
  const units = [
    {
      key: 'clinic',
      name: '东区康复门诊部',
      order: 900,
      kind: 'hospital' as const,
      level: 'primary' as const,
      ownership: 'private-profit' as const,
      relations: [{ relation: 'supervision' as const }],
    },
  ];
  const context = world.site.database;
  const made = await importOrganizations({ context, input: { units, actor: testActor } });
  return made.units[0]?.id ?? '';
}

/** The bureau owes its own filing beside those of its hospitals. */
async function letBureauOwe(): Promise<void> {
  const [template] = await filingsOf(world.site, 'hospital');
  if (template === undefined) throw new Error('no filing was opened');
  const id = world.site.database.ids.next('sub');
  const path = `${unit('bureau')}/`;
  const own = { organizationId: unit('bureau'), supervisionPath: path, territoryPath: path };
  await storeFilings(world.site, [{ ...template, id, occurrence: 'own', ...own }]);
}

describe('催办 of all that the filter finds', () => {
  let clinic: string;

  beforeAll(async () => {
    world = await createTestApp();
    more = await addClerks(world.site, 130);
    clinic = await openClinic();
    ({ campaignId: campaign } = await publishInto(world.site));
    await letBureauOwe();
    at('2026-07-22T09:00');
  }, 120_000);
  afterAll(() => world.close());

  it('counts beforehand every unit that is overdue, not a page of them', async () => {
    const shown = await preview('drafter', { all: {} });
    const context = await createTestContext(world.site, 'drafter');
    const { rows } = await showProgress({ context, input: { campaign, overdue: true } });
    expect(idsOf(shown)).toEqual(rows.map(({ organizationId }) => organizationId));
    expect(idsOf(shown).length).toBeGreaterThan(130);
    const left = shown.units.filter((each) => each.left !== undefined);
    expect(left.map((each) => [each.organizationId, each.left?.why])).toEqual([
      [unit('second-hospital'), 'nobody'],
      [clinic, 'nobody'],
    ]);
  });

  it('is of the units of a kind, a place, a state or a task alone where the list is', async () => {
    const place = { all: { area: unit('bureau') } };
    expect(idsOf(await preview('drafter', place))).toEqual(
      expect.arrayContaining([unit('bureau'), unit('hospital')]),
    );
    expect(idsOf(await preview('drafter', place))).not.toContain(more[0]);
    const own = idsOf(await preview('drafter', { all: { area: 'own' } }));
    expect(own).toEqual(expect.arrayContaining([clinic, ...more]));
    expect(own).not.toContain(unit('hospital'));
    const bureaus = await preview('drafter', { all: { kind: 'bureau' } });
    expect(idsOf(bureaus)).toEqual([unit('bureau')]);
    expect(idsOf(await preview('drafter', { all: { state: 'returned' } }))).toEqual([]);
    const none = await preview('drafter', { task: 'complaint-report', all: {} });
    expect(idsOf(none)).not.toContain(more[0]);
  });

  it('of those that were returned something, finds who is overdue beside it', async () => {
    const id = world.site.database.ids.next('sub');
    const [template] = await filingsOf(world.site, 'direct-hospital');
    if (template === undefined) throw new Error('no filing was opened');
    await storeFilings(world.site, [{ ...template, id, occurrence: 'returned-once' }]);
    await putInto(world.site, id, { state: 'returned', firstFiledAt: 1, filedAt: 1 });
    const shown = await preview('drafter', { all: { state: 'returned' } });
    expect(idsOf(shown)).toEqual([unit('direct-hospital')]);
    expect(idsOf(await preview('drafter', { all: { state: 'exempt' } }))).toEqual([]);
  });

  it('by a bureau leaves the bureau itself out, and says so', async () => {
    const shown = await preview('reviewer', { all: {} });
    const bureau = shown.units.find(({ organizationId }) => organizationId === unit('bureau'));
    expect(bureau?.left).toMatchObject({ why: 'own', words: { zh: '本单位，不向自己催办' } });
    const done = await urge('reviewer');
    const outcomes = new Map(
      done.results.map(({ organizationId, outcome }) => [organizationId, outcome]),
    );
    expect(outcomes.get(unit('bureau'))).toBe('own');
    expect(outcomes.get(unit('hospital'))).toBe('urged');
    expect(outcomes.has(unit('direct-hospital'))).toBe(false);
    const named = await preview('reviewer', { organizationIds: [unit('bureau')] });
    expect(named.units[0]?.left?.why).toBe('own');
  });

  it('reaches each once a working day, in a handful of changes, and says who was left out', async () => {
    const done = await urge('drafter');
    expect(count(done, 'nobody')).toBe(2);
    expect(count(done, 'already')).toBeGreaterThanOrEqual(1);
    expect(count(done, 'urged')).toBe(done.results.length - 2 - count(done, 'already'));
    const again = await urge('checker');
    expect(count(again, 'urged')).toBe(0);
    expect(count(again, 'already')).toBe(done.results.length - 2);
    const { db } = world.site.database;
    const acts = await db.all<{ body: string }>(
      sql`select body from audit_entries where body like '%"unit.urge"%'`,
    );
    expect(acts.length).toBeLessThanOrEqual(4);
    await world.app.work.sweep('dong');
    await world.app.work.sweep('dong');
    await world.app.work.sweep('dong');
    const told = (await messagesOf(world)).filter(({ occasion }) => occasion.startsWith('urge:'));
    expect(new Set(told.map(({ personId }) => personId)).size).toBe(told.length);
    expect(told.length).toBeGreaterThan(130);
  }, 120_000);

  it('goes a bounded step at a time, each in one change', async () => {
    at('2026-07-24T09:00');
    const first = await urgeStep('drafter');
    expect(first.results).toHaveLength(100);
    const second = await urgeStep('drafter', { after: first.next ?? '' });
    expect(second.next).toBeUndefined();
    const both = [...first.results, ...second.results].map((each) => each.organizationId);
    expect(new Set(both)).toEqual(new Set(idsOf(await preview('drafter', { all: {} }))));
    expect(both).toHaveLength(new Set(both).size);
  });

  it('broken off anywhere, may be gone on with or begun anew: nobody is left out or urged twice', async () => {
    at('2026-07-27T09:00');
    const first = await urgeStep('drafter');
    const lost = await urgeStep('drafter');
    expect(count(lost, 'urged')).toBe(0);
    expect(lost.next).toBe(first.next);
    const rest = await urge('drafter');
    const all = idsOf(await preview('drafter', { all: {} })).length;
    expect(count(first, 'urged') + count(rest, 'urged')).toBe(all - 2);
  });

  it('goes by steps through units by name as well, whatever order they are named in', async () => {
    at('2026-07-28T09:00');
    const organizationIds = [...more.toReversed(), more[0] ?? '', 'org_of-nobody'];
    const named = { all: undefined, organizationIds };
    const first = await urgeStep('drafter', named);
    expect(first.results).toHaveLength(100);
    const second = await urgeStep('drafter', { ...named, after: first.next ?? '' });
    expect(second.next).toBeUndefined();
    expect(count(first, 'urged') + count(second, 'urged')).toBe(130);
    expect(count(first, 'unknown') + count(second, 'unknown')).toBe(1);
  });

  it('by two offices at once is one of them for each unit', async () => {
    at('2026-07-23T09:00');
    const both = await Promise.all([urge('drafter'), urge('checker')]);
    const [first, second] = both.map((each) => count(each, 'urged'));
    expect((first ?? 0) + (second ?? 0)).toBe(
      idsOf(await preview('drafter', { all: {} })).length - 2,
    );
  });

  it('is of units by name or of all, and not of both nor of none', async () => {
    for (const json of [{ campaign }, { campaign, all: {}, organizationIds: [clinic] }]) {
      expect(v.safeParse(UrgeSchema, json).success).toBe(false);
    }
    await expect(urge('clerk')).rejects.toMatchObject({ code: 'platform.forbidden' });
  });

  it('is found among what is missing, without a walk through the filings', async () => {
    const { db } = world.site.database;
    const planOf = async (query: { getSQL(): SQL }) => {
      const plan = await db.all<{ detail: string }>(sql`explain query plan ${query.getSQL()}`);
      return plan.map(({ detail }) => detail).join('; ');
    };
    const filter = {
      campaignId: campaign,
      task: undefined,
      range: { everything: true as const },
      now: 1,
    };
    for (const all of [{}, { area: 'own' as const }, { kind: 'hospital' as const }]) {
      const words = await planOf(overdueQuery(db, { ...filter, ...all }));
      expect(words).toMatch(/submissions USING (COVERING )?INDEX ix_submissions_(missing|due)/);
      expect(words).not.toMatch(/SCAN submissions/);
    }
    const step = await planOf(overdueQuery(db, filter, { after: 'org_a', limit: 100 }));
    expect(step).toMatch(/SEARCH submissions USING INDEX ix_submissions_unit.*organization_id>/);
    expect(step).not.toContain('TEMP B-TREE');
    const replies = await planOf(lateRepliesQuery(db, { requestId: 'rqt_a', now: 1 }));
    expect(replies).toMatch(/SEARCH request_replies USING INDEX/);
  });
});

describe('催办 of all replies that are late', () => {
  beforeAll(async () => {
    world = await createTestApp();
  });
  afterAll(() => world.close());

  it('is of replies past their day, as the list is filtered', async () => {
    const request = await issuedRequest(await deskOf(world), requestContent());
    const contextNow = () => createTestContext(world.site, 'drafter');
    const ask = async (all: UrgeAll) =>
      idsOf(await previewUrge({ context: await contextNow(), input: { request, all } }));
    expect(await ask({})).toEqual([]);
    at('2026-12-01T09:00');
    const late = await ask({});
    expect(late).toContain(unit('hospital'));
    expect(await ask({ reply: 'due' })).toEqual(late);
    expect(await ask({ reply: 'returned' })).toEqual([]);
    expect(await ask({ occurrence: 'another' })).toEqual([]);
    const input = { request, all: {} };
    const { results } = await urgeUnits({ context: await contextNow(), input });
    expect(results.map(({ organizationId }) => organizationId)).toEqual(late);
    expect(results.some(({ outcome }) => outcome === 'urged')).toBe(true);
    const after = late.toSorted().at(-2);
    const rest = await urgeUnits({ context: await contextNow(), input: { ...input, after } });
    expect(rest.results.map(({ organizationId, outcome }) => [organizationId, outcome])).toEqual([
      [late.toSorted().at(-1), expect.stringMatching(/already|nobody/)],
    ]);
  });
});
