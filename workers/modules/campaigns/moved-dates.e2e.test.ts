import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { VersionList } from '#schema/contracts/campaign-outline.ts';
import type { Checks, Draft, MoveDate, Published } from '#schema/contracts/campaigns.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import { testActor } from '#workers/app/testing/test-site.fixtures.ts';
import { filingsOf, putInto } from '#workers/modules/submissions/submissions.fixtures.ts';
import {
  draftAt,
  expectOk,
  goodIssue,
  issueAndPublish,
  officeOf,
  partOf,
  putPart,
  signaturesOf,
  thisYear,
} from './campaigns.fixtures.ts';
import type { Office } from './campaigns.fixtures.ts';
import { importCampaign } from './usecases/import-campaign.ts';

let world: TestApp;
let office: Office;
let campaignId: string;

const chain = [
  { key: 'draft', title: '拟稿', role: 'drafter' as const },
  { key: 'check', title: '核稿', role: 'checker' as const },
  { key: 'medical', title: '会签（医政）', role: 'countersigner' as const },
  { key: 'sign', title: '签发', role: 'signer' as const },
];
const task = ['task', 'self-check-report'] as const;
const phase = ['phase', 'self-check'] as const;

beforeEach(async () => {
  world = await createTestApp();
  office = await officeOf(world);
  const [drafted, checked, signed] = signaturesOf(world.site);
  if (!drafted || !checked || !signed) throw new Error('three of them sign');
  const agreed = { ...checked, stepKey: 'medical', personId: world.site.people['head'] ?? '' };
  const imported = await importCampaign({
    context: { ...world.site.database, tenant: world.site.profile },
    input: {
      campaign: thisYear({ approval: chain }),
      issue: goodIssue,
      signatures: [drafted, checked, agreed, signed],
      actor: testActor,
    },
  });
  campaignId = imported.campaignId;
  await world.app.work.sweep('dong');
});
afterEach(() => world.close());

const dueMove: MoveDate = {
  kind: 'task',
  key: 'self-check-report',
  date: 'due',
  on: '2026-11-16',
  reason: '汛情影响，顺延三天',
};
const endMove: MoveDate = { ...dueMove, kind: 'phase', key: 'self-check', date: 'to' };
const ask = (json: MoveDate) => office.drafter(`/api/campaigns/${campaignId}/move-date`, { json });
const move = (json: MoveDate) => expectOk<Draft>(ask(json));
const checks = async (id: string) =>
  (await expectOk<Checks>(office.drafter(draftAt(id, '/checks')))).problems;

/** Submits with the warnings named, signs as the chain asks, and publishes. */
async function bringOut(id: string, number: string, codes: string[] = []): Promise<Published> {
  const json = { acknowledged: true, codes };
  await expectOk(office.drafter(draftAt(id, '/submit'), { json }));
  const { approval } = await expectOk<Draft>(office.drafter(draftAt(id)));
  expect(approval?.steps.map(({ role }) => role)).toEqual(['drafter', 'checker', 'signer']);
  await expectOk(office.checker(draftAt(id, '/approval/sign'), { json: { stepKey: 'check' } }));
  await expectOk(office.signer(draftAt(id, '/approval/sign'), { json: { stepKey: 'sign' } }));
  const published = await issueAndPublish(office, id, { ...goodIssue, number });
  await world.app.work.sweep('dong');
  return published;
}
async function newestChanges(): Promise<string[]> {
  const versions = await expectOk<VersionList>(
    office.signer(`/api/campaigns/${campaignId}/versions`),
  );
  return versions.items[0]?.changes.map(({ zh }) => zh) ?? [];
}
const dueDays = async (unit: string) =>
  (await filingsOf(world.site, unit)).map(({ dueOn }) => dueOn);

