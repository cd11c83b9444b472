import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReceivedBulletinDetail, ReceivedBulletins } from '#schema/contracts/bulletins.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import { actNow, codeOf, deskOf, expectOk, sentBulletin, show } from './bulletins.fixtures.ts';
import type { Desk } from './bulletins.fixtures.ts';

let world: TestApp;
let desk: Desk;
let clerk: TestClient;
let hospital: string;

beforeAll(async () => {
  world = await createTestApp();
  desk = await deskOf(world);
  clerk = await world.as('clerk');
  hospital = world.site.units['hospital'] ?? '';
});
afterAll(() => world.close());

describe('分发 and 签收', () => {
  it('reaches the units chosen, each signs once, and nothing about reading is kept', async () => {
    const id = await sentBulletin(desk);
    const received = await expectOk<ReceivedBulletins>(clerk('/api/bulletins/received'));
    expect(received.items[0]).toMatchObject({ id, receipt: { organizationName: '东区第一医院' } });
    const paper = await expectOk<ReceivedBulletinDetail>(
      clerk(`/api/bulletins/${id}/received/${hospital}`),
    );
    expect(JSON.stringify(paper.parts)).toContain('总体平稳');
    expect((await show(desk.drafter, id)).summary.sent).toEqual({ units: 3, signedFor: 0 });
    const sign = () =>
      clerk(`/api/bulletins/${id}/sign-for`, { json: { organizationId: hospital } });
    const first = await expectOk<{ signedForAt: number }>(sign());
    expect(await expectOk(sign())).toEqual({ id, signedForAt: first.signedForAt });
    const { receipts, summary } = await show(desk.drafter, id);
    expect(summary.sent).toEqual({ units: 3, signedFor: 1 });
    expect(receipts.find(({ organizationId }) => organizationId === hospital)).toEqual({
      organizationId: hospital,
      organizationName: '东区第一医院',
      signedForAt: first.signedForAt,
      signedForByPost: '行风办填报岗',
    });
  });

  it('is each unit’s own: nobody sees or signs another’s', async () => {
    const id = await sentBulletin(desk);
    const other = world.site.units['direct-hospital'] ?? '';
    expect((await clerk(`/api/bulletins/${id}/received/${other}`)).status).toBe(404);
    const refused = await clerk(`/api/bulletins/${id}/sign-for`, {
      json: { organizationId: other },
    });
    expect(codeOf(refused)).toEqual([404, 'bulletins.not_found']);
    const reviewer = await world.as('reviewer');
    expect((await expectOk<ReceivedBulletins>(reviewer('/api/bulletins/received'))).items).toEqual(
      [],
    );
  });

  it('takes more units later and keeps the receipts', async () => {
    const id = await sentBulletin(desk);
    await expectOk(clerk(`/api/bulletins/${id}/sign-for`, { json: { organizationId: hospital } }));
    const bureau = world.site.units['bureau'] ?? '';
    await expectOk(actNow(desk.drafter, id, 'send', { units: [bureau, hospital] }));
    expect((await show(desk.drafter, id)).summary.sent).toEqual({ units: 4, signedFor: 1 });
    const nobody = await actNow(desk.drafter, id, 'send', { kinds: ['clinic'] });
    expect(codeOf(nobody)).toEqual([409, 'bulletins.no_recipient']);
  });
});
