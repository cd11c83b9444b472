import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import {
  advanceCounter,
  createChange,
  insertCounter,
} from '#workers/platform/database/testing/change.fixtures.ts';
import { createTestTenant } from '#workers/platform/database/testing/tenant.fixtures.ts';
import type { TestDatabase } from '#workers/platform/database/testing/tenant.fixtures.ts';
import { signHead, signHeadHourly } from './index.ts';
import { verifyTrail } from './verify-trail.ts';

let tenant: TestDatabase;
const key = inject('sqldTemplateKey');

beforeEach(async () => {
  tenant = await createTestTenant();
});
afterEach(() => tenant.close());

const write = (name: string) =>
  tenant.writer.commit(createChange({ steps: [insertCounter(name)] }));
const sign = () => signHead({ context: { ...tenant, key } });
const verify = (outside?: Parameters<typeof verifyTrail>[0]['outside']) =>
  verifyTrail({ namespace: tenant.namespace, db: tenant.db, publicKey: key.publicKey, outside });

/** What an operator with the server's files can do: the triggers are his to drop. */
async function tamper(...texts: string[]): Promise<void> {
  const results = await tenant.send([
    { sql: 'drop trigger audit_entries_no_update' },
    { sql: 'drop trigger audit_entries_no_delete' },
    { sql: 'drop trigger audit_anchors_no_delete' },
    ...texts.map((sql) => ({ sql })),
  ]);
  expect(results.every(({ status }) => status === 'ok')).toBe(true);
}

test('an honest trail is proved up to its last signed head', async () => {
  await write('a');
  const anchor = await sign();
  await write('b');
  const verdict = await verify(anchor ? [anchor] : []);
  expect(verdict).toMatchObject({ isProved: true, chain: { status: 'whole', entries: 4 } });
  expect(verdict.provedUntil).toEqual({ seq: 1, signedAt: tenant.clock.now() });
});

test('a refused change is nowhere in the trail', async () => {
  await write('a');
  await tenant.writer.commit(createChange({ steps: [advanceCounter('a', 9)] }));
  expect(await verify()).toMatchObject({ chain: { status: 'whole', entries: 2 } });
});

test('an altered entry is named', async () => {
  for (const name of ['a', 'b', 'c']) await write(name);
  await tamper(
    `update audit_entries set body = replace(body, 'cnt_test', 'cnt_else') where seq = 2`,
  );
  const verdict = await verify();
  expect(verdict.isProved).toBe(false);
  expect(verdict.chain).toEqual({ status: 'broken', firstBroken: 2, reason: 'altered' });
});

test('a removed entry is named', async () => {
  for (const name of ['a', 'b', 'c']) await write(name);
  await tamper('delete from audit_entries where seq = 2');
  expect((await verify()).chain).toEqual({ status: 'broken', firstBroken: 2, reason: 'missing' });
});

test('a tail that was cut off and chained anew is found by the anchor that left', async () => {
  await write('a');
  await write('b');
  const anchor = await sign();
  if (!anchor) throw new Error('not signed');
  await tamper('delete from audit_entries where seq >= 2', 'delete from audit_anchors');
  const { audit } = createChange();
  await tenant.writer.commit(createChange({ audit: { ...audit, facts: { forged: true } } }));
  expect((await verify()).chain.status).toBe('whole');
  const verdict = await verify([anchor]);
  expect(verdict.isProved).toBe(false);
  expect(verdict.anchors.faults.map(({ fault }) => fault)).toEqual([
    'anchor-removed',
    'entry-differs',
  ]);
  expect(verdict.provedUntil).toBeUndefined();
});

test('a forged anchor does not pass', async () => {
  await write('a');
  const anchor = await sign();
  if (!anchor) throw new Error('not signed');
  const verdict = await verify([{ ...anchor, signedAt: anchor.signedAt + 1 }]);
  expect(verdict.anchors.faults).toMatchObject([{ fault: 'signature' }]);
});

test('a head is signed once an hour, and only when something is new', async () => {
  await write('a');
  const context = { ...tenant, key };
  const first = await signHeadHourly(context);
  expect(first).toMatchObject({ seq: 1, algorithm: 'ed25519' });
  tenant.clock.tick(59 * 60 * 1000);
  await write('b');
  expect(await signHeadHourly(context)).toBeUndefined();
  tenant.clock.tick(60 * 1000);
  const second = await signHeadHourly(context);
  expect(second).toMatchObject({ seq: 3 });
  tenant.clock.tick(60 * 60 * 1000);
  expect(await signHeadHourly(context)).toBeUndefined();
});

test('a signed head leaves by the outbox', async () => {
  await write('a');
  const anchor = await sign();
  const [event] = await tenant.writer.leaseEvents(tenant.clock.now());
  expect(event).toMatchObject({ type: 'audit.head-signed', payload: anchor });
});
