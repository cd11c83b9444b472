import { eq, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { ImportJob } from '#schema/contracts/imports.ts';
import type { InvitationBatch, SlipPage } from '#schema/contracts/invitations.ts';
import { MOST_SLIPS } from '#schema/contracts/invitations.ts';
import { auditEntries } from '#schema/tables/core.table.ts';
import { invitations } from '#schema/tables/tenant/imports.table.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import { act, sendSheet, takeAll } from './imports.fixtures.ts';
import type { Sheet } from './imports.fixtures.ts';

const people = 10_000;
const base = '/api/invitations/imports';
const batches = '/api/invitations/batches';

const units = ['东区第一医院', '东区第二医院', '直属中心医院'];
const sheet: Sheet = [
  ['单位', '姓名', '登录名', '手机', '角色'],
  ...Array.from({ length: people }, (_, index) => [
    units[index % units.length] ?? '',
    `某${index}`,
    `person-${index}`,
    ['139', String(index).padStart(8, '0')].join(''),
    '联络员',
  ]),
];

/** How the work grows is counted and not timed: changes of the database, and answers. */
it('ten thousand people take as many changes as there are chunks, and one decision', async () => {
  const world = await createTestApp();
  const admin = await world.as('system-admin');
  const security = await world.as('security-admin');
  const { db } = world.site.database;
  const changesOf = async (id: string) => {
    const count = sql<number>`count(*)`;
    const { subjectId } = auditEntries;
    const [row] = await db.select({ count }).from(auditEntries).where(eq(subjectId, id));
    return row?.count ?? 0;
  };
  const id = await sendSheet(admin, sheet, { base });
  expect(await changesOf(id)).toBe(1 + people / 500);
  const checked = (await act(admin, `${base}/${id}/check`)).json<ImportJob>();
  expect(checked.counts).toEqual({ new: people, changed: 0, unchanged: 0, error: 0 });
  const sent = await changesOf(id);
  expect(sent).toBe(1 + people / 500 + people / 2_500);
  expect(await takeAll(admin, id, { base })).toMatchObject({ taken: people, refused: 0 });
  const taken = await changesOf(id);
  expect(taken - sent).toBe(1 + people / 500 + 1);

  const again = await sendSheet(admin, sheet, { base });
  const second = (await act(admin, `${base}/${again}/check`)).json<ImportJob>();
  expect(second.counts).toEqual({ new: 0, changed: 0, unchanged: people, error: 0 });

  const [batch] = (await security(batches)).json<{ items: InvitationBatch[] }>().items;
  expect(batch).toMatchObject({ id, asked: people });
  const decided = await security(`${batches}/${id}/authorize`, {
    json: { refused: [] },
    headers: { 'if-match': `"${batch?.version ?? 0}"` },
  });
  expect(decided.json()).toMatchObject({ authorized: people });
  expect((await changesOf(id)) - taken).toBe(1);

  const page = (await act(admin, `${batches}/${id}/links`)).json<SlipPage>();
  expect(page.items).toHaveLength(MOST_SLIPS);
  const next = (await act(admin, `${batches}/${id}/links`, { after: page.after })).json<SlipPage>();
  expect(new Set([...page.items, ...next.items].map(({ token }) => token)).size).toBe(
    2 * MOST_SLIPS,
  );
  const plan = await db.all<{ detail: string }>(
    sql`explain query plan select id from ${invitations} where import_id = ${id}
      and state = 'authorized' and id > ${page.after} order by id limit 200`,
  );
  expect(plan.map(({ detail }) => detail).join()).toContain('ix_invitations_import');
  await world.close();
}, 120_000);
