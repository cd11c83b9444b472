import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Comparability, Comparison } from '#schema/contracts/oversight.ts';
import type {
  Snapshot,
  SnapshotDelivery,
  SnapshotDetail,
  SnapshotList,
  SnapshotPreview,
} from '#schema/contracts/snapshots.ts';
import { regionSnapshots } from '#schema/tables/control/oversight.table.ts';
import type { CastName } from '#workers/app/testing/cast.fixtures.ts';
import { createTestApp, hostOf } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import { publishCommonIndicators, registerRegionKey } from '#workers/modules/oversight/index.ts';
import { uploadScan } from '#workers/modules/submissions/submissions.fixtures.ts';
import { createStoredKey } from '#workers/platform/crypto/signature.driver.ts';
import type { StoredKey } from '#workers/platform/crypto/signature.driver.ts';
import { placeFilings, publishCompared, usualHalfYear } from './snapshots.fixtures.ts';

let world: TestApp;
let key: StoredKey;
let campaignId: string;
/** Another name of the same site after half a year, when the sessions of the first are over. */
let home = hostOf('dong');

beforeAll(async () => {
  key = await createStoredKey();
  world = await createTestApp({ overrides: { keyRing: { keyFor: async () => key } } });
  await publishCommonIndicators({ context: world.control });
  await registerRegionKey({ context: world.control, input: { slug: 'dong', key } });
  campaignId = await publishCompared(world.site);
  await placeFilings(world.site.database, campaignId, usualHalfYear());
});
afterAll(() => world.close());

/** Delivers what lies in the outbox, as the app does after an answer and every minute. */
const deliver = () => world.app.work.sweep('dong');

/** What the higher authority holds, as it was delivered. */
async function listDelivered(): Promise<SnapshotDelivery[]> {
  const rows = await world.control.db.select().from(regionSnapshots);
  return rows.map(
    ({ id, content, contentHash, auditSeq, auditHash, keyId, signature, sentAt }) => ({
      snapshotId: id,
      content,
      contentHash,
      auditHead: { seq: auditSeq, hash: auditHash },
      algorithm: 'ed25519',
      keyId,
      signature,
      sentAt,
    }),
  );
}

async function post<Body = Snapshot>(name: CastName, path: string, json: unknown = {}) {
  const client = await world.as(name, home);
  const answer = await client(`/api/snapshots${path}`, { json });
  return { status: answer.status, body: answer.json<Body>(), problem: answer.json() };
}

async function show(id: string): Promise<SnapshotDetail> {
  const drafter = await world.as('drafter', home);
  return (await drafter(`/api/snapshots/${id}`)).json<SnapshotDetail>();
}

