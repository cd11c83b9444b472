import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  CampaignDetail,
  CampaignSummary,
  PublicCampaigns,
} from '#schema/contracts/campaign-outline.ts';
import { languageVersion } from '#schema/contracts/campaign/campaign.ts';
import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import { campaignVersions } from '#schema/tables/tenant/campaigns.table.ts';
import { createTestApp, hostOf } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import { testActor } from '#workers/app/testing/test-site.fixtures.ts';
import { listApprovalsOf } from '#workers/modules/approvals/index.ts';
import { expectOk, goodIssue, importInto, signaturesOf, thisYear } from './campaigns.fixtures.ts';
import { archiveEdition, importCampaign } from './usecases/import-campaign.ts';
import { insertVersion, listVersions, loadVersion } from './versions.repository.ts';

let world: TestApp;
let running: string;

const context = () => ({ ...world.site.database, tenant: world.site.profile });
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code?: string }) => error.code,
  );

beforeAll(async () => {
  world = await createTestApp({ tenants: ['dong', 'xi'] });
  running = (await importInto(world.site)).campaignId;
});
afterAll(() => world.close());

describe('a campaign that was signed and issued elsewhere', () => {
  it('comes into force with the record of who signed', async () => {
    const [version] = await listVersions(world.site.database.db, running);
    const subject = { kind: 'campaign-draft', id: version?.hash ?? '' } as const;
    const [stored] = await listApprovalsOf(world.site.database.db, subject);
    expect(stored).toMatchObject({ state: 'completed', contentHash: version?.hash });
    expect(stored?.steps.map(({ actorPost }) => actorPost)).toEqual([
      'drafter',
      'checker',
      'signer',
    ]);
  });

  it('is not taken over twice, nor with a chain that is not complete', async () => {
    const signatures = signaturesOf(world.site);
    const input = { campaign: thisYear(), issue: goodIssue, signatures, actor: testActor };
    expect(await codeOf(importCampaign({ context: context(), input }))).toBe('campaigns.key_taken');
    const half = { ...input, signatures: signatures.slice(0, 2) };
    expect(await codeOf(importCampaign({ context: context(), input: half }))).toBe(
      'campaigns.not_signed',
    );
    const [drafter] = signatures;
    const alone = signatures.map((each) => ({ ...each, personId: drafter?.personId ?? '' }));
    expect(
      await codeOf(importCampaign({ context: context(), input: { ...input, signatures: alone } })),
    ).toBe('approvals.same_person');
  });
});

describe('the original of a past year', () => {
  it('is kept to be read, stands behind the running ones, and asks nobody for anything', async () => {
    const campaign = thisYear({
      key: 'conduct-2020',
      year: 2020,
      title: '2020年行业作风建设工作方案',
      document: { ...thisYear().document, disclosure: 'on-request', printedOn: '2020-09-11' },
    });
    await archiveEdition({ context: context(), input: { campaign, actor: testActor } });
    await world.app.work.sweep('dong');
    const clerk = await world.as('clerk');
    const { items } = await expectOk<{ items: CampaignSummary[] }>(clerk('/api/campaigns'));
    expect(items.map(({ state, year }) => [state, year])).toEqual([
      ['running', 2026],
      ['archived', 2020],
    ]);
    expect(items[1]).toMatchObject({ printedOn: '2020-09-11', number: '某卫〔2020〕1号' });
    const mine = (await clerk('/api/submissions/mine')).json<Record<string, unknown[]>>();
    expect(mine['later']).toHaveLength(1);
  });
});

describe('a campaign as its document reads', () => {
  it('hangs on each clause what it asks for, in words and as days', async () => {
    const clerk = await world.as('clerk');
    const detail = await expectOk<CampaignDetail>(clerk(`/api/campaigns/${running}`));
    expect(detail.clauses.map(({ key, kind, parent }) => [key, kind, parent])).toEqual([
      ['goal', 'principle', undefined],
      ['steps', 'task', undefined],
      ['self-check', 'task', 'steps'],
    ]);
    const [goal, , selfCheck] = detail.clauses;
    expect(goal).toMatchObject({ tasks: [], indicators: [], registers: [] });
    expect(selfCheck?.tasks[0]).toMatchObject({
      title: { zh: '自查情况报告' },
      office: '医政科',
      form: { key: 'self-check-report', title: { zh: '自查情况报告' } },
      due: { wording: '2020年11月13日前', on: '2026-11-13', label: { zh: '11月13日（周五）' } },
      deliverables: [{ kind: 'stamped-scan', title: '盖章扫描件' }],
      occurrences: [],
    });
    expect(selfCheck?.indicators[0]).toMatchObject({ title: '自查报告按时率', unit: '%' });
    expect(detail.phases[0]).toMatchObject({ title: '自查整改', to: { on: '2026-11-30' } });
    expect(detail.summary.number).toBe(goodIssue.number);
  });

  it('is not another region’s to read', async () => {
    const foreigner = await world.as('clerk', hostOf('xi'));
    expect((await foreigner(`/api/campaigns/${running}`)).status).toBe(404);
    expect((await foreigner(`/api/campaigns/${running}/versions`)).status).toBe(404);
    expect((await foreigner('/api/campaigns')).json<{ items: unknown[] }>().items).toEqual([]);
  });
});

describe('before signing in', () => {
  it('shows documents that are public, and no word of any other', async () => {
    const answer = await world.visitor()('/api/campaigns/public');
    const { items } = answer.json<PublicCampaigns>();
    expect(items.map(({ year, number }) => [year, number])).toEqual([[2026, goodIssue.number]]);
    expect(items[0]?.clauses[2]).toMatchObject({ number: '（一）', parent: 'steps' });
    expect(answer.text).not.toContain('2020年行业作风建设工作方案');
    expect(answer.text).not.toContain('自查情况报告');
  });

  it('obeys what was registered at the issue, whatever the draft said', async () => {
    const signatures = signaturesOf(world.site);
    const campaign = thisYear({ key: 'other-2026', title: '依申请公开的工作方案' });
    expect(campaign.document.disclosure).toBe('public');
    const issue = { ...goodIssue, disclosure: 'on-request' as const };
    const input = { campaign, issue, signatures, actor: testActor };
    await importCampaign({ context: context(), input });
    expect((await world.visitor()('/api/campaigns/public')).text).not.toContain('依申请公开');
    const clerk = await world.as('clerk');
    expect((await clerk('/api/campaigns')).text).toContain('依申请公开的工作方案');
  });
});

describe('a version in a language that is not known', () => {
  it('is refused in words, and not read as if it were in a known one', async () => {
    const { db, writer } = world.site.database;
    const [row] = await db.select().from(campaignVersions).limit(1);
    if (row === undefined) throw new Error('nothing is published');
    const hash = 'f'.repeat(64);
    const newer = { ...row.document, languageVersion: languageVersion + 1 } as unknown as Campaign;
    const facts = { actor: testActor, subjectKind: 'campaign', subjectId: row.campaignId };
    const audit = { ...facts, action: 'campaign.publish' as const, at: 0, facts: {} };
    const version = { ...row, hash, number: row.number + 100, document: newer };
    await writer.commit({ steps: [insertVersion(version)], audit });
    expect(await codeOf(loadVersion(db, hash))).toBe('campaigns.newer_language');
    expect(await codeOf(loadVersion(db, row.hash))).toBe('done');
  });
});