describe('the due day of a task', () => {
  it('on a Saturday is not forbidden, but goes to the checker only when it is meant', async () => {
    const { id } = await move({ ...dueMove, on: '2026-11-14' });
    const [warned] = (await checks(id)).filter(({ code }) => code === 'dates.rest-day');
    expect(warned).toMatchObject({ severity: 'warning', path: 'tasks/self-check-report/due' });
    expect(warned?.message.zh).toContain('周六');
    const refused = await office.drafter(draftAt(id, '/submit'), { json: {} });
    expect([refused.status, refused.json().code]).toEqual([409, 'campaigns.warnings_open']);
    await bringOut(id, '测卫〔2026〕12号', ['dates.rest-day']);
    expect(await dueDays('hospital')).toEqual(['2026-11-14']);
    expect((await newestChanges()).join()).toContain('2026年11月14日（周六）');
  });

  it('moves in one line for every unit that has not filed, and keeps the document’s words', async () => {
    const [done] = await filingsOf(world.site, 'direct-hospital');
    const filedAt = world.clock.now();
    await putInto(world.site, done?.id ?? '', { state: 'filed', firstFiledAt: filedAt, filedAt });
    const { id } = await move(dueMove);
    expect((await partOf(office.drafter, id, task)).body).toMatchObject({
      due: { kind: 'on', on: '2026-11-16', wording: '2020年11月13日前' },
    });
    expect(await dueDays('hospital')).toEqual(['2026-11-13']);
    await bringOut(id, '测卫〔2026〕12号');
    expect(await newestChanges()).toEqual([
      '任务“自查情况报告”的截止日由“2026年11月13日（周五）”改为“2026年11月16日（周一）”',
    ]);
    expect(await dueDays('hospital')).toEqual(['2026-11-16']);
    expect(await dueDays('second-hospital')).toEqual(['2026-11-16']);
    const kept = (await filingsOf(world.site, 'direct-hospital'))[0];
    expect(kept).toMatchObject({ id: done?.id, state: 'filed', filedAt, dueOn: '2026-11-13' });
  });

  it('is compared with the version in force: what was moved to is the same day now', async () => {
    await bringOut((await move(dueMove)).id, '测卫〔2026〕12号');
    expect((await ask(dueMove)).json().code).toBe('campaigns.same_day');
    const later = await move({ ...dueMove, on: '2026-11-17' });
    expect(later.origin).toMatchObject({ number: 2, reason: dueMove.reason });
    await bringOut(later.id, '测卫〔2026〕13号');
    expect((await newestChanges()).join()).toContain('由“2026年11月16日（周一）”改为');
    expect(await dueDays('hospital')).toEqual(['2026-11-17']);
  });
});

describe('an edge of a phase', () => {
  it('moves in one line, and moves no filing', async () => {
    const { id } = await move({ ...endMove, on: '2026-12-04' });
    expect((await partOf(office.drafter, id, phase)).body).toMatchObject({
      from: { on: '2026-07-01', wording: '7月1日' },
      to: { on: '2026-12-04', wording: '11月30日' },
    });
    await bringOut(id, '测卫〔2026〕12号');
    const changes = await newestChanges();
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatch(/^阶段“自查整改”.*2026年11月30日.*改为.*2026年12月4日/u);
    expect(await dueDays('hospital')).toEqual(['2026-11-13']);
  });

  it('is refused where it is the day in force, and on a Sunday is pointed out', async () => {
    for (const [date, on] of [
      ['from', '2026-07-01'],
      ['to', '2026-11-30'],
    ] as const) {
      const refused = await ask({ ...endMove, date, on });
      expect([refused.status, refused.json().code]).toEqual([409, 'campaigns.same_day']);
    }
    const { id } = await move({ ...endMove, on: '2026-12-06' });
    const [said] = (await checks(id)).filter(({ code }) => code === 'dates.rest-day');
    expect(said).toMatchObject({ severity: 'hint', path: 'phases/self-check/to' });
  });

  it('that leaves a task behind it is told so before anybody signs', async () => {
    const { id } = await move({ ...endMove, on: '2026-11-06' });
    const codes = (await checks(id)).map(({ code }) => code);
    expect(codes).toContain('phases.task-outside');
  });
});

describe('a moved date with something else', () => {
  it('asks the offices again, as any other amendment', async () => {
    const { id } = await move(dueMove);
    await putPart(office.drafter, id, task, { changes: { minutes: 45 } });
    await expectOk(office.drafter(draftAt(id, '/submit'), { json: {} }));
    const { approval } = await expectOk<Draft>(office.drafter(draftAt(id)));
    expect(approval?.steps.map(({ key }) => key)).toEqual(['draft', 'check', 'medical', 'sign']);
  });
});