describe('上报数据 of a half-year', () => {
  let id: string;

  test('is seen before it is prepared, with 「—」 for what is too small to leave', async () => {
    const drafter = await world.as('drafter', home);
    const answer = await drafter('/api/snapshots/preview?period=2026-H1');
    const preview = answer.json<SnapshotPreview>();
    expect(preview).toMatchObject({ isOver: true, content: { cutOff: '2026-06-30' } });
    expect(preview.lines.map(({ state }) => state)).toEqual([
      'measured',
      'measured',
      'measured',
      'not-reported',
      'incomparable',
    ]);
    expect(preview.content.reporting).toEqual({ unitsDue: 10, unitsReported: 9 });
  });

  test('of a period that is not over shows 不适用 and cannot be prepared', async () => {
    const drafter = await world.as('drafter', home);
    const preview = (
      await drafter('/api/snapshots/preview?period=2026-H2')
    ).json<SnapshotPreview>();
    expect(preview.isOver).toBe(false);
    expect(preview.lines[0]?.state).toBe('not-applicable');
    const refused = await post('drafter', '', { period: '2026-H2' });
    expect(refused.problem.code).toBe('snapshots.period_open');
    const none = await drafter('/api/snapshots/preview?period=2031-H1');
    expect(none.json().code).toBe('snapshots.no_campaign');
  });

  test('is prepared by the drafter alone, and drawn up anew while nobody has signed', async () => {
    expect((await post('checker', '', { period: '2026-H1' })).status).toBe(403);
    const first = await post('drafter', '', { period: '2026-H1' });
    expect(first.status).toBe(201);
    const again = await post('drafter', '', { period: '2026-H1' });
    expect(again.body).toMatchObject({ id: first.body.id, version: 2, state: 'draft' });
    id = first.body.id;
  });

  test('does not leave unsigned, and is signed by three posts who are three people', async () => {
    expect((await post('drafter', `/${id}/send`)).problem.code).toBe('snapshots.not_signed');
    expect((await post('drafter', `/${id}/submit`)).body.state).toBe('signing');
    const early = await post('signer', `/${id}/approval/sign`, { step: 'signed' });
    expect(early.problem.code).toBe('approvals.not_current');
    const own = await post('drafter', `/${id}/approval/sign`, { step: 'checked' });
    expect(own.problem.code).toBe('platform.forbidden');
    const changed = await post('drafter', '', { period: '2026-H1' });
    expect(changed.problem.code).toBe('snapshots.in_approval');
    const returned = await post('checker', `/${id}/approval/return`, {
      step: 'checked',
      comment: '请核对退回件数',
    });
    expect(returned.body.state).toBe('draft');
    await post('drafter', `/${id}/submit`);
    await post('checker', `/${id}/approval/sign`, { step: 'checked' });
    const signed = await post('signer', `/${id}/approval/sign`, { step: 'signed' });
    expect(signed.body.state).toBe('signed');
    const { approval } = await show(id);
    expect(approval?.steps.map(({ actorPost }) => actorPost)).toEqual([
      '行风办拟稿岗',
      '行风办核稿岗',
      '分管领导',
    ]);
  });

  test('leaves as it was signed and comes back with a receipt, once however often it is tried', async () => {
    const sent = await post('drafter', `/${id}/send`);
    expect(sent.body.state).toBe('sent');
    expect(await deliver()).toMatchObject({ done: 1, later: 0 });
    const { state, receipt, contentHash } = await show(id);
    expect(state).toBe('received');
    expect(receipt).toMatch(/^\d{8}-[0-9A-Z]{8}$/);
    const deliveries = await listDelivered();
    expect(deliveries).toHaveLength(1);
    expect(deliveries[0]).toMatchObject({ snapshotId: id, contentHash });
    const visitor = world.visitor(hostOf('oversight'));
    const again = await visitor('/api/oversight/deliveries', { json: deliveries[0] });
    expect(again).toMatchObject({ status: 200 });
    expect(again.json<{ receipt: string }>().receipt).toBe(receipt);
  });

  test('names nobody and no unit', async () => {
    const text = JSON.stringify((await listDelivered()).map(({ content }) => content));
    expect(text).toContain('on-time-filing-rate');
    expect(text).not.toMatch(/org_|per_|sub_/);
  });

  test('is prepared again only as a correction with its reason, which replaces the first', async () => {
    world.clock.tick(3_600_000 / 4);
    const silent = await post('drafter', '', { period: '2026-H1' });
    expect(silent.problem.code).toBe('snapshots.already_sent');
    const bare = await post('drafter', '', { period: '2026-H1', corrects: id });
    expect(bare.problem.errors?.[0]?.path).toBe('/correctionReason');
    await placeFilings(world.site.database, campaignId, usualHalfYear());
    const correctionReason = '补录线下纸质件后重新统计';
    const made = await post('drafter', '', { period: '2026-H1', corrects: id, correctionReason });
    const next = made.body.id;
    await post('drafter', `/${next}/submit`);
    await post('checker', `/${next}/approval/sign`, { step: 'checked' });
    await post('signer', `/${next}/approval/sign`, { step: 'signed' });
    await post('drafter', `/${next}/send`);
    expect(await deliver()).toMatchObject({ done: 1 });
    const analyst = await world.as('analyst', hostOf('oversight'));
    const address = '/api/oversight/indicators/on-time-filing-rate?level=district';
    const comparison = (await analyst(address)).json<Comparison>();
    expect(comparison.rows).toMatchObject([
      { region: 'dong', numerator: 72, denominator: 80, corrected: true },
    ]);
    const board = (await analyst('/api/oversight/comparability')).json<Comparability>();
    expect(board.regions[0]).toMatchObject({ corrected: true, correctionReason });
    const list = (await (await world.as('signer', home))('/api/snapshots')).json<SnapshotList>();
    expect(list.items.map(({ corrects }) => corrects)).toEqual([id, undefined]);
    expect(list).toMatchObject({ newest: '2026-H1', periods: ['2026-H2', '2026-H1', '2025-H2'] });
  });
});

