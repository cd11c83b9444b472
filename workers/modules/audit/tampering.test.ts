import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import type { AuditAnchor } from '#schema/contracts/audit-anchor.ts';
import { auditHeads } from '#schema/tables/control/core.table.ts';
import { createChange, insertCounter } from '#workers/platform/database/testing/change.fixtures.ts';
import {
  createTestControl,
  createTestTenant,
} from '#workers/platform/database/testing/tenant.fixtures.ts';
import type { TestDatabase } from '#workers/platform/database/testing/tenant.fixtures.ts';
import { sweepOutbox } from '#workers/platform/outbox/dispatch-outbox.ts';
import { onAuditHeadSigned, signHead } from './index.ts';
import { keepHead } from './usecases/keep-head.ts';
import { verifyTrail } from './verify-trail.ts';

const ENTRIES = 8;
const key = inject('sqldTemplateKey');

let tenant: TestDatabase;
let anchor: AuditAnchor;
/** Eight changes, the head signed, and one change more. */
beforeEach(async () => {
  tenant = await createTestTenant();
  for (let index = 1; index <= ENTRIES; index += 1) await write(`c${index}`);
  const signed = await signHead({ context: { ...tenant, key } });
  if (!signed) throw new Error('not signed');
  anchor = signed;
  await write('later');
});
afterEach(() => tenant.close());

const write = (name: string) =>
  tenant.writer.commit(createChange({ steps: [insertCounter(name)] }));
const verify = (outside: readonly AuditAnchor[] = [], publicKey = key.publicKey) =>
  verifyTrail({ namespace: tenant.namespace, db: tenant.db, publicKey, outside });
const faults = async (outside: readonly AuditAnchor[], publicKey?: string) =>
  (await verify(outside, publicKey)).anchors.faults.map(({ fault }) => fault);

const doors = ['audit_entries_no_update', 'audit_entries_no_delete', 'audit_anchors_no_delete'];
/** What an operator with the server’s files can do; who only has the writer cannot. */
async function tamper(sql: string, args: readonly (string | number)[] = []): Promise<void> {
  const opened = doors.map((name) => ({ sql: `drop trigger if exists ${name}` }));
  const results = await tenant.send([...opened, { sql, args: [...args] }]);
  expect(results.filter(({ status }) => status !== 'ok')).toEqual([]);
}

describe('an insider with the database file', () => {
  const kinds: readonly (readonly [string, string, 'altered' | 'missing' | 'unlinked'])[] = [
    [
      'rewrites what was done',
      `update audit_entries set body = body || ' ' where seq = ?`,
      'altered',
    ],
    [
      'rewrites the hash of an entry',
      `update audit_entries set hash = zeroblob(32) where seq = ?`,
      'altered',
    ],
    [
      'unlinks an entry',
      `update audit_entries set prev_hash = zeroblob(32) where seq = ?`,
      'unlinked',
    ],
    ['takes an entry out', `delete from audit_entries where seq = ?`, 'missing'],
    [
      'rewrites an entry and its hash',
      `update audit_entries set body = replace(body, 'cnt_test', 'cnt_else'),
      hash = sha3(prev_hash || cast(replace(body, 'cnt_test', 'cnt_else') as blob), 256) where seq = ?`,
      'unlinked',
    ],
  ];

  test.each(kinds)('who %s is found at that entry, whichever it is', async (_kind, sql, reason) => {
    const seq = fc.sample(fc.integer({ min: 1, max: ENTRIES - 1 }), 1)[0] ?? 1;
    await tamper(sql, [seq]);
    const verdict = await verify([anchor]);
    expect(verdict.isProved).toBe(false);
    // The next link shows an entry that was hashed anew.
    const shows = sql.includes('sha3') ? seq + 1 : seq;
    expect(verdict.chain).toEqual({ status: 'broken', firstBroken: shows, reason });
    expect(verdict.provedUntil).toBeUndefined();
  });

  test('who alters two entries is shown the first', async () => {
    await tamper(`update audit_entries set body = body || ' ' where seq in (3, 6)`);
    expect((await verify()).chain).toMatchObject({ status: 'broken', firstBroken: 3 });
  });

  test('who cuts the end off behind the last signed head leaves a whole chain that says so', async () => {
    await tamper('delete from audit_entries where seq > ?', [anchor.seq + 1]);
    const verdict = await verify([anchor]);
    expect(verdict).toMatchObject({ isProved: true, provedUntil: { seq: anchor.seq } });
  });

  test('who cuts off the signed head itself is found by the head that left', async () => {
    await tamper('delete from audit_entries where seq >= ?', [anchor.seq]);
    expect((await verify()).isProved).toBe(false);
    expect(await faults([anchor])).toContain('entry-missing');
  });

  test('who empties the trail proves nothing', async () => {
    await tamper('delete from audit_entries');
    expect((await verify()).chain).toEqual({ status: 'broken', firstBroken: 0, reason: 'empty' });
  });

  test('without the files cannot change a single entry', async () => {
    for (const sql of [
      'update audit_entries set body = ?',
      'delete from audit_entries where body <> ?',
    ]) {
      const [result] = await tenant.send([{ sql, args: ['x'] }]);
      expect(result).toMatchObject({ status: 'error' });
    }
    expect((await verify([anchor])).isProved).toBe(true);
  });
});

