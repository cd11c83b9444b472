import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CampaignSummary, VersionList } from '#schema/contracts/campaign-outline.ts';
import type { BurdenAnswer, Draft, Published } from '#schema/contracts/campaigns.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import {
  draftAt,
  expectOk,
  goodIssue,
  importInto,
  issueAndPublish,
  officeOf,
  openDraftAs,
  putPart,
  signAll,
} from './campaigns.fixtures.ts';
import type { Office } from './campaigns.fixtures.ts';

type Mine = Record<'now' | 'month' | 'later', { dueOn?: string }[]>;

let world: TestApp;
let office: Office;
let first: Published;
let second: Published;

const task = ['task', 'self-check-report'] as const;
const moved = { due: { kind: 'on', on: '2026-11-16', wording: '2020年11月13日前' } };

beforeAll(async () => {
  world = await createTestApp();
  office = await officeOf(world);
  first = await importInto(world.site);
  await world.app.work.sweep('dong');
});
afterAll(() => world.close());

const amend = () => openDraftAs(office.drafter, { from: 'version', campaignId: first.campaignId });
const dueDays = async () => {
  const mine = (await (await world.as('clerk'))('/api/submissions/mine')).json<Mine>();
  return [...mine.now, ...mine.month, ...mine.later].map(({ dueOn }) => dueOn);
};

describe('an amendment', () => {
  it('that says nothing new is refused', async () => {
    const draft = await amend();
    const refused = await office.drafter(draftAt(draft.id, '/submit'), { json: {} });
    expect([refused.status, refused.json().code]).toEqual([409, 'campaigns.nothing_changed']);
  });

  it('moves one date in one line, and keeps the campaign', async () => {
    expect(await dueDays()).toEqual(['2026-11-13']);
    const draft = await amend();
    await putPart(office.drafter, draft.id, task, { changes: moved });
    await signAll(office, draft.id);
    const issue = { ...goodIssue, number: '测卫〔2026〕9号' };
    second = await issueAndPublish(office, draft.id, issue);
    expect(second).toMatchObject({ campaignId: first.campaignId, versionNumber: 2 });
    const { items } = await expectOk<VersionList>(
      office.signer(`/api/campaigns/${first.campaignId}/versions`),
    );
    expect(items.map(({ number, issueNumber }) => [number, issueNumber])).toEqual([
      [2, '测卫〔2026〕9号'],
      [1, goodIssue.number],
    ]);
    expect(items[0]?.changes.map(({ zh }) => zh)).toEqual([
      '任务“自查情况报告”的截止日由“2026年11月13日（周五）”改为“2026年11月16日（周一）”',
    ]);
  });

  it('is called 第2版 with the day on which it was made', async () => {
    const { items } = await expectOk<{ items: CampaignSummary[] }>(
      (await world.as('clerk'))('/api/campaigns'),
    );
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      versionNumber: 2,
      versionHash: second.versionHash,
      versionLabel: { zh: '第2版（7月1日修订）' },
      amendedOn: '2026-07-01',
    });
  });

  it('moves the day of the filings that have not arrived', async () => {
    await world.app.work.sweep('dong');
    expect(await dueDays()).toEqual(['2026-11-16']);
  });

  it('cannot return to the very words of an earlier version, and is told what to do', async () => {
    const draft = await amend();
    const earlier = { due: { kind: 'on', on: '2026-11-13', wording: '2020年11月13日前' } };
    await putPart(office.drafter, draft.id, task, { changes: earlier });
    const refused = await office.drafter(draftAt(draft.id, '/submit'), { json: {} });
    expect([refused.status, refused.json().code]).toEqual([409, 'campaigns.same_as_before']);
    expect(refused.json().title).toContain('内容与第1版完全相同');
  });

  it('does not overwrite another one that was published meanwhile', async () => {
    const [slow, fast] = [await amend(), await amend()];
    await putPart(office.drafter, slow.id, task, { changes: { minutes: 45 } });
    await putPart(office.drafter, fast.id, task, { changes: { minutes: 50 } });
    await signAll(office, slow.id);
    await signAll(office, fast.id);
    expect(await issueAndPublish(office, fast.id)).toMatchObject({ versionNumber: 3 });
    await expectOk(office.drafter(draftAt(slow.id, '/issue'), { method: 'PUT', json: goodIssue }));
    const late = await office.drafter(draftAt(slow.id, '/publish'), { json: {} });
    expect([late.status, late.json().code]).toEqual([409, 'campaigns.amended_meanwhile']);
    const kept = await expectOk<Draft>(office.drafter(draftAt(slow.id)));
    expect(kept.state).toBe('signed');
  });
});

describe('next year', () => {
  it('begins with this year’s campaign as a new one, measured against it', async () => {
    const draft = await openDraftAs(office.drafter, {
      from: 'version',
      campaignId: first.campaignId,
      toYear: 2027,
    });
    expect(draft).toMatchObject({ year: 2027, title: '2027年行业作风建设工作方案' });
    expect(draft.amends).toBeUndefined();
    await putPart(office.drafter, draft.id, task, { changes: { minutes: 240 } });
    const burden = await expectOk<BurdenAnswer>(office.drafter(draftAt(draft.id, '/burden')));
    expect(burden.previous).toEqual({ title: '2026年行业作风建设工作方案', year: 2026 });
    const secondary = burden.rows.find(({ level }) => level === 'secondary');
    expect(secondary).toMatchObject({ minutes: 240, previousMinutes: 50, previousFilings: 1 });
    expect(secondary?.words.zh).toContain('与上年持平');
  });

  it('is published under its own name once', async () => {
    const input = { from: 'version', campaignId: first.campaignId, toYear: 2027 } as const;
    const [one, other] = [
      await openDraftAs(office.drafter, input),
      await openDraftAs(office.drafter, input),
    ];
    await putPart(office.drafter, other.id, task, { changes: { minutes: 30 } });
    await signAll(office, one.id);
    await signAll(office, other.id);
    const published = await issueAndPublish(office, one.id);
    expect(published.campaignId).not.toBe(first.campaignId);
    await expectOk(office.drafter(draftAt(other.id, '/issue'), { method: 'PUT', json: goodIssue }));
    const twice = await office.drafter(draftAt(other.id, '/publish'), { json: {} });
    expect([twice.status, twice.json().code]).toEqual([409, 'campaigns.key_taken']);
    const third = await openDraftAs(office.drafter, input);
    await putPart(office.drafter, third.id, task, { changes: { minutes: 20 } });
    const early = await office.drafter(draftAt(third.id, '/submit'), { json: {} });
    expect(early.json().code).toBe('campaigns.key_taken');
  });
});
