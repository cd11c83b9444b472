import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ProblemEntry } from '#schema/contracts/problem.ts';
import type { Receipt } from '#schema/contracts/submissions.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import {
  fileOnPaper,
  findMine,
  publishInto,
  putInto,
  readFiling,
} from '#workers/modules/submissions/submissions.fixtures.ts';
import {
  accept,
  decide,
  mendAndFile,
  receivePaper,
  returning,
  showCase,
  toDecided,
} from './reviews.fixtures.ts';

let world: TestApp;
let clerk: TestClient;
let reviewer: TestClient;
let id: string;

beforeAll(async () => {
  world = await createTestApp();
  await publishInto(world.site);
  clerk = await world.as('clerk');
  reviewer = await world.as('reviewer');
  id = await findMine(clerk, 'training-report');
  await fileOnPaper(clerk, id);
});
afterAll(() => world.close());
beforeEach(() => putInto(world.site, id, { state: 'filed', paperState: 'expected' }));

const errorsOf = (answer: { json<T>(): T }) =>
  answer.json<{ code: string; errors?: ProblemEntry[] }>();

async function upload(name: string, body: string): Promise<string> {
  const answer = await clerk(`/api/evidence?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    body,
    headers: { 'content-length': String(new TextEncoder().encode(body).length) },
  });
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.json<{ id: string }>().id;
}

/** Puts another stamped scan in the place of the one that was returned, and files again. */
async function fileWithScan(scan: string): Promise<Receipt> {
  await putInto(world.site, id, { state: 'returned' });
  const put = await clerk(`/api/submissions/${id}/deliverables/stamped`, {
    method: 'PUT',
    json: { evidenceIds: [scan] },
  });
  if (put.status !== 200) throw new Error(put.text);
  await mendAndFile(clerk, id, { summary: `更换扫描件 ${scan}` });
  return (await clerk(`/api/submissions/${id}/receipt`)).json<Receipt>();
}

/** The beginning of a ZIP with one stored entry, all in ASCII. */
function ofd(): string {
  const name = 'OFD.xml';
  const header = ['PK\u0003\u0004', '\u0014\0', '\0'.repeat(20), String.fromCharCode(name.length)];
  return `${header.join('')}${'\0'.repeat(3)}${name}`;
}

/** A scan of so many pages, each with its object. */
function scanOf(pages: number): string {
  const objects = Array.from(
    { length: pages },
    (_, at) => `${at + 3} 0 obj\n<< /Type /Page /Parent 2 0 R >>\n%${'0'.repeat(8000)}\nendobj\n`,
  );
  const kids = objects.map((_, at) => `${at + 3} 0 R`).join(' ');
  const tree = `2 0 obj\n<< /Type /Pages /Count ${pages} /Kids [${kids}] >>\nendobj\n`;
  const catalog = '1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n';
  return `%PDF-1.7\n${catalog}${tree}${objects.join('')}trailer\n<< /Root 1 0 R >>\n%%EOF\n`;
}

describe('a filing that arrived electronically while the paper has not', () => {
  it('waits for the paper, and is accepted once it is registered', async () => {
    expect((await showCase(reviewer, id)).submission.summary.paper).toBe('expected');
    const early = await decide(reviewer, id, accept);
    expect([early.status, errorsOf(early).code]).toEqual([409, 'reviews.paper_awaited']);
    await receivePaper(reviewer, id);
    expect(toDecided(await decide(reviewer, id, accept)).state).toBe('accepted');
  });
});

describe('a scan with the stamp of the wrong unit', () => {
  it('is not accepted while nobody can tick that the name is that of the unit', async () => {
    await receivePaper(reviewer, id);
    const stampChecks = ['clear', 'signed', 'in-period'];
    const answer = await decide(reviewer, id, { decision: 'accept', stampChecks });
    expect(answer.status).toBe(422);
    expect(errorsOf(answer).errors).toEqual([
      {
        path: '/stampChecks',
        code: 'reviews.stamp-same-name',
        message: '未勾选“单位名称与填报单位一致”，请核对扫描件。',
      },
    ]);
  });

  it('is returned by its place in the list of materials', async () => {
    const decided = toDecided(await decide(reviewer, id, returning('deliverables/stamped')));
    expect(decided.state).toBe('returned');
    const detail = (await clerk(`/api/submissions/${id}`)).json<{ returned: unknown }>();
    expect(detail.returned).toMatchObject({
      points: [{ path: 'deliverables/stamped', label: '盖章扫描件' }],
    });
  });
});

describe('evidence of last year', () => {
  it('is not ticked as within the period, and the new one shows as what has changed', async () => {
    await receivePaper(reviewer, id);
    const stampChecks = ['clear', 'same-name', 'signed'];
    const answer = await decide(reviewer, id, { decision: 'accept', stampChecks });
    expect(errorsOf(answer).errors?.map(({ code }) => code)).toEqual(['reviews.stamp-in-period']);
    await fileWithScan(await upload('2026年盖章件.pdf', scanOf(1)));
    const { changedPaths } = await showCase(reviewer, id);
    expect(changedPaths).toEqual(['summary', 'deliverables/stamped']);
  });
});

describe('a stamped OFD document', () => {
  it('is taken as the scan, and offered as a file where no browser shows it', async () => {
    const scan = await upload('盖章件.ofd', ofd());
    const receipt = await fileWithScan(scan);
    expect(receipt.files.map(({ name }) => name)).toContain('盖章件.ofd');
    const { submission } = await showCase(reviewer, id);
    expect(submission.evidence).toMatchObject([{ id: scan, format: 'ofd' }]);
    const content = await reviewer(`/api/evidence/${scan}/content`);
    expect(content.headers.get('content-type')).toBe('application/ofd');
    expect(content.headers.get('content-disposition')).toContain('attachment');
    const view = await reviewer(`/api/evidence/${scan}/view`);
    expect(view.headers.get('content-disposition')).toMatch(/^attachment/);
  });
});

describe('a scan of 200 pages', () => {
  it('arrives whole, with its size and hash on the receipt', async () => {
    const body = scanOf(200);
    const scan = await upload('全套台账扫描件.pdf', body);
    const receipt = await fileWithScan(scan);
    expect(receipt.files).toContainEqual({
      name: '全套台账扫描件.pdf',
      bytes: body.length,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    const content = await reviewer(`/api/evidence/${scan}/content`);
    expect(content.text.length).toBe(body.length);
  });
});

describe('a nil return', () => {
  it('goes through sign-off and review without a form, and stays marked as one', async () => {
    const nil = await findMine(clerk, 'complaint-report');
    for (const [step, json] of [
      ['nil', { nil: true }],
      ['sign-off', {}],
      ['file', {}],
    ] as const) {
      expect((await clerk(`/api/submissions/${nil}/${step}`, { json })).status).toBe(200);
    }
    expect(toDecided(await decide(reviewer, nil, { decision: 'accept' })).state).toBe('accepted');
    expect(await readFiling(world.site, nil)).toMatchObject({ nil: true, state: 'accepted' });
  });
});
