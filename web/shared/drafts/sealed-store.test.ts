import { webcrypto } from 'node:crypto';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { createOutboundRecord, queueChange } from './queue.ts';
import type { OutboundRecord } from './queue.ts';
import { createPersonKey, createSealedStore, revisionOf } from './sealed-store.ts';
import type { KeptRow, SealedRows } from './sealed-store.ts';

beforeAll(() => vi.stubGlobal('crypto', webcrypto));

/** One browser's rows and keys, without the browser. */
const createBrowser = () => {
  const rows = new Map<string, KeptRow>();
  const keys = new Map<string, Promise<CryptoKey>>();
  const table: SealedRows = {
    keyOf: (personId) => {
      const key = keys.get(personId) ?? createPersonKey();
      keys.set(personId, key);
      return key;
    },
    list: async (personId) => [...rows.values()].filter((row) => row.personId === personId),
    read: async (key) => rows.get(key),
    replace: async (key, seen, row) => {
      if (revisionOf(rows.get(key)) !== seen) return false;
      if (row) rows.set(key, row);
      else rows.delete(key);
      return true;
    },
    forget: async (personId) => {
      for (const [key, row] of rows) if (row.personId === personId) rows.delete(key);
      keys.delete(personId);
    },
  };
  return { rows, keys, table, openFor: (personId: string) => createSealedStore(table, personId) };
};

const words = '患者投诉处理情况';
const draft = (path = 'summary'): OutboundRecord =>
  queueChange(createOutboundRecord('per_1', 'sub_1', '/api/submissions/sub_1/draft'), {
    path,
    value: words,
    basedOn: 0,
  });
const textOf = (row: KeptRow | undefined): string =>
  row?.sealed === undefined
    ? JSON.stringify(row)
    : new TextDecoder().decode(row.sealed) + JSON.stringify({ ...row, sealed: '', iv: '' });

describe('unsent work on a shared computer', () => {
  test('lies there sealed, and is read back by its person', async () => {
    const browser = createBrowser();
    const store = browser.openFor('per_1');
    await store.update('per_1:sub_1', () => draft());
    const kept = textOf(browser.rows.get('per_1:sub_1'));
    expect(kept).not.toContain(words);
    expect(kept).not.toContain('summary');
    expect(await store.load('per_1')).toEqual([draft()]);
  });

  test('is not read with another person’s key, nor by whoever signs in next', async () => {
    const browser = createBrowser();
    await browser.openFor('per_1').update('per_1:sub_1', () => draft());
    expect(await browser.openFor('per_2').load('per_2')).toEqual([]);
    expect(await browser.openFor('per_2').load('per_1')).toEqual([]);
    browser.keys.set('per_1', createPersonKey());
    expect(await browser.openFor('per_1').load('per_1')).toEqual([]);
  });

  test('has a key that no script can carry away', async () => {
    const key = await createPersonKey();
    expect(key.extractable).toBe(false);
    await expect(webcrypto.subtle.exportKey('raw', key)).rejects.toThrow(/extractable/);
  });

  test('of two windows is nobody’s loss: each builds on what the other wrote', async () => {
    const browser = createBrowser();
    const [left, right] = [browser.openFor('per_1'), browser.openFor('per_1')];
    const add = (path: string) => (record: OutboundRecord | undefined) =>
      queueChange(record ?? draft('first'), { path, value: '1', basedOn: 0 });
    await Promise.all([
      left.update('per_1:sub_1', add('a')),
      right.update('per_1:sub_1', add('b')),
      left.update('per_1:sub_1', add('c')),
    ]);
    const [record] = await left.load('per_1');
    expect(record?.waiting.map(({ path }) => path).toSorted()).toEqual(['a', 'b', 'c', 'first']);
  });

  test('from before rows were sealed is taken over, and sealed at the next sign-in', async () => {
    const browser = createBrowser();
    browser.rows.set('per_1:sub_1', draft());
    expect(await browser.openFor('per_1').load('per_1')).toEqual([draft()]);
    expect(textOf(browser.rows.get('per_1:sub_1'))).not.toContain(words);
  });

  test('is gone with its key once it is wiped, and nobody else’s is', async () => {
    const browser = createBrowser();
    const other = { ...draft(), key: 'per_2:sub_1', personId: 'per_2' };
    await browser.openFor('per_2').update('per_2:sub_1', () => other);
    const store = browser.openFor('per_1');
    await store.update('per_1:sub_1', () => draft());
    await store.wipe();
    expect([...browser.rows.keys()]).toEqual(['per_2:sub_1']);
    expect([...browser.keys.keys()]).toEqual(['per_2']);
  });
});
