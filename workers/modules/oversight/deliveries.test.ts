import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SnapshotDelivery } from '#schema/contracts/snapshots.ts';
import { auditEntries } from '#schema/tables/control/core.table.ts';
import { regionFigures, regionSnapshots } from '#schema/tables/control/oversight.table.ts';
import { createStoredKey } from '#workers/platform/crypto/signature.driver.ts';
import { createTestControl } from '#workers/platform/database/testing/tenant.fixtures.ts';
import type { TestDatabase } from '#workers/platform/database/testing/tenant.fixtures.ts';
import { createRegions, deliveryOf, figure } from './oversight.fixtures.ts';
import type { TestRegion } from './oversight.fixtures.ts';
import { publishCommonIndicators } from './usecases/publish-common-indicators.ts';
import { receiveSnapshot } from './usecases/receive-snapshot.ts';
import { registerRegionKey } from './usecases/register-region-key.ts';

let control: TestDatabase;
let regions: Readonly<Record<string, TestRegion>>;
beforeAll(async () => {
  control = await createTestControl();
  regions = await createRegions(control);
});
afterAll(() => control.close());

const region = (slug: string): TestRegion => {
  const found = regions[slug];
  if (found === undefined) throw new Error(slug);
  return found;
};
const receive = (input: SnapshotDelivery) => receiveSnapshot({ context: control, input });

async function auditCount(): Promise<number> {
  return (await control.db.select({ seq: auditEntries.seq }).from(auditEntries)).length;
}

describe('a delivery', () => {
  test('signed by its region is taken, audited, and answered with a receipt', async () => {
    const delivery = await deliveryOf(control, region('haibei'));
    const { receipt } = await receive(delivery);
    expect(receipt).toMatch(/^20260701-[0-9A-Z]{8}$/);
    const [row] = await control.db
      .select()
      .from(regionSnapshots)
      .where(eq(regionSnapshots.id, delivery.snapshotId));
    expect(row).toMatchObject({ slug: 'haibei', level: 'province', current: true, auditSeq: 7 });
    expect(row?.content).toEqual(delivery.content);
  });

  test('repeated, also twice at once, is taken once and gets the same receipt', async () => {
    const delivery = await deliveryOf(control, region('tiannan'));
    const receipts = await Promise.all([receive(delivery), receive(delivery), receive(delivery)]);
    expect(new Set(receipts.map(({ receipt }) => receipt)).size).toBe(1);
    const before = await auditCount();
    expect((await receive(delivery)).receipt).toBe(receipts[0]?.receipt);
    expect(await auditCount()).toBe(before);
  });

  test('signed with the key of another region is refused, and leaves nothing behind', async () => {
    const before = await auditCount();
    const forged = await deliveryOf(control, region('nanan'), { signer: region('xijiang') });
    await expect(receive(forged)).rejects.toThrow('oversight.other_region');
    const borrowed = { ...forged, keyId: (await deliveryOf(control, region('nanan'))).keyId };
    await expect(receive(borrowed)).rejects.toThrow('oversight.unknown_signature');
    expect(await auditCount()).toBe(before);
  });

  test('signed with a key that nobody registered is refused', async () => {
    const stranger = { ...region('nanan'), key: await createStoredKey() };
    const delivery = await deliveryOf(control, region('nanan'), { signer: stranger });
    await expect(receive(delivery)).rejects.toThrow('oversight.unknown_signature');
  });

  test('changed on its way, in a figure or in its envelope, is refused', async () => {
    const delivery = await deliveryOf(control, region('nanan'));
    const better = { ...delivery.content, figures: [figure({ numerator: 100 })] };
    await expect(receive({ ...delivery, content: better })).rejects.toThrow(
      'oversight.changed_content',
    );
    const head = { ...delivery.auditHead, seq: 8 };
    await expect(receive({ ...delivery, auditHead: head })).rejects.toThrow(
      'oversight.unknown_signature',
    );
    const other = control.ids.next('snp');
    await expect(receive({ ...delivery, snapshotId: other })).rejects.toThrow(
      'oversight.unknown_signature',
    );
  });

  test('that gives its region another level or code than control knows is refused', async () => {
    const { key: _key, ...own } = region('nanan');
    for (const part of [{ level: 'province' as const }, { divisionCode: '110000' }]) {
      const content = { region: { ...own, ...part } };
      const delivery = await deliveryOf(control, region('nanan'), { content });
      await expect(receive(delivery)).rejects.toThrow('oversight.other_region');
    }
  });

  test('for a period that is not over, or cut off at another day, is refused', async () => {
    const open = { period: '2026-H2' as const, cutOff: '2026-12-31' };
    const early = await deliveryOf(control, region('nanan'), { content: open });
    await expect(receive(early)).rejects.toThrow('oversight.period_open');
    const odd = await deliveryOf(control, region('nanan'), { content: { cutOff: '2026-05-31' } });
    await expect(receive(odd)).rejects.toThrow('oversight.period_open');
  });
});

