import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { VersionList } from '#schema/contracts/campaign-outline.ts';
import type { Published } from '#schema/contracts/campaigns.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { Submission } from '#workers/modules/submissions/index.ts';
import { filingsOf, putInto } from '#workers/modules/submissions/submissions.fixtures.ts';
import {
  draftAt,
  expectOk,
  goodIssue,
  importInto,
  issueAndPublish,
  officeOf,
  openDraftAs,
  partOf,
  putPart,
  signAll,
} from './campaigns.fixtures.ts';
import type { Office } from './campaigns.fixtures.ts';

let world: TestApp;
let office: Office;
let first: Published;
const task = ['task', 'self-check-report'] as const;

beforeAll(async () => {
  world = await createTestApp();
  office = await officeOf(world);
  first = await importInto(world.site);
  await world.app.work.sweep('dong');
});
afterAll(() => world.close());

const amend = () => openDraftAs(office.drafter, { from: 'version', campaignId: first.campaignId });
async function filings(): Promise<Submission[]> {
  const rows = await filingsOf(world.site, 'hospital');
  return rows.toSorted((left, right) => (left.taskKey < right.taskKey ? -1 : 1));
}
async function publish(id: string, number: string): Promise<Published> {
  await signAll(office, id);
  const published = await issueAndPublish(office, id, { ...goodIssue, number });
  await world.app.work.sweep('dong');
  return published;
}
const newestChanges = async () => {
  const path = `/api/campaigns/${first.campaignId}/versions`;
  const { items } = await expectOk<VersionList>(office.signer(path));
  return items[0]?.changes.map(({ zh }) => zh) ?? [];
};

describe('an amendment that adds a task', () => {
  it('opens its filings for every unit, and leaves those that were open as they are', async () => {
    const before = await filings();
    expect(before.map(({ taskKey }) => taskKey)).toEqual(['self-check-report']);
    const draft = await amend();
    const { body } = await partOf(office.drafter, draft.id, task);
    const own = { key: 'summary-report', title: '工作总结' };
    const added = { ...(body as object), ...own, form: own.key };
    const fields = [{ kind: 'long-text', key: 'summary', label: '工作总结', required: true }];
    for (const json of [
      { kind: 'form', after: 'self-check-report', body: { ...own, fields } },
      { kind: 'task', after: 'self-check-report', body: added },
    ]) {
      await expectOk(office.drafter(draftAt(draft.id, '/parts'), { json }));
    }
    await publish(draft.id, '测卫〔2026〕8号');
    const after = await filings();
    expect(after.map(({ taskKey, state }) => [taskKey, state])).toEqual([
      ['self-check-report', 'due'],
      ['summary-report', 'due'],
    ]);
    expect(after[0]).toEqual(before[0]);
    expect(after[1]?.versionHash).not.toBe(before[0]?.versionHash);
    expect((await newestChanges()).join()).toContain('工作总结');
  });
});

describe('an amendment that takes a task away', () => {
  it('asks for it no more in the document, and keeps what a unit has filed under it', async () => {
    const [, summary] = await filings();
    const filedAt = world.clock.now();
    const id = summary?.id ?? '';
    await putInto(world.site, id, { state: 'filed', firstFiledAt: filedAt, filedAt });
    const draft = await amend();
    const { version } = await partOf(office.drafter, draft.id, ['task', 'summary-report']);
    const removed = await office.drafter(draftAt(draft.id, '/parts/task/summary-report'), {
      method: 'DELETE',
      headers: { 'if-match': `"${version}"` },
    });
    expect(removed.status).toBe(200);
    await putPart(office.drafter, draft.id, task, { changes: { minutes: 45 } });
    await publish(draft.id, '测卫〔2026〕9号');
    const kept = (await filings()).find((each) => each.id === id);
    expect(kept).toMatchObject({ state: 'filed', filedAt, versionHash: summary?.versionHash });
    const shown = await (await world.as('clerk'))(`/api/submissions/${id}`);
    expect(shown.json<{ summary: unknown }>().summary).toMatchObject({ title: '工作总结' });
    expect((await newestChanges()).join()).toContain('工作总结');
  });

  it('opens nothing for it when the event comes again', async () => {
    const before = (await filings()).length;
    await world.app.work.sweep('dong');
    expect(await filings()).toHaveLength(before);
  });
});
