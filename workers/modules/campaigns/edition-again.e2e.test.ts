import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CampaignSummary } from '#schema/contracts/campaign-outline.ts';
import type { Checks, Draft, DraftChanges, Published } from '#schema/contracts/campaigns.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import { testActor } from '#workers/app/testing/test-site.fixtures.ts';
import { listPlugins, loadEdition, tenantSourceOf } from '#workers/modules/plugin-host/index.ts';
import { uploadScan } from '#workers/modules/submissions/submissions.fixtures.ts';
import {
  draftAt,
  expectOk,
  goodIssue,
  issueAndPublish,
  officeOf,
  openDraftAs,
  putPart,
} from './campaigns.fixtures.ts';
import type { Office } from './campaigns.fixtures.ts';
import { archiveEdition } from './usecases/import-campaign.ts';

const template = { from: 'template', plugin: 'weihai', year: 2019 } as const;
const plan = ['task', 'activity-plan'] as const;

let world: TestApp;
let office: Office;
let archived: Published;
let draft: Draft;

beforeAll(async () => {
  const plugin = listPlugins().find(({ id }) => id === 'weihai');
  if (plugin === undefined) throw new Error('the module of this test is not shipped');
  world = await createTestApp({ source: tenantSourceOf(plugin) });
  office = await officeOf(world);
  const { campaign } = await loadEdition(world.site.profile, 2019);
  archived = await archiveEdition({
    context: { ...world.site.database, tenant: world.site.profile },
    input: { campaign, actor: testActor },
  });
  draft = await openDraftAs(office.drafter, template);
});
afterAll(() => world.close());

async function bringIntoForce(id: string, on: string): Promise<Published> {
  const due = { kind: 'on', on, wording: `${on}前` };
  await putPart(office.drafter, id, plan, { changes: { due } });
  const checks = await expectOk<Checks>(office.drafter(draftAt(id, '/checks')));
  const codes = checks.problems.filter(({ severity }) => severity === 'warning');
  const json = { acknowledged: true, codes: codes.map(({ code }) => code) };
  await expectOk(office.drafter(draftAt(id, '/submit'), { json }));
  const { approval } = await expectOk<Draft>(office.drafter(draftAt(id)));
  for (const { key, role } of approval?.steps.slice(1) ?? []) {
    const by = role === 'checker' ? office.checker : office.signer;
    const paper =
      role === 'countersigner'
        ? {
            signedOn: '2026-06-30',
            signerPost: '会签科室',
            evidenceId: await uploadScan(office.drafter, id),
          }
        : undefined;
    const client = paper === undefined ? by : office.drafter;
    await expectOk(client(draftAt(id, '/approval/sign'), { json: { stepKey: key, paper } }));
  }
  return issueAndPublish(office, id, { ...goodIssue, number: `测卫〔2026〕${on.slice(-2)}号` });
}

const campaigns = async () =>
  (await expectOk<{ items: CampaignSummary[] }>(office.drafter('/api/campaigns'))).items;

describe('the edition of a year whose paper is kept already', () => {
  it('is drafted as an amendment of that paper, and says what it changes', async () => {
    expect(draft).toMatchObject({
      amends: archived.campaignId,
      origin: { from: 'template', replaces: { number: 1, hash: archived.versionHash } },
    });
    const due = { kind: 'on', on: '2019-07-19', wording: '2019年7月19日前' };
    await putPart(office.drafter, draft.id, plan, { changes: { due } });
    const { items } = await expectOk<DraftChanges>(office.drafter(draftAt(draft.id, '/changes')));
    expect(items.map(({ zh }) => zh)).toHaveLength(1);
  });

  it('comes into force again under the same campaign', async () => {
    const published = await bringIntoForce(draft.id, '2019-07-19');
    expect(published).toMatchObject({ campaignId: archived.campaignId, versionNumber: 2 });
    const [again] = await campaigns();
    expect(again).toMatchObject({ state: 'running', versionNumber: 2, year: 2019 });
  });

  it('can be drafted from the original once more', async () => {
    const second = await openDraftAs(office.drafter, template);
    expect(second.origin).toMatchObject({ replaces: { number: 2 } });
    const published = await bringIntoForce(second.id, '2019-07-18');
    expect(published).toMatchObject({ campaignId: archived.campaignId, versionNumber: 3 });
    expect(await campaigns()).toHaveLength(1);
  });
});
