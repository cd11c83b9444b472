import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { AuditPage } from '#schema/contracts/audit-entries.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import { signHead } from './index.ts';

let world: TestApp;
let auditor: TestClient;
beforeAll(async () => {
  world = await createTestApp();
  auditor = await world.as('audit-admin');
});
afterAll(() => world.close());

const read = async (query = '') => (await auditor(`/api/audit/entries${query}`)).json<AuditPage>();

describe('the audit trail as the auditor reads it', () => {
  test('runs from the newest entry back to the first, without a gap and without the genesis', async () => {
    const seqs: number[] = [];
    let cursor = '';
    do {
      const page = await read(`?limit=5${cursor && `&cursor=${cursor}`}`);
      seqs.push(...page.items.map(({ seq }) => seq));
      cursor = page.nextCursor ?? '';
    } while (cursor !== '');
    expect(seqs.length).toBeGreaterThan(5);
    expect(seqs).toEqual(Array.from(seqs, (_, at) => seqs.length - at));
  });

  test('shows each entry chained to the one before, with the facts as stored', async () => {
    const { items } = await read('?limit=200');
    const [, ...older] = items.map(({ hash }) => hash);
    expect(items.slice(0, -1).map(({ prevHash }) => prevHash)).toEqual(older);
    expect(items.at(-1)).toMatchObject({
      action: 'tenant.create',
      facts: { plugin: { id: 'test' } },
    });
  });

  test('names whoever acted by post', async () => {
    const { items } = await read('?action=session.revoke');
    expect(items.length).toBeGreaterThan(0);
    const client = await world.as('drafter');
    await client('/api/organizations/import', {
      json: {
        units: [{ key: 'new', name: '新院', order: 900, kind: 'hospital', relations: [] }],
      },
    });
    const [newest] = (await read('?action=organization.import&limit=1')).items;
    expect(newest?.actor).toMatchObject({ kind: 'person', post: '行风办拟稿岗' });
  });

  test('can be asked for one subject, and refuses an action that does not exist', async () => {
    const personId = world.site.people['audit-admin'] ?? '';
    const { items } = await read(`?subject=${personId}`);
    expect(new Set(items.map(({ subjectId }) => subjectId))).toEqual(new Set([personId]));
    expect((await auditor('/api/audit/entries?action=world.end')).status).toBe(422);
  });

  test('says which head was signed last, and when', async () => {
    expect((await read()).signedHead).toBeNull();
    const key = inject('sqldTemplateKey');
    const anchor = await signHead({ context: { ...world.site.database, key } });
    const { signedHead, asOf } = await read('?limit=1');
    expect(signedHead).toEqual({ seq: anchor?.seq, signedAt: anchor?.signedAt });
    expect(asOf).toBe(world.clock.now());
  });

  test('is refused to the other two administrators', async () => {
    for (const name of ['system-admin', 'security-admin'] as const) {
      const other = await world.as(name);
      expect((await other('/api/audit/entries')).status).toBe(403);
    }
  });
});
