import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { scopeStorage } from '#workers/platform/storage/evidence-storage.ts';
import { createFolderEvidenceStorage } from './folder.evidence.driver.ts';

const root = mkdtempSync(join(tmpdir(), 'qingfeng-demo-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const storage = scopeStorage(createFolderEvidenceStorage(root), 'region');
const bytes = new TextEncoder().encode('盖章扫描件');
const textOf = async (body: ReadableStream<Uint8Array> | undefined) =>
  new TextDecoder().decode(new Uint8Array(await new Response(body).arrayBuffer()));

test('a file lies where the Worker looks for it, in the folder of its region', async () => {
  await storage.put('obj_1', bytes, bytes.length);
  expect(readdirSync(join(root, 'region'))).toEqual(['obj_1']);
  const stored = await storage.get('obj_1');
  expect(stored?.size).toBe(bytes.length);
  expect(await textOf(stored?.body)).toBe('盖章扫描件');
  expect(await storage.measure('obj_1')).toBe(bytes.length);
});

test('a part of a file can be read, and a stream stored', async () => {
  const { body } = new Response(bytes);
  if (body === null) throw new Error('a response without a body');
  await storage.put('papers/obj_2', body, bytes.length);
  const part = await storage.get('papers/obj_2', { offset: 3, length: 3 });
  expect(await textOf(part?.body)).toBe('章');
  expect(await storage.list('papers')).toEqual(['obj_2']);
});

test('a file of another size than announced is not stored, a missing one is not found', async () => {
  await expect(storage.put('obj_3', bytes, 1)).rejects.toThrow('bytes, not 1');
  expect(await storage.get('obj_3')).toBeUndefined();
  expect(await storage.measure('obj_3')).toBeUndefined();
  expect(await storage.list('nothing')).toEqual([]);
  await storage.put('obj_4', bytes, bytes.length);
  await storage.delete('obj_4');
  await storage.delete('obj_4');
  expect(await storage.measure('obj_4')).toBeUndefined();
});
