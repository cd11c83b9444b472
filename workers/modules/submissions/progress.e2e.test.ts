import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import { createTestContext } from '#workers/app/testing/test-context.fixtures.ts';
import { fileOnPaper, findMine, publishInto } from './submissions.fixtures.ts';
import { listOfOrganizations } from './submissions.repository.ts';
import { listOfUnit } from './usecases/list-of-unit.ts';
import { exemptSubmission, extendSubmission } from './usecases/relieve-submission.ts';
import { showProgress } from './usecases/show-progress.ts';

let world: TestApp;
let published: Awaited<ReturnType<typeof publishInto>>;

/** One unit has filed in time, one has an extension, one is exempt. */
beforeAll(async () => {
  world = await createTestApp();
  published = await publishInto(world.site);
  const clerk = await world.as('clerk');
  await fileOnPaper(clerk, await findMine(clerk, 'training-report'));
  const context = await createTestContext(world.site, 'drafter');
  const filingOf = async (unit: string) => {
    const filings = await listOfOrganizations(context.db, [world.site.units[unit] ?? '']);
    return filings.find(({ taskKey }) => taskKey === 'training-report')?.id ?? '';
  };
  const extension = { dueOn: '2026-08-05', reason: '信息系统切换' };
  await extendSubmission({
    context,
    input: { id: await filingOf('direct-hospital'), ...extension },
  });
  const exemption = { id: await filingOf('second-hospital'), reason: '停业整顿' };
  await exemptSubmission({ context, input: exemption });
});
afterAll(() => world.close());

describe('报送进度', () => {
  it('counts in official order what is due by now, and gives the text to paste', async () => {
    const context = await createTestContext(world.site, 'checker');
    world.clock.set('2026-07-22T10:00:00+08:00');
    const input = { campaign: published.campaignId, task: 'training-report' };
    const progress = await showProgress({ context, input });
    expect(progress.totals).toEqual({ due: 1, arrived: 1, onTime: 1, overdue: 0, overdueUnits: 0 });
    world.clock.set('2026-08-07T17:00:00+08:00');
    const later = await showProgress({ context, input: { ...input, overdue: true } });
    expect(later.totals).toMatchObject({ due: 2, arrived: 1, overdue: 1, overdueUnits: 1 });
    expect(
      later.rows.map(({ organizationName, overdueDays }) => [organizationName, overdueDays]),
    ).toEqual([['直属中心医院', 2]]);
    expect(later.reminder.zh).toBe(
      '截至8月7日17:00，以下1家单位《教育培训情况报告》尚未报送：直属中心医院。请于8月10日12:00前报送，如有困难请说明。',
    );
  });

  it('shows a bureau the units it supervises and no others', async () => {
    const context = await createTestContext(world.site, 'reviewer');
    const { rows } = await showProgress({ context, input: { campaign: published.campaignId } });
    expect(
      rows.map(({ organizationName, due, exempt }) => [organizationName, due, exempt]),
    ).toEqual([
      ['东区第一医院', 1, 0],
      ['东区第二医院', 0, 1],
    ]);
  });

  it('says under which authority of the place a unit stands', async () => {
    const context = await createTestContext(world.site, 'drafter');
    const { rows } = await showProgress({ context, input: { campaign: published.campaignId } });
    const areas = rows.map(({ organizationName, area }) => [organizationName, area?.name]);
    expect(areas).toContainEqual(['东区第一医院', '东区卫生健康局']);
    expect(new Set(rows.map(({ area }) => area?.name)).size).toBeGreaterThan(1);
  });

  it('is there for the post that drafted the campaign, who reviews nothing', async () => {
    const context = await createTestContext(world.site, 'drafter');
    const { rows } = await showProgress({ context, input: { campaign: published.campaignId } });
    expect(rows.length).toBeGreaterThan(2);
  });

  it('unfolds one unit into its filings, and shows a bureau none of a unit that is not its own', async () => {
    const campaign = published.campaignId;
    const input = { campaign, organization: world.site.units['direct-hospital'] ?? '' };
    const whole = await createTestContext(world.site, 'checker');
    const { items } = await listOfUnit({ context: whole, input });
    expect(items.map(({ taskKey, dueOn }) => [taskKey, dueOn])).toContainEqual([
      'training-report',
      '2026-08-05',
    ]);
    expect(new Set(items.map(({ organizationName }) => organizationName))).toEqual(
      new Set(['直属中心医院']),
    );
    const bureau = await createTestContext(world.site, 'reviewer');
    expect((await listOfUnit({ context: bureau, input })).items).toEqual([]);
  });
});
