import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CampaignDetail, CampaignSummary } from '#schema/contracts/campaign-outline.ts';
import type {
  BurdenAnswer,
  Checks,
  Draft,
  DraftSummary,
  Published,
  Template,
} from '#schema/contracts/campaigns.ts';
import { auditEntries } from '#schema/tables/core.table.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import { listPlugins, tenantSourceOf } from '#workers/modules/plugin-host/index.ts';
import { uploadScan } from '#workers/modules/submissions/submissions.fixtures.ts';
import {
  draftAt,
  expectOk,
  goodIssue,
  officeOf,
  openDraftAs,
  putPart,
} from './campaigns.fixtures.ts';
import type { Office } from './campaigns.fixtures.ts';

let world: TestApp;
let office: Office;
let draft: Draft;
let published: Published;

beforeAll(async () => {
  const plugin = listPlugins().find(({ id }) => id === 'weihai');
  if (plugin === undefined) throw new Error('the module of this test is not shipped');
  world = await createTestApp({ source: tenantSourceOf(plugin) });
  office = await officeOf(world);
  draft = await openDraftAs(office.drafter, {
    from: 'template',
    plugin: 'weihai',
    year: 2019,
    toYear: 2026,
  });
});
afterAll(() => world.close());

const readDraft = () => expectOk<Draft>(office.drafter(draftAt(draft.id)));
const act = (path: string, json: unknown) => ({ path: draftAt(draft.id, path), request: { json } });