describe('a correction', () => {
  test('takes the place of what it names and leaves that as it was signed', async () => {
    const nanan = region('nanan');
    const first = await deliveryOf(control, nanan);
    await receive(first);
    const silent = await deliveryOf(control, nanan);
    await expect(receive(silent)).rejects.toThrow('oversight.already_reported');
    const content = {
      figures: [figure({ numerator: 91 }), figure({ common: 'first-pass-rate' })],
      corrects: first.snapshotId,
      correctionReason: '补录纸质件后重新统计',
    };
    const correction = await deliveryOf(control, nanan, { content });
    await receive(correction);
    const rows = await control.db
      .select()
      .from(regionSnapshots)
      .where(eq(regionSnapshots.slug, 'nanan'));
    expect(Object.fromEntries(rows.map(({ id, current }) => [id, current]))).toEqual({
      [first.snapshotId]: false,
      [correction.snapshotId]: true,
    });
    const figures = await control.db
      .select()
      .from(regionFigures)
      .where(eq(regionFigures.slug, 'nanan'));
    const numerators = figures.map(({ commonKey, numerator }) => [commonKey, numerator]);
    expect(Object.fromEntries(numerators)).toEqual({
      'first-pass-rate': 90,
      'on-time-filing-rate': 91,
    });
    const late = await deliveryOf(control, nanan, { content });
    await expect(receive(late)).rejects.toThrow('oversight.wrong_correction');
  });

  test('of another region’s data is refused', async () => {
    const [haibei] = await control.db
      .select()
      .from(regionSnapshots)
      .where(eq(regionSnapshots.slug, 'haibei'));
    const content = { corrects: haibei?.id ?? '', correctionReason: '替换他地区数据' };
    const delivery = await deliveryOf(control, region('xijiang'), { content });
    await expect(receive(delivery)).rejects.toThrow('oversight.wrong_correction');
  });
});

describe('what control publishes', () => {
  test('are the common indicators, once however often they are published', async () => {
    expect(await publishCommonIndicators({ context: control })).toBe(10);
    const before = await auditCount();
    expect(await publishCommonIndicators({ context: control })).toBe(0);
    expect(await auditCount()).toBe(before);
  });

  test('are the keys of regions it knows: one region a key, an earlier key stays', async () => {
    const { key } = region('haibei');
    const register = (slug: string, one = key) =>
      registerRegionKey({ context: control, input: { slug, key: one } });
    const keyId = await register('haibei');
    await expect(register('tiannan')).rejects.toThrow('the key of tiannan is the key of haibei');
    await expect(register('nowhere')).rejects.toThrow('no tenant named nowhere');
    expect(await register('haibei', await createStoredKey())).not.toBe(keyId);
    expect(await register('haibei')).toBe(keyId);
  });
});
