import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isWorkingDay } from '#plugins/sdk/dates/calendar.ts';
import { addDays } from '#plugins/sdk/dates/days.ts';
import { officialCalendar } from '#plugins/sdk/dates/official-calendar.ts';
import type { Urge, UrgePreview, Urged } from '#schema/contracts/reminders.ts';
import { urges } from '#schema/tables/tenant/reminders.table.ts';
import type { CastName } from '#workers/app/testing/cast.fixtures.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import { createTestContext } from '#workers/app/testing/test-context.fixtures.ts';
import { publishInto } from '#workers/modules/submissions/submissions.fixtures.ts';
import { UNIT_URGED } from './reminders.events.ts';
import { addClerks } from './reminders.fixtures.ts';
import { sendDigests } from './usecases/send-digests.ts';
import { previewUrge, urgeUnits } from './usecases/urge-units.ts';

let world: TestApp;
let campaign: string;
let more: string[];

beforeAll(async () => {
  world = await createTestApp();
  more = await addClerks(world.site, 30);
  ({ campaignId: campaign } = await publishInto(world.site));
}, 60_000);
afterAll(() => world.close());

const at = (moment: string) => world.clock.set(`${moment}:00+08:00`);
const contextOf = (name: CastName) => createTestContext(world.site, name);
async function urge(name: CastName, input: Partial<Urge> = {}): Promise<Urged> {
  const context = await contextOf(name);
  return urgeUnits({ context, input: { campaign, organizationIds: more, ...input } });
}
async function preview(name: CastName, input: Partial<Urge> = {}): Promise<UrgePreview> {
  const context = await contextOf(name);
  return previewUrge({ context, input: { campaign, organizationIds: more, ...input } });
}
/** The same by somebody whose change is committed just after the first `ahead` units were urged. */
async function urgeOvertaken(ahead: number): Promise<Urged> {
  const context = await contextOf('checker');
  let waits = true;
  const commit: typeof context.writer.commit = async (change) => {
    if (waits) await urge('drafter', { organizationIds: more.slice(0, ahead) });
    waits = false;
    return context.writer.commit(change);
  };
  const writer = { ...context.writer, commit };
  return urgeUnits({
    context: { ...context, writer },
    input: { campaign, organizationIds: more },
  });
}
const outcomesOf = ({ results }: Urged) => results.map(({ outcome }) => outcome);
const urgesOnRecord = () => world.site.database.db.select().from(urges);
const unit = (key: string) => world.site.units[key] ?? '';