describe('the next half-year', () => {
  test('explains what moved by more than a fifth, field by field, before it is prepared', async () => {
    world.clock.set('2027-01-05T09:00:00+08:00');
    home = 'dong.example.org';
    const shifted = usualHalfYear({ onTime: 20 }).map((filing) => ({
      ...filing,
      dueAt: later(filing.dueAt),
      firstFiledAt: later(filing.firstFiledAt),
      decisions: filing.decisions.map(({ decision, at }) => ({ decision, at: at + half })),
    }));
    await placeFilings(world.site.database, campaignId, shifted);
    const refused = await post('drafter', '', { period: '2026-H2' });
    expect(refused.status).toBe(422);
    expect(refused.problem.errors?.map(({ path }) => path)).toEqual([
      '/explanations/on-time-filing-rate',
    ]);
    const explanations = { 'on-time-filing-rate': '汛期影响，集中延误' };
    const made = await post('drafter', '', { period: '2026-H2', explanations });
    expect(made.status).toBe(201);
    expect(made.body.content.figures[0]?.explanation).toBe('汛期影响，集中延误');
    const { previousPeriod, lines } = await show(made.body.id);
    expect(previousPeriod).toBe('2026-H1');
    expect(lines[0]?.previous).toEqual({ numerator: 72, denominator: 80 });
  });

  test('is signed on paper too: the scan takes the place of the two posts', async () => {
    const drafter = await world.as('drafter', home);
    const { items } = (await drafter('/api/snapshots')).json<SnapshotList>();
    const id = items.find(({ period }) => period === '2026-H2')?.id ?? '';
    await post('drafter', `/${id}/submit`);
    const evidenceId = await uploadScan(drafter);
    for (const [step, signerPost] of [
      ['checked', '核稿岗'],
      ['signed', '分管领导'],
    ] as const) {
      const paper = { signedOn: '2027-01-05', signerPost, evidenceId };
      const answer = await post('drafter', `/${id}/approval/sign`, { step, paper });
      expect(answer.status).toBe(200);
    }
    const { state, approval } = await show(id);
    expect(state).toBe('signed');
    expect(approval?.steps.map(({ mode }) => mode)).toEqual(['online', 'paper', 'paper']);
    const signer = await world.as('signer', home);
    expect((await signer(`/api/evidence/${evidenceId}/content`)).status).toBe(200);
    const withdrawn = await post('drafter', `/${id}/approval/withdraw`);
    expect(withdrawn.body.state).toBe('draft');
  });

  test('stays at home, tried again later, while the higher authority does not know the key', async () => {
    const drafter = await world.as('drafter', home);
    const { items } = (await drafter('/api/snapshots')).json<SnapshotList>();
    const id = items.find(({ period }) => period === '2026-H2')?.id ?? '';
    await post('drafter', `/${id}/submit`);
    await post('checker', `/${id}/approval/sign`, { step: 'checked' });
    await post('signer', `/${id}/approval/sign`, { step: 'signed' });
    await post('drafter', `/${id}/send`);
    const registered = key;
    key = await createStoredKey();
    expect(await deliver()).toMatchObject({ done: 0, later: 1 });
    expect((await show(id)).state).toBe('sent');
    key = registered;
    world.clock.tick(60_000);
    expect(await deliver()).toMatchObject({ done: 1 });
    expect((await show(id)).state).toBe('received');
  });
});

const half = Date.parse('2026-10-01T00:00:00+08:00') - Date.parse('2026-05-01T00:00:00+08:00');

function later(at: number | null): number | null {
  return at === null ? null : at + half;
}
