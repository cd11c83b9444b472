import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CampaignSummary, PublicCampaigns } from '#schema/contracts/campaign-outline.ts';
import { disclosures } from '#schema/contracts/campaign/clause.ts';
import { createTestApp, hostOf } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import { testActor } from '#workers/app/testing/test-site.fixtures.ts';
import {
  expectOk,
  goodIssue,
  officeOf,
  openDraftAs,
  signaturesOf,
  thisYear,
} from './campaigns.fixtures.ts';
import { archiveEdition, importCampaign } from './usecases/import-campaign.ts';

let world: TestApp;
const words = {
  public: '公开的方案',
  'on-request': '依申请公开的方案',
  withheld: '不予公开的方案',
} as const;
const context = () => ({ ...world.site.database, tenant: world.site.profile });

/** One campaign of each attribute, registered so at the issue, whatever its draft says. */
beforeAll(async () => {
  world = await createTestApp({ tenants: ['dong', 'xi'] });
  for (const disclosure of disclosures) {
    const campaign = thisYear({ key: `${disclosure}-2026`, title: words[disclosure] });
    await importCampaign({
      context: context(),
      input: {
        campaign,
        issue: { ...goodIssue, disclosure },
        signatures: signaturesOf(world.site),
        actor: testActor,
      },
    });
  }
});
afterAll(() => world.close());

const readPublic = async (host?: string) =>
  (await world.visitor(host)('/api/campaigns/public')).json<PublicCampaigns>().items;

describe('before signing in', () => {
  it('shows what is 主动公开, and not even the title of what is not', async () => {
    expect((await readPublic()).map(({ title }) => title)).toEqual([words.public]);
    const { text } = await world.visitor()('/api/campaigns/public');
    expect(text).not.toContain(words['on-request']);
    expect(text).not.toContain(words.withheld);
  });

  it('shows the words of the document and nothing of who has to do what', async () => {
    const [campaign] = await readPublic();
    expect(Object.keys(campaign ?? {}).toSorted()).toEqual(
      [
        'clauses',
        'id',
        'issuer',
        'kindName',
        'number',
        'printedOn',
        'title',
        'versionLabel',
        'year',
      ].toSorted(),
    );
    expect(Object.keys(campaign?.clauses[0] ?? {})).not.toContain('tasks');
  });

  it('shows nothing of it on the host of another region', async () => {
    expect(await readPublic(hostOf('xi'))).toEqual([]);
  });

  it.each(['/api/campaigns', '/api/campaigns/drafts', '/api/campaigns/templates'])(
    'does not open %s',
    async (path) => {
      expect((await world.visitor()(path)).status).toBe(401);
    },
  );

  it('keeps a past year out of sight that is not public, and shows one that is', async () => {
    const past = (year: number, disclosure: (typeof disclosures)[number]) =>
      archiveEdition({
        context: context(),
        input: {
          campaign: thisYear({
            key: `conduct-${year}`,
            year,
            title: `${year}年工作方案`,
            document: { ...thisYear().document, disclosure },
          }),
          actor: testActor,
        },
      });
    await past(2019, 'withheld');
    await past(2018, 'public');
    expect((await readPublic()).map(({ year }) => year)).toEqual([2026, 2018]);
  });
});

describe('after signing in', () => {
  it('everybody of the commission and its units reads all of them', async () => {
    for (const name of ['clerk', 'reviewer', 'checker'] as const) {
      const client = await world.as(name);
      const { items } = await expectOk<{ items: CampaignSummary[] }>(client('/api/campaigns'));
      const running = items.filter(({ state }) => state === 'running').map(({ title }) => title);
      expect(running.toSorted()).toEqual(Object.values(words).toSorted());
    }
  });
});

describe('a campaign in the archive', () => {
  it('can be read clause by clause, and is amended by nobody', async () => {
    const { drafter } = await officeOf(world);
    const { items } = await expectOk<{ items: CampaignSummary[] }>(drafter('/api/campaigns'));
    const archived = items.find(({ state, year }) => state === 'archived' && year === 2018);
    const read = await drafter(`/api/campaigns/${archived?.id}`);
    expect(read.status).toBe(200);
    const amended = await drafter('/api/campaigns/drafts', {
      json: { from: 'version', campaignId: archived?.id },
    });
    expect(amended.json()).toMatchObject({ status: 409, code: 'campaigns.archived' });
    expect(amended.json().title).toContain('起草新一年的工作方案');
  });

  it('may be the beginning of another year', async () => {
    const { drafter } = await officeOf(world);
    const { items } = await expectOk<{ items: CampaignSummary[] }>(drafter('/api/campaigns'));
    const archived = items.find(({ state, year }) => state === 'archived' && year === 2018);
    const campaignId = archived?.id ?? '';
    const draft = await openDraftAs(drafter, { from: 'version', campaignId, toYear: 2027 });
    expect(draft.year).toBe(2027);
    expect(draft.amends).toBeUndefined();
  });
});
