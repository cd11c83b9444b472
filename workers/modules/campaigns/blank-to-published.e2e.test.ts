import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { splitCampaign } from '#plugins/sdk/parts.ts';
import type {
  BlankDraft,
  ChangeParts,
  Checks,
  Draft,
  DraftMoved,
} from '#schema/contracts/campaigns.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import { filingsOf } from '#workers/modules/submissions/submissions.fixtures.ts';
import {
  draftAt,
  expectOk,
  goodIssue,
  issueAndPublish,
  officeOf,
  openDraftAs,
  putPart,
  thisYear,
} from './campaigns.fixtures.ts';
import type { Office } from './campaigns.fixtures.ts';

let world: TestApp;
let office: Office;
let id: string;

const blank: BlankDraft = {
  from: 'blank',
  title: '2026年行业作风建设工作方案',
  kindName: '工作方案',
  issuer: '某市卫生健康委员会',
  year: 2026,
  period: { from: '2026-07-01', to: '2026-12-31' },
  offices: ['行风办', '医政科'],
  approval: [
    { title: '拟稿（行风办）', role: 'drafter' },
    { title: '签发（分管领导）', role: 'signer' },
  ],
};
const task = ['task', 'self-check-report'] as const;

beforeAll(async () => {
  world = await createTestApp();
  office = await officeOf(world);
  id = (await openDraftAs(office.drafter, blank)).id;
});
afterAll(() => world.close());

const change = (json: ChangeParts) => office.drafter(draftAt(id, '/parts/change'), { json });
const submit = () => office.drafter(draftAt(id, '/submit'), { json: {} });
const errors = async () =>
  (await expectOk<Checks>(office.drafter(draftAt(id, '/checks')))).problems
    .filter(({ severity }) => severity === 'error')
    .map(({ code, path }) => `${code} ${path}`);

describe('a campaign written from nothing', () => {
  it('goes to nobody while its chain has no checker', async () => {
    expect(await errors()).toEqual(['approval.incomplete approval']);
    const refused = await submit();
    expect([refused.status, refused.json().code]).toEqual([422, 'campaigns.has_errors']);
    expect(refused.json().errors?.map(({ path }) => path)).toEqual(['/approval']);
    const approval = [
      { key: 'step-1', ...blank.approval[0] },
      { key: 'check', title: '核稿（办公室）', role: 'checker' },
      { key: 'step-2', ...blank.approval[1] },
    ];
    await putPart(office.drafter, id, ['head', 'head'], { changes: { approval } });
    expect(await errors()).toEqual([]);
  });

  it('takes a pasted document in one act, and is told what in it fits nothing here', async () => {
    const parts = splitCampaign(thisYear()).filter(({ kind }) => kind !== 'head');
    const add = parts.map(({ kind, body }) => ({ kind, body: { ...body } }));
    await expectOk(change({ add: add as NonNullable<ChangeParts['add']> }));
    const written = await expectOk<Draft>(office.drafter(draftAt(id)));
    const keys = written.parts.map(({ kind, key }) => `${kind}/${key}`);
    const pasted = parts.map(({ kind, key }) => `${kind}/${key}`);
    expect(keys.toSorted()).toEqual(['head/head', ...pasted].toSorted());
    // The document's office stands under another key in this head.
    expect(await errors()).toEqual(['references.unknown tasks/self-check-report/to']);
    await putPart(office.drafter, id, task, { changes: { to: 'office-2' } });
    expect(await errors()).toEqual([]);
  });

  it('is signed along the chain that was written, published, and asks the units', async () => {
    expect(await filingsOf(world.site, 'hospital')).toEqual([]);
    expect((await expectOk<DraftMoved>(submit())).state).toBe('signing');
    const sign = (stepKey: string) => ({ json: { stepKey } });
    const tooEarly = await office.signer(draftAt(id, '/approval/sign'), sign('step-2'));
    expect(tooEarly.json().code).toBe('approvals.not_current');
    await expectOk(office.checker(draftAt(id, '/approval/sign'), sign('check')));
    await expectOk(office.signer(draftAt(id, '/approval/sign'), sign('step-2')));
    const published = await issueAndPublish(office, id, { ...goodIssue, disclosure: 'on-request' });
    expect(published.versionNumber).toBe(1);
    await world.app.work.sweep('dong');
    const asked = await filingsOf(world.site, 'hospital');
    expect(asked).toMatchObject([
      { taskKey: 'self-check-report', state: 'due', dueOn: '2026-11-13' },
    ]);
    expect(asked[0]?.versionHash).toBe(published.versionHash);
  });
});
