import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Evidence } from '#schema/contracts/evidence.ts';
import { maxEvidenceBytes } from '#schema/contracts/evidence.ts';
import { evidence } from '#schema/tables/tenant/evidence.table.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';

let world: TestApp;
let clerk: TestClient;
beforeAll(async () => {
  world = await createTestApp();
  clerk = await world.as('clerk');
});
afterAll(() => world.close());

const pdf = '%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n';

function upload(client: TestClient, name: string, body: string, size?: number) {
  return client(`/api/evidence?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    body,
    headers: { 'content-length': String(size ?? new TextEncoder().encode(body).length) },
  });
}

const countStored = async () => (await world.site.database.db.select().from(evidence)).length;

describe('a file that proves something', () => {
  it('is received with its format, size and hash, and comes back byte by byte', async () => {
    const answer = await upload(clerk, '方案.pdf', pdf);
    expect(answer.status).toBe(201);
    const file = answer.json<Evidence>();
    expect(file).toMatchObject({ name: '方案.pdf', format: 'pdf', bytes: pdf.length });
    expect(file).not.toHaveProperty('storageKey');
    const content = await clerk(`/api/evidence/${file.id}/content`);
    expect(content.text).toBe(pdf);
    expect(content.headers.get('content-disposition')).toBe(
      `attachment; filename*=UTF-8''${encodeURIComponent('方案.pdf')}`,
    );
    expect(content.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('is shown in a frame of our own pages and can run nothing there', async () => {
    const file = (await upload(clerk, '公章.pdf', `${pdf}%2`)).json<Evidence>();
    const view = await clerk(`/api/evidence/${file.id}/view`);
    expect(view.headers.get('content-disposition')).toMatch(/^inline/);
    expect(view.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('is the same file when the same unit uploads it again under the same name', async () => {
    const first = (await upload(clerk, '甲.pdf', `${pdf}%3`)).json<Evidence>();
    const before = await countStored();
    const second = (await upload(clerk, '甲.pdf', `${pdf}%3`)).json<Evidence>();
    expect(second.id).toBe(first.id);
    expect(await countStored()).toBe(before);
  });

  it('keeps its own name where the same bytes are there already, and the bytes are kept once', async () => {
    const first = (await upload(clerk, '培训通知.pdf', `${pdf}%6`)).json<Evidence>();
    const second = (await upload(clerk, '签到表.pdf', `${pdf}%6`)).json<Evidence>();
    expect([first.name, second.name]).toEqual(['培训通知.pdf', '签到表.pdf']);
    expect(second.id).not.toBe(first.id);
    const rows = await world.site.database.db.select().from(evidence);
    const keys = rows.filter(({ sha256 }) => sha256 === first.sha256).map((row) => row.storageKey);
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
    for (const file of [first, second]) {
      const content = await clerk(`/api/evidence/${file.id}/content`);
      expect(content.text).toBe(`${pdf}%6`);
      expect(content.headers.get('content-disposition')).toContain(encodeURIComponent(file.name));
    }
  });

  it('does not exist for another unit, nor for a reviewer before it is cited', async () => {
    const file = (await upload(clerk, '内部.pdf', `${pdf}%4`)).json<Evidence>();
    const [other, reviewer] = [await world.as('other-clerk'), await world.as('reviewer')];
    expect((await other(`/api/evidence/${file.id}/content`)).status).toBe(404);
    expect((await reviewer(`/api/evidence/${file.id}/content`)).status).toBe(404);
  });
});

describe('a wrong file', () => {
  it.each([
    ['another kind under a good name', '说明.pdf', '<script>alert(1)</script>', 415],
    ['a name that promises something else', '照片.jpg', pdf, 415],
    ['nothing', '空.pdf', '', 422],
  ])('%s is refused before it is stored', async (_what, name, body, status) => {
    const before = await countStored();
    const answer = await upload(clerk, name, body);
    expect(answer.status).toBe(status);
    expect(answer.json().title).toMatch(/请/);
    expect(await countStored()).toBe(before);
  });

  it('too large is refused by its announced size, with what to do', async () => {
    const answer = await upload(clerk, '大.pdf', pdf, maxEvidenceBytes + 1);
    expect(answer.status).toBe(413);
    expect(answer.json()).toMatchObject({ code: 'evidence.too_large' });
    expect(answer.json().title).toContain('64 MB');
  });

  it('that breaks off on its way leaves nothing behind', async () => {
    const before = await countStored();
    const answer = await upload(clerk, '断.pdf', `${pdf}%5`, pdf.length + 500);
    expect(answer.json()).toMatchObject({ status: 422, code: 'evidence.broken_upload' });
    expect(await countStored()).toBe(before);
  });
});