describe('a signed head that is not what it was', () => {
  test.each([
    ['another entry', { seq: 3 }],
    ['another time', { signedAt: 0 }],
    ['another hash', { hash: 'a'.repeat(64) }],
    ['another tenant', { namespace: 'xi' }],
    ['a signature of nothing', { signature: 'AAAA' }],
    ['a signature that is no text of ours', { signature: '!!' }],
    ['a method nobody knows', { algorithm: 'rot13' }],
  ] as const)('names %s: it does not pass', async (_kind, part) => {
    expect(await faults([{ ...anchor, ...part } as AuditAnchor])).toContain('signature');
  });

  test('was signed with another key: it does not pass, whatever it says of itself', async () => {
    expect(await faults([{ ...anchor, publicKey: 'A'.repeat(43) }])).toEqual(['foreign-key']);
    expect(await faults([], 'A'.repeat(43))).toEqual(['foreign-key']);
  });

  test('was taken away inside, but had left', async () => {
    await tamper('delete from audit_anchors');
    expect((await verify()).anchors.checked).toBe(0);
    expect(await faults([anchor])).toEqual(['anchor-removed']);
  });

  test('proves the time up to it and nothing after', async () => {
    expect((await verify([anchor])).provedUntil).toEqual({
      seq: anchor.seq,
      signedAt: anchor.signedAt,
    });
    await tamper(`update audit_entries set body = body || ' ' where seq = ?`, [anchor.seq + 2]);
    const verdict = await verify([anchor]);
    expect(verdict.isProved).toBe(false);
    expect(verdict.provedUntil?.seq).toBe(anchor.seq);
  });
});

describe('a head that leaves its database', () => {
  let control: TestDatabase;
  beforeEach(async () => {
    control = await createTestControl();
  });
  afterEach(() => control.close());

  const kept = () => control.db.select().from(auditHeads);
  const sweep = () => {
    const handlers = [onAuditHeadSigned({ ...tenant, control: control.writer })];
    return sweepOutbox({ ...tenant, handlers });
  };

  test('stands in control as it was signed, and proves the tenant from there', async () => {
    expect(await sweep()).toMatchObject({ done: 1, dead: 0 });
    const [head] = await kept();
    expect(head).toMatchObject({
      namespace: tenant.namespace,
      seq: anchor.seq,
      signature: anchor.signature,
      receivedAt: tenant.clock.now(),
    });
    expect(Buffer.from(head?.hash ?? []).toString('hex')).toBe(anchor.hash);
  });

  test('arrives once, however often it is sent', async () => {
    await sweep();
    await sweep();
    const mark = insertCounter('mark-of-a-repetition');
    await keepHead({ context: { ...tenant, control: control.writer }, input: { anchor, mark } });
    expect(await kept()).toHaveLength(1);
  });

  test('that comes later in another form under the same number changes nothing', async () => {
    await sweep();
    const forged = { ...anchor, hash: 'b'.repeat(64), signature: 'forged' };
    const mark = insertCounter('mark-of-a-forgery');
    await keepHead({
      context: { ...tenant, control: control.writer },
      input: { anchor: forged, mark },
    });
    expect((await kept()).map(({ signature }) => signature)).toEqual([anchor.signature]);
  });

  test('of nothing new is not signed again', async () => {
    await signHead({ context: { ...tenant, key } });
    expect(await signHead({ context: { ...tenant, key } })).toBeUndefined();
  });
});
