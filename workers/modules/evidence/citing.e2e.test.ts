import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, hostOf } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import {
  fillIn,
  findMine,
  publishInto,
  readFiling,
  uploadScan,
} from '#workers/modules/submissions/submissions.fixtures.ts';
import { findEvidence, listEvidence, listPlaces } from './evidence.repository.ts';

let world: TestApp;
let clerk: TestClient;
let other: TestClient;
let reviewer: TestClient;
let checker: TestClient;
let id: string;

beforeAll(async () => {
  world = await createTestApp({ tenants: ['dong', 'xi'] });
  await publishInto(world.site);
  clerk = await world.as('clerk');
  other = await world.as('other-clerk');
  reviewer = await world.as('reviewer');
  checker = await world.as('checker');
  id = await findMine(clerk, 'training-report');
});
afterAll(() => world.close());

const attach = (client: TestClient, evidenceIds: string[], key = 'stamped') =>
  client(`/api/submissions/${id}/deliverables/${key}`, { method: 'PUT', json: { evidenceIds } });
const open = async (client: TestClient, evidenceId: string) =>
  (await client(`/api/evidence/${evidenceId}/content`)).status;
const attached = async () => (await readFiling(world.site, id)).deliverables['stamped'];
const db = () => world.site.database.db;

describe('a file under a filing', () => {
  it('can be read by who may read the filing, from the moment it is cited', async () => {
    const scan = await uploadScan(clerk, '可见性');
    expect([await open(reviewer, scan), await open(checker, scan)]).toEqual([404, 404]);
    expect((await findEvidence(db(), scan))?.state).toBe('received');
    expect((await attach(clerk, [scan])).status).toBe(200);
    expect([await open(reviewer, scan), await open(checker, scan)]).toEqual([200, 200]);
    expect(await open(other, scan)).toBe(404);
    expect((await findEvidence(db(), scan))?.state).toBe('attached');
    expect(await listPlaces(db(), scan)).toEqual([
      { subjectKind: 'submission', subjectId: id, slot: 'deliverables/stamped' },
    ]);
  });

  it('is out of the reviewer’s sight again once another one stands in its place', async () => {
    const [first, second] = [await uploadScan(clerk, '旧'), await uploadScan(clerk, '新')];
    await attach(clerk, [first]);
    await attach(clerk, [second]);
    expect([await open(reviewer, first), await open(reviewer, second)]).toEqual([404, 200]);
    expect(await open(clerk, first)).toBe(200);
    expect(await listPlaces(db(), first)).toEqual([]);
  });

  it('is nobody’s in another commission, whatever the address', async () => {
    const scan = await uploadScan(clerk, '外区');
    await attach(clerk, [scan]);
    for (const name of ['clerk', 'checker', 'reviewer'] as const) {
      expect(await open(await world.as(name, hostOf('xi')), scan)).toBe(404);
    }
  });

  it('may be several, in the order in which they were given', async () => {
    const scans = [await uploadScan(clerk, '正文'), await uploadScan(clerk, '附件')];
    expect((await attach(clerk, scans)).status).toBe(200);
    expect(await attached()).toEqual(scans);
    expect(await listEvidence(db(), scans)).toHaveLength(2);
    expect(await listEvidence(db(), [])).toEqual([]);
  });

  it('named twice in one request counts once', async () => {
    const scan = await uploadScan(clerk, '重复');
    const answer = await attach(clerk, [scan, scan]);
    expect(answer.status).toBe(200);
    expect(await attached()).toEqual([scan]);
  });

  it('is put nowhere but into the list of materials', async () => {
    const scan = await uploadScan(clerk, '清单外');
    const answer = await attach(clerk, [scan], 'nowhere');
    expect(answer.json()).toMatchObject({ status: 404, code: 'submissions.unknown_deliverable' });
    expect(await listPlaces(db(), scan)).toEqual([]);
  });
});

describe('a file of another unit', () => {
  it('is refused under a filing as if it did not exist, and changes nothing there', async () => {
    const foreign = await uploadScan(other, '他院');
    const own = await uploadScan(clerk, '本院');
    await attach(clerk, [own]);
    const refused = await attach(clerk, [own, foreign]);
    expect(refused.json()).toMatchObject({ status: 404, code: 'evidence.not_found' });
    expect(await attached()).toEqual([own]);
    expect(await open(reviewer, foreign)).toBe(404);
  });

  it('is refused as the signed sheet, and the sign-off goes on', async () => {
    const foreign = await uploadScan(other, '他院审签单');
    await fillIn(clerk, id);
    await clerk(`/api/submissions/${id}/sign-off`, { json: {} });
    const sheet = (evidenceId: string) =>
      clerk(`/api/submissions/${id}/sign-off/paper`, {
        json: { evidenceId, signedOn: '2026-07-01' },
      });
    expect((await sheet(foreign)).json().code).toBe('evidence.not_found');
    expect((await readFiling(world.site, id)).state).toBe('signing');
    const own = await uploadScan(clerk, '本院审签单');
    expect((await sheet(own)).status).toBe(200);
    expect(await open(reviewer, own)).toBe(200);
    await clerk(`/api/submissions/${id}/sign-off/withdraw`, { json: {} });
  });

  it('may come from the bureau that files on behalf of the unit, and the unit sees it then', async () => {
    const scan = await uploadScan(reviewer, '代报');
    expect(await open(clerk, scan)).toBe(404);
    expect((await attach(reviewer, [scan])).status).toBe(200);
    expect(await open(clerk, scan)).toBe(200);
  });

  it('with the same bytes is a file of its own: no unit learns what another has', async () => {
    const mine = await uploadScan(clerk, '同一份文件');
    const theirs = await uploadScan(other, '同一份文件');
    expect(theirs).not.toBe(mine);
    const [first, second] = await Promise.all([
      findEvidence(db(), mine),
      findEvidence(db(), theirs),
    ]);
    expect(second?.sha256).toBe(first?.sha256);
    expect(second?.storageKey).not.toBe(first?.storageKey);
    expect(await open(other, mine)).toBe(404);
  });
});
