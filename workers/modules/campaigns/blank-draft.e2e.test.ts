import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CampaignHead } from '#plugins/sdk/parts.ts';
import type { BlankDraft, Checks } from '#schema/contracts/campaigns.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import { draftAt, expectOk, openDraftAs, putPart } from './campaigns.fixtures.ts';

let world: TestApp;

beforeAll(async () => {
  world = await createTestApp();
});
afterAll(() => world.close());

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

describe('a draft from nothing', () => {
  it('has a head, and nothing else', async () => {
    const draft = await openDraftAs(await world.as('drafter'), blank);
    expect(draft).toMatchObject({ title: blank.title, year: 2026, origin: { from: 'blank' } });
    expect(draft.amends).toBeUndefined();
    expect(draft.parts.map(({ kind }) => kind)).toEqual(['head']);
    const head = draft.parts[0]?.body as CampaignHead;
    expect(head.offices.map(({ title }) => title)).toEqual(['行风办', '医政科']);
    expect(head.approval.map(({ role }) => role)).toEqual(['drafter', 'signer']);
    expect(head.document).toEqual({
      title: blank.title,
      kindName: '工作方案',
      issuer: '某市卫生健康委员会',
      disclosure: 'on-request',
    });
  });

  it('can be checked at once, and written on', async () => {
    const drafter = await world.as('drafter');
    const draft = await openDraftAs(drafter, blank);
    const checks = await expectOk<Checks>(drafter(draftAt(draft.id, '/checks')));
    expect(checks.problems.every(({ message }) => /[一-鿿]/.test(message.zh))).toBe(true);
    const saved = await putPart(drafter, draft.id, ['head', 'head'], { changes: { year: 2027 } });
    expect(saved.status).toBe(200);
  });

  it('is another campaign than every other of the year', async () => {
    const drafter = await world.as('drafter');
    const [one, other] = [await openDraftAs(drafter, blank), await openDraftAs(drafter, blank)];
    const keyOf = ({ parts }: typeof one) => (parts[0]?.body as CampaignHead | undefined)?.key;
    expect(keyOf(one)).not.toBe(keyOf(other));
    expect(keyOf(one)).toMatch(/^plan-[a-z0-9]{10}-2026$/);
  });

  it('is refused where it ends before it begins, or nobody signs it', async () => {
    const drafter = await world.as('drafter');
    const open = (changes: object) =>
      drafter('/api/campaigns/drafts', { json: { ...blank, ...changes } });
    const reversed = await open({ period: { from: '2026-12-31', to: '2026-07-01' } });
    expect([reversed.status, reversed.json().code]).toEqual([422, 'campaigns.period_reversed']);
    expect((await open({ approval: blank.approval.slice(1) })).status).toBe(422);
    expect((await open({ offices: [] })).status).toBe(422);
    const clerk = await world.as('clerk');
    expect((await clerk('/api/campaigns/drafts', { json: blank })).status).toBe(403);
  });
});