describe('催办全部逾期', () => {
  it('shows every unit in official order before anything leaves', async () => {
    at('2026-07-22T09:00');
    const shown = await preview('drafter', { organizationIds: [...more].toReversed() });
    expect(shown.units.map(({ organizationName }) => organizationName)).toEqual(
      more.map((_, index) => `东区第${index + 3}医院`),
    );
    expect(shown.units.every(({ items, contacts }) => items === 1 && contacts === 1)).toBe(true);
    expect(shown.restDay).toBeUndefined();
    expect(await urgesOnRecord()).toEqual([]);
  });

  it('urges thirty units in one act, and says so of each', async () => {
    at('2026-07-22T09:05');
    expect(new Set(outcomesOf(await urge('drafter')))).toEqual(new Set(['urged']));
    expect(await urgesOnRecord()).toHaveLength(30);
  });

  it('leaves out whoever was urged today, by whomever, and shows it beforehand', async () => {
    at('2026-07-22T15:00');
    const shown = await preview('checker');
    expect(shown.units.every(({ left }) => left?.why === 'already')).toBe(true);
    expect(shown.units[0]?.left?.words.zh).toBe('今天已催办（09:05 由行风办拟稿岗）');
    const mixed = await urge('checker', { organizationIds: [...more, unit('hospital')] });
    expect(outcomesOf(mixed).filter((outcome) => outcome === 'urged')).toHaveLength(1);
    expect(outcomesOf(mixed).filter((outcome) => outcome === 'already')).toHaveLength(30);
  });

  it('by two offices at once is one of them for each unit', async () => {
    at('2026-07-23T09:00');
    const both = await Promise.all([urge('drafter'), urge('checker'), urge('drafter')]);
    for (const [index] of more.entries()) {
      const of = both.map(({ results }) => results[index]?.outcome);
      expect(of.filter((outcome) => outcome === 'urged')).toHaveLength(1);
    }
  });

  it('leaves no trace of a unit that somebody else urged at the same moment', async () => {
    at('2026-07-24T09:00');
    const { db } = world.site.database;
    const before = await db.all<{ seq: number }>(sql`select seq from audit_entries`);
    const done = await urgeOvertaken(10);
    expect(outcomesOf(done)).toEqual([...Array(10).fill('already'), ...Array(20).fill('urged')]);
    const acts = (await db.all<{ body: string }>(sql`select body from audit_entries order by seq`))
      .slice(before.length)
      .map(({ body }) => JSON.parse(body))
      .filter(({ action }) => action === 'unit.urge');
    const listed = acts.map(({ facts }) => facts.units.map(({ id }: { id: string }) => id));
    expect(listed).toEqual([more.slice(0, 10), more.slice(10)]);
    const left = await db.all<{ payload: string }>(
      sql`select payload from outbox_events where type = ${UNIT_URGED}`,
    );
    const known = new Set((await urgesOnRecord()).map(({ id }) => id));
    expect(left.length).toBeGreaterThan(0);
    expect(left.every(({ payload }) => known.has(JSON.parse(payload).urgeId))).toBe(true);
  });

  it('on a rest day is refused before anything is written, and the preview says when', async () => {
    at('2026-07-25T09:00');
    const before = (await urgesOnRecord()).length;
    await expect(urge('drafter')).rejects.toMatchObject({ code: 'reminders.rest_day' });
    expect((await preview('drafter')).restDay?.zh).toContain('7月27日（周一）');
    expect(await urgesOnRecord()).toHaveLength(before);
  });

  it('of one task urges for that task alone', async () => {
    at('2026-07-28T09:00');
    const none = await urge('drafter', { task: 'complaint-report' });
    expect(new Set(outcomesOf(none))).toEqual(new Set(['nothing']));
    await expect(urge('drafter', { task: 'no-such-task' })).rejects.toMatchObject({
      code: 'reminders.not_found',
    });
    const one = await preview('drafter', { task: 'training-report' });
    expect(one.words.zh).toContain('《教育培训情况报告》');
    expect(one.words.en).toContain('“Training report”');
  });

  it('asks for an answer by noon of the next working day, in both languages', async () => {
    at('2026-09-30T16:00');
    const { deadline } = await preview('drafter');
    expect(deadline).toEqual({ zh: '10月8日12:00', en: '2026-10-08 12:00' });
  });

  it('reaches nobody of another range, whatever is asked', async () => {
    at('2026-07-29T09:00');
    const results = await urge('reviewer', { organizationIds: [...more, unit('hospital')] });
    expect(outcomesOf(results).filter((outcome) => outcome === 'urged')).toHaveLength(1);
    expect(outcomesOf(results).filter((outcome) => outcome === 'unknown')).toHaveLength(30);
    const leaked = results.results.filter(({ outcome }) => outcome === 'unknown');
    expect(leaked.every(({ organizationName }) => organizationName === '')).toBe(true);
  });
});

describe('whatever happens over days', () => {
  it('no unit is urged twice on a day nor on a rest day, and nobody has two digests a day', async () => {
    const offices: CastName[] = ['drafter', 'checker', 'reviewer'];
    const act = fc.record({
      day: fc.integer({ min: 0, max: 20 }).map((days) => addDays('2026-09-20', days)),
      hour: fc.constantFrom('08:40', '11:00', '19:30'),
      office: fc.constantFrom(...offices),
      digests: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 4 }), async (acts) => {
        for (const { day, hour, office, digests } of acts) {
          at(`${day}T${hour}`);
          const organizationIds = [unit('hospital'), more[0] ?? ''];
          await urge(office, { organizationIds }).catch(() => undefined);
          if (digests) await sendDigests(world.site.database, { persons: 40, steps: 2 });
        }
      }),
      { numRuns: 12 },
    );
    const rows = await urgesOnRecord();
    const places = rows.map(({ organizationId, onDay }) => `${organizationId} ${onDay}`);
    expect(new Set(places).size).toBe(places.length);
    expect(rows.every(({ onDay }) => isWorkingDay(onDay, officialCalendar))).toBe(true);
    const { messages } = await import('#schema/tables/tenant/reminders.table.ts');
    const told = await world.site.database.db.select().from(messages);
    const digests = told.filter(({ category }) => category === 'digest');
    const days = digests.map(({ personId, occasion }) => `${personId} ${occasion}`);
    expect(new Set(days).size).toBe(days.length);
    const sent = digests.map(({ occasion }) => occasion.replace('digest:', ''));
    expect(sent.every((day) => isWorkingDay(day, officialCalendar))).toBe(true);
  }, 120_000);
});
