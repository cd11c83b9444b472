import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import { createTestContext } from '#workers/app/testing/test-context.fixtures.ts';
import type { TestSite } from '#workers/app/testing/test-site.fixtures.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { ProblemError } from '#workers/platform/http/problem.ts';
import { publishInto, filingCampaign, putInto, readFiling } from './submissions.fixtures.ts';
import { listOfOrganizations } from './submissions.repository.ts';
import { declareNil } from './usecases/declare-nil.ts';
import { fileSubmission } from './usecases/file-submission.ts';
import { extendSubmission } from './usecases/relieve-submission.ts';
import { showReceipt } from './usecases/show-receipt.ts';
import { showSubmission } from './usecases/show-submission.ts';
import { startSignOff } from './usecases/start-sign-off.ts';

let world: TestApp;
let site: TestSite;
let published: Awaited<ReturnType<typeof publishInto>>;
let clerk: TenantContext;
let drafter: TenantContext;
let id: string;

const cutOff = '17:30';
const lastMoment = Date.parse('2026-07-20T17:30:00+08:00');

/** A monthly return that is due on 20 July, in a region whose office closes at half past five. */
function datedCampaign(dueOn = '2026-07-20') {
  const campaign = filingCampaign({ dueOn });
  const due = campaign.tasks.find(({ key }) => key === 'training-report')?.due;
  const tasks = campaign.tasks.map((task) =>
    task.key === 'complaint-report' ? { ...task, due } : task,
  );
  return { ...campaign, tasks };
}

beforeAll(async () => {
  world = await createTestApp();
  const parameters = { ...world.site.profile.parameters, cutOffHour: cutOff };
  site = { ...world.site, profile: { ...world.site.profile, parameters } };
  published = await publishInto(site, datedCampaign());
  clerk = await createTestContext(site, 'clerk');
  drafter = await createTestContext(site, 'drafter');
  const filings = await listOfOrganizations(clerk.db, [site.units['hospital'] ?? '']);
  id = filings.find(({ taskKey }) => taskKey === 'complaint-report')?.id ?? '';
});
afterAll(() => world.close());

/** The nil return, signed well ahead of time. */
async function signAhead(): Promise<void> {
  world.clock.set('2026-07-10T09:00:00+08:00');
  await putInto(site, id, {
    state: 'draft',
    firstFiledAt: null,
    onTime: null,
    dueOn: '2026-07-20',
    dueAt: lastMoment,
    originalDueOn: null,
    extensionReason: null,
  });
  await declareNil({ context: clerk, input: { id, nil: true } });
  await startSignOff({ context: clerk, input: { id } });
}
const fileAt = (instant: number) => {
  world.clock.set(instant);
  return fileSubmission({ context: clerk, input: { id } });
};

describe('the cut-off of a region whose day ends at 17:30', () => {
  it('is the due instant of every filing, and stands in the words of the row', async () => {
    expect(await readFiling(site, id)).toMatchObject({ dueOn: '2026-07-20', dueAt: lastMoment });
    const { summary } = await showSubmission({ context: clerk, input: { id } });
    expect(summary.dueLabel).toEqual({
      zh: '7月20日（周一）17:30',
      en: 'Monday 20 Jul, 17:30',
    });
  });

  it('counts the last moment as in time', async () => {
    await signAhead();
    expect(await fileAt(lastMoment)).toMatchObject({ late: false, filedAt: lastMoment });
    expect(await readFiling(site, id)).toMatchObject({ onTime: true });
  });

  it('counts the moment after as late, though the day is not over', async () => {
    await signAhead();
    expect(await fileAt(lastMoment + 1)).toMatchObject({ late: true });
    expect(await readFiling(site, id)).toMatchObject({ onTime: false, state: 'filed' });
    const { summary } = await showSubmission({ context: clerk, input: { id } });
    expect(summary.late).toBe(true);
  });

  it('is overdue in the evening of the due day', async () => {
    await signAhead();
    world.clock.set('2026-07-20T18:00:00+08:00');
    const { summary } = await showSubmission({ context: clerk, input: { id } });
    expect(summary).toMatchObject({ late: true, daysLeft: { days: 0, overdue: true } });
  });
});

describe('what is mended after the due day', () => {
  it('is not late on its second receipt either: the first arrival decides', async () => {
    await signAhead();
    const first = await fileAt(lastMoment - 1000);
    await putInto(site, id, { state: 'returned', returns: 1 });
    world.clock.set('2026-07-28T10:00:00+08:00');
    await startSignOff({ context: clerk, input: { id } });
    const second = await fileAt(Date.parse('2026-07-28T11:00:00+08:00'));
    expect([first.late, second.late]).toEqual([false, false]);
    expect(second.revision).toBe(first.revision + 1);
    expect((await showReceipt({ context: clerk, input: { id } })).late).toBe(false);
    expect(await readFiling(site, id)).toMatchObject({
      onTime: true,
      firstFiledAt: lastMoment - 1000,
    });
  });

  it('stays late when the first arrival was', async () => {
    await signAhead();
    await fileAt(lastMoment + 1000);
    await putInto(site, id, { state: 'returned', returns: 1 });
    await startSignOff({ context: clerk, input: { id } });
    expect(await fileAt(lastMoment + 2000)).toMatchObject({ late: true });
  });
});

describe('an extension', () => {
  const extend = (dueOn: string) =>
    extendSubmission({ context: drafter, input: { id, dueOn, reason: '系统切换' } });
  const refusal = (dueOn: string) =>
    extend(dueOn).then(
      () => undefined,
      (error: unknown) => (error instanceof ProblemError ? error : undefined),
    );

  it('ends at the hour of the region too, and what comes by then is in time', async () => {
    await signAhead();
    await extend('2026-07-24');
    const moved = Date.parse('2026-07-24T17:30:00+08:00');
    expect(await readFiling(site, id)).toMatchObject({
      dueOn: '2026-07-24',
      dueAt: moved,
      originalDueOn: '2026-07-20',
    });
    expect(await fileAt(moved)).toMatchObject({ late: false });
  });

  it('keeps the very first day however often it is granted', async () => {
    await signAhead();
    await extend('2026-07-24');
    await extend('2026-07-31');
    expect(await readFiling(site, id)).toMatchObject({
      dueOn: '2026-07-31',
      originalDueOn: '2026-07-20',
    });
  });

  it('is granted up to the last moment, and not in the evening of the due day', async () => {
    await signAhead();
    world.clock.set(lastMoment + 1);
    expect((await refusal('2026-07-24'))?.code).toBe('submissions.extension_after_expiry');
    world.clock.set(lastMoment);
    expect(await refusal('2026-07-24')).toBeUndefined();
  });

  it('to a day that is no later is refused, in words, at its field', async () => {
    await signAhead();
    const problem = await refusal('2026-07-20');
    expect(problem).toMatchObject({
      code: 'submissions.extension_not_later',
      details: {
        errors: [{ path: '/dueOn', message: '请选择 2026-07-20 之后的日期。' }],
      },
    });
  });

  it('survives an amendment that moves the date for everybody else', async () => {
    await signAhead();
    await extend('2026-07-24');
    published = await publishInto(site, datedCampaign('2026-07-22'), published);
    expect(await readFiling(site, id)).toMatchObject({ dueOn: '2026-07-24' });
    expect(published.moved).toBe(5);
  });
});