describe('from a template to a campaign in force, through several people', () => {
  it('begins with the templates of the own region and no other', async () => {
    const { items } = await expectOk<{ items: Template[] }>(
      office.drafter('/api/campaigns/templates'),
    );
    expect(items.map(({ plugin, year, own }) => [plugin, year, own])).toEqual([
      ['weihai', 2019, true],
    ]);
    const foreign = { from: 'template', plugin: 'henan', year: 2024 };
    const refused = await office.drafter('/api/campaigns/drafts', { json: foreign });
    expect([refused.status, refused.json().code]).toEqual([404, 'campaigns.unknown_template']);
    const unknown = { from: 'template', plugin: 'weihai', year: 2018 };
    expect((await office.drafter('/api/campaigns/drafts', { json: unknown })).status).toBe(404);
  });

  it('rolls the edition forward and lists the dates that want a look', () => {
    expect(draft).toMatchObject({ year: 2026, state: 'drafting', version: 1 });
    expect(draft.origin).toEqual({ from: 'template', plugin: 'weihai', year: 2019, toYear: 2026 });
    expect(draft.parts.find(({ kind }) => kind === 'head')?.body).toMatchObject({
      key: 'weihai-2026',
    });
    expect(draft.toReview.map(({ kind }) => kind)).toContain('proposed');
  });

  it('takes a date off the list once its part has been saved', async () => {
    const path = 'tasks/good-practice/due';
    expect(draft.toReview.map((point) => point.path)).toContain(path);
    const due = { kind: 'on', on: '2026-09-21', wording: '9月21日前（建议）' };
    const saved = await putPart(office.drafter, draft.id, ['task', 'good-practice'], {
      changes: { due },
    });
    expect([saved.status, saved.headers.get('etag')]).toEqual([200, '"2"']);
    expect((await readDraft()).toReview.map((point) => point.path)).not.toContain(path);
  });

  it('is checked and measured against the real units', async () => {
    const checks = await expectOk<Checks>(office.checker(draftAt(draft.id, '/checks')));
    expect(checks.counts.error).toBe(0);
    const burden = await expectOk<BurdenAnswer>(office.checker(draftAt(draft.id, '/burden')));
    const secondary = burden.rows.find(({ level }) => level === 'secondary');
    expect(secondary).toMatchObject({ unitKind: 'hospital', units: 1 });
    expect(secondary?.words.zh).toMatch(/^二级医院：每年\d+次报送、预计\d+小时$/);
    expect(burden).toMatchObject({ ceilingMinutes: 3000, hasCountersignature: true });
    expect(burden.previous).toBeUndefined();
  });

  it('goes to the checker with the drafter’s step taken', async () => {
    const checks = await expectOk<Checks>(office.checker(draftAt(draft.id, '/checks')));
    const codes = checks.problems.filter(({ severity }) => severity === 'warning');
    const json = { acknowledged: true, codes: codes.map(({ code }) => code) };
    await expectOk(office.drafter(draftAt(draft.id, '/submit'), { json }));
    const { items } = await expectOk<{ items: DraftSummary[] }>(
      office.signer('/api/campaigns/drafts'),
    );
    expect(items[0]).toMatchObject({
      state: 'signing',
      waitsFor: { key: 'check', role: 'checker' },
    });
    const { approval } = await readDraft();
    expect(approval?.steps.map(({ state }) => state)).toEqual([
      'done',
      'current',
      'waiting',
      'waiting',
    ]);
  });

  it('is not signed by whose turn it is not, nor by who holds no such post', async () => {
    const early = act('/approval/sign', { stepKey: 'sign' });
    expect((await office.signer(early.path, early.request)).json().code).toBe(
      'approvals.not_current',
    );
    const wrong = act('/approval/sign', { stepKey: 'check' });
    expect((await office.signer(wrong.path, wrong.request)).json().code).toBe('platform.forbidden');
    const unknown = act('/approval/sign', { stepKey: 'nobody' });
    expect((await office.checker(unknown.path, unknown.request)).status).toBe(409);
  });

  it('takes the countersignature on paper, with the scan that shows it', async () => {
    const check = act('/approval/sign', { stepKey: 'check', comment: '同意' });
    await expectOk(office.checker(check.path, check.request));
    const again = act('/approval/sign', { stepKey: 'countersign' });
    const second = await office.checker(again.path, again.request);
    expect([second.status, second.json().code]).toEqual([409, 'approvals.same_person']);
    const paper = { signedOn: '2026-06-30', signerPost: '委机关有关科室' };
    const lost = { ...paper, evidenceId: `evd_${'0'.repeat(26)}` };
    const missing = act('/approval/sign', { stepKey: 'countersign', paper: lost });
    expect((await office.drafter(missing.path, missing.request)).json().code).toBe(
      'evidence.not_found',
    );
    const evidenceId = await uploadScan(office.drafter, 'countersign');
    const scanned = act('/approval/sign', {
      stepKey: 'countersign',
      paper: { ...paper, evidenceId },
    });
    await expectOk(office.drafter(scanned.path, scanned.request));
    const { approval } = await readDraft();
    expect(approval?.steps[2]).toMatchObject({
      mode: 'paper',
      state: 'done',
      paper: { evidenceId },
    });
    const seen = await office.signer(`/api/evidence/${evidenceId}/view`);
    expect(seen.status).toBe(200);
    const outside = await (await world.as('clerk'))(`/api/evidence/${evidenceId}/view`);
    expect(outside.status).toBe(404);
  });

  it('is neither registered nor published before it is signed', async () => {
    const issue = await office.drafter(draftAt(draft.id, '/issue'), {
      method: 'PUT',
      json: goodIssue,
    });
    expect([issue.status, issue.json().code]).toEqual([409, 'campaigns.not_signed']);
    const publish = act('/publish', {});
    expect((await office.drafter(publish.path, publish.request)).json().code).toBe(
      'campaigns.not_signed',
    );
  });

  it('is signed by the leader and waits for the number that the office gives', async () => {
    const sign = act('/approval/sign', { stepKey: 'sign' });
    expect(await expectOk(office.signer(sign.path, sign.request))).toMatchObject({
      state: 'signed',
    });
    const publish = act('/publish', {});
    expect((await office.drafter(publish.path, publish.request)).json().code).toBe(
      'campaigns.not_registered',
    );
    const reversed = { ...goodIssue, printedOn: '2026-06-01' };
    const wrong = await office.drafter(draftAt(draft.id, '/issue'), {
      method: 'PUT',
      json: reversed,
    });
    expect([wrong.status, wrong.json().code]).toEqual([422, 'campaigns.dates_reversed']);
    const scanEvidenceId = await uploadScan(office.drafter, 'issue');
    const json = { ...goodIssue, disclosure: 'on-request', scanEvidenceId };
    await expectOk(office.drafter(draftAt(draft.id, '/issue'), { method: 'PUT', json }));
    expect((await readDraft()).issue).toEqual(json);
  });

  it('is published once, however often the button is pressed', async () => {
    const request = { json: {}, headers: { 'idempotency-key': 'publish-weihai-1' } };
    published = await expectOk<Published>(office.drafter(draftAt(draft.id, '/publish'), request));
    expect(published).toMatchObject({ versionNumber: 1 });
    const again = await expectOk<Published>(office.drafter(draftAt(draft.id, '/publish'), request));
    expect(again).toEqual(published);
    const other = act('/publish', {});
    const closed = await office.drafter(other.path, other.request);
    expect([closed.status, closed.json().code]).toEqual([409, 'campaigns.draft_closed']);
  });

  it('gives each unit its filings, and each clerk the document to read', async () => {
    const report = await world.app.work.sweep('dong');
    expect(report).toMatchObject({ dead: 0, later: 0 });
    const clerk = await world.as('clerk');
    const mine = (await clerk('/api/submissions/mine')).json<Record<string, unknown[]>>();
    expect(mine['later']?.length).toBeGreaterThan(0);
    const { items } = await expectOk<{ items: CampaignSummary[] }>(clerk('/api/campaigns'));
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      id: published.campaignId,
      number: goodIssue.number,
      disclosure: 'on-request',
      state: 'running',
      versionLabel: { zh: '第1版' },
    });
    const detail = await expectOk<CampaignDetail>(clerk(`/api/campaigns/${published.campaignId}`));
    const practice = detail.clauses
      .flatMap(({ tasks }) => tasks)
      .find(({ key }) => key === 'good-practice');
    expect(practice?.due).toMatchObject({ on: '2026-09-21', label: { zh: '9月21日（周一）' } });
  });

  it('left a trail of who did what', async () => {
    const actions = await world.site.database.db
      .select({ action: auditEntries.action })
      .from(auditEntries)
      .where(eq(auditEntries.subjectId, draft.id));
    expect(actions.map(({ action }) => action)).toEqual([
      'campaign.create',
      'campaign.revise',
      'approval.open',
      'approval.approve',
      'approval.register-paper',
      'approval.approve',
      'campaign.revise',
      'campaign.publish',
    ]);
  });
});
