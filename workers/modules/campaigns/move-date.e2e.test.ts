import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { VersionList } from '#schema/contracts/campaign-outline.ts';
import type { Draft, DraftChanges, MoveDate, Published } from '#schema/contracts/campaigns.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import { testActor } from '#workers/app/testing/test-site.fixtures.ts';
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
  signaturesOf,
  thisYear,
} from './campaigns.fixtures.ts';
import type { Office } from './campaigns.fixtures.ts';
import { importCampaign } from './usecases/import-campaign.ts';

let world: TestApp;
let office: Office;
let first: Published;

const chain = [
  { key: 'draft', title: '拟稿', role: 'drafter' as const },
  { key: 'check', title: '核稿', role: 'checker' as const },
  { key: 'medical', title: '会签（医政）', role: 'countersigner' as const },
  { key: 'sign', title: '签发', role: 'signer' as const },
];

beforeAll(async () => {
  world = await createTestApp();
  office = await officeOf(world);
  // The import brings the signatures of three; who countersigns is asked from now on.
  first = await importInto(world.site);
});
afterAll(() => world.close());

const flood: MoveDate = {
  kind: 'task',
  key: 'self-check-report',
  date: 'due',
  on: '2026-11-16',
  reason: '汛情影响，顺延三天',
};
const move = (json: Partial<MoveDate> = {}, key?: string) =>
  office.drafter(`/api/campaigns/${first.campaignId}/move-date`, {
    json: { ...flood, ...json },
    ...(key === undefined ? {} : { headers: { 'idempotency-key': key } }),
  });

describe('moving one date', () => {
  it('opens an amendment of one line with its reason, once', async () => {
    const draft = await expectOk<Draft>(move({}, 'move-the-due-day'));
    expect((await expectOk<Draft>(move({}, 'move-the-due-day'))).id).toBe(draft.id);
    expect(draft).toMatchObject({
      amends: first.campaignId,
      origin: { from: 'version', number: 1, reason: '汛情影响，顺延三天' },
    });
    const { items } = await expectOk<DraftChanges>(office.drafter(draftAt(draft.id, '/changes')));
    expect(items.map(({ zh }) => zh)).toEqual([
      '任务“自查情况报告”的截止日由“2026年11月13日（周五）”改为“2026年11月16日（周一）”',
    ]);
  });

  it('of a phase moves the edge that was named, in the words that were given', async () => {
    const wording = '12月1日';
    const input = { kind: 'phase', key: 'self-check', date: 'to', on: '2026-12-01' } as const;
    const draft = await expectOk<Draft>(move({ ...input, wording }));
    const phase = draft.parts.find(({ kind }) => kind === 'phase');
    expect(phase?.body).toMatchObject({ to: { kind: 'on', on: '2026-12-01', wording } });
  });

  it.each([
    [{ on: '2026-11-13' }, 409, 'campaigns.same_day'],
    [{ key: 'no-such-task' }, 404, 'campaigns.part_not_found'],
    [{ kind: 'phase', key: 'no-such-phase', date: 'to' }, 404, 'campaigns.part_not_found'],
    [{ date: 'from' }, 409, 'campaigns.undated_rule'],
    [{ kind: 'phase', key: 'self-check', date: 'due' }, 409, 'campaigns.undated_rule'],
    [{ reason: ' ' }, 422, 'platform.invalid_input'],
  ] as const)('with %j is refused: %i %s', async (input, status, code) => {
    const refused = await move(input as Partial<MoveDate>);
    expect([refused.status, refused.json().code]).toEqual([status, code]);
  });

  it('is not for who may not draft, and not of a campaign nobody knows', async () => {
    const clerk = await world.as('clerk');
    const path = `/api/campaigns/${first.campaignId}/move-date`;
    expect((await clerk(path, { json: flood })).status).toBe(403);
    const nowhere = `/api/campaigns/cmp_${'0'.repeat(26)}/move-date`;
    const lost = await office.drafter(nowhere, { json: flood });
    expect([lost.status, lost.json().code]).toEqual([404, 'campaigns.not_found']);
  });
});

describe('the chain of an amendment', () => {
  it('asks the offices again where it says something new', async () => {
    const draft = await openDraftAs(office.drafter, {
      from: 'version',
      campaignId: first.campaignId,
    });
    await putPart(office.drafter, draft.id, ['head', 'head'], { changes: { approval: chain } });
    await expectOk(office.drafter(draftAt(draft.id, '/submit'), { json: {} }));
    const { approval } = await expectOk<Draft>(office.drafter(draftAt(draft.id)));
    expect(approval?.steps.map(({ role }) => role)).toEqual([
      'drafter',
      'checker',
      'countersigner',
      'signer',
    ]);
  });

  it('is short where it moves a date and nothing else', async () => {
    const other = await createTestApp();
    try {
      const theirs = await officeOf(other);
      const campaign = thisYear({ approval: chain });
      const [drafted, checked, signed] = signaturesOf(other.site);
      if (!drafted || !checked || !signed) throw new Error('three of them sign');
      const agreed = { ...checked, stepKey: 'medical', personId: other.site.people.head ?? '' };
      const { campaignId } = await importCampaign({
        context: { ...other.site.database, tenant: other.site.profile },
        input: {
          campaign,
          issue: goodIssue,
          signatures: [drafted, checked, agreed, signed],
          actor: testActor,
        },
      });
      const json = { ...flood, wording: '2020年11月16日前' };
      const draft = await expectOk<Draft>(
        theirs.drafter(`/api/campaigns/${campaignId}/move-date`, { json }),
      );
      await signAll(theirs, draft.id);
      const { approval } = await expectOk<Draft>(theirs.drafter(draftAt(draft.id)));
      expect(approval?.steps.map(({ role }) => role)).toEqual(['drafter', 'checker', 'signer']);
      const issue = { ...goodIssue, number: '测卫〔2026〕12号' };
      expect(await issueAndPublish(theirs, draft.id, issue)).toMatchObject({ versionNumber: 2 });
      const { items } = await expectOk<VersionList>(
        theirs.signer(`/api/campaigns/${campaignId}/versions`),
      );
      expect(items[0]?.changes).toHaveLength(1);
    } finally {
      await other.close();
    }
  });
});
