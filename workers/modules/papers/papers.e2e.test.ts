import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Paper, PaperList, PaperSeriesList, TakeNumber } from '#schema/contracts/papers.ts';
import { paperNumbers } from '#schema/tables/tenant/papers.table.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import { testActor } from '#workers/app/testing/test-site.fixtures.ts';
import { build, toStatement } from '#workers/platform/database/statement.ts';
import { paperOf, publishSeries } from './papers.fixtures.ts';

let world: TestApp;
let campaign: string;
let drafter: TestClient;

beforeAll(async () => {
  world = await createTestApp();
  campaign = await publishSeries(world.site);
  drafter = await world.as('drafter');
});
afterAll(() => world.close());

const take = (changes: Partial<TakeNumber> = {}, headers: Record<string, string> = {}) =>
  drafter('/api/papers', { json: paperOf(campaign, changes), headers });
const took = async (changes: Partial<TakeNumber> = {}) => (await take(changes)).json<Paper>();
const listOf = async (prefix: string, year = 2026) =>
  (
    await drafter(`/api/papers?prefix=${encodeURIComponent(prefix)}&year=${year}`)
  ).json<PaperList>();
const voidOf = (paper: Paper, reason: string, headers: Record<string, string> = {}) =>
  drafter(`/api/papers/${paper.id}/void`, {
    json: { reason },
    headers: { 'if-match': `"${paper.version}"`, ...headers },
  });

describe('two issuers, two series, one void number', () => {
  it('number each on its own, and the void one keeps its place with reason and post', async () => {
    const first = await took();
    const second = await took({ title: '关于规范招标采购的整改建议书' });
    const party = await took({ series: 'party-advice', title: '党委督办单' });
    expect([first.text, second.text, party.text]).toEqual([
      '测卫督〔2026〕1号',
      '测卫督〔2026〕2号',
      '测卫党督〔2026〕1号',
    ]);
    const voided = await voidOf(second, '文书内容有误，另行制作');
    expect(voided.status).toBe(200);
    const third = await took();
    expect(third.text).toBe('测卫督〔2026〕3号');
    const list = await listOf('测卫督');
    expect(list.papers.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(list.papers[1]?.void).toMatchObject({
      reason: '文书内容有误，另行制作',
      post: '行风办拟稿岗',
    });
    expect(list).toMatchObject({ gaps: [], inUse: 2, void: 1 });
    expect(await listOf('测卫党督')).toMatchObject({ gaps: [], inUse: 1, void: 0 });
  });

  it('are listed by issuing body with the years that have numbers', async () => {
    const { series } = (await drafter('/api/papers/series')).json<PaperSeriesList>();
    expect(
      series.map(({ prefix, issuer, class: kind, years }) => [prefix, issuer.key, kind, years]),
    ).toEqual([
      ['测卫督', 'commission', 'business', [2026]],
      ['测卫党督', 'party', 'business', [2026]],
      ['测卫', 'commission', 'official', []],
    ]);
  });
});

describe('a number of a business paper', () => {
  it('is never given twice, however many ask at once', async () => {
    const before = (await listOf('测卫督')).papers.length;
    const answers = await Promise.all(
      Array.from({ length: 24 }, (_, index) =>
        index % 4 === 3 ? take({ signedOn: '2026-12-31' }) : take({ title: `建议书之${index}` }),
      ),
    );
    const given = answers.filter(({ status }) => status === 201).map((each) => each.json<Paper>());
    expect(given).toHaveLength(18);
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(6);
    const numbers = given.map(({ number }) => number).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 18 }, (_, index) => before + index + 1));
    expect((await listOf('测卫督')).gaps).toEqual([]);
  });

  it('starts again with the year of signing', async () => {
    const paper = await took({ signedOn: '2025-12-31', title: '上年签发的建议书' });
    expect(paper.text).toBe('测卫督〔2025〕1号');
  });

  it('is given once for a request that is repeated under its key', async () => {
    const headers = { 'idempotency-key': 'take-once-0001' };
    const first = (await take({}, headers)).json<Paper>();
    const again = (await take({}, headers)).json<Paper>();
    expect(again).toEqual(first);
  });

  it('is not given before the paper is signed, nor typed in', async () => {
    const early = await take({ signedOn: '2026-07-02' });
    expect([early.status, early.json()]).toMatchObject([422, { code: 'papers.signed_later' }]);
    const typed = await take({ number: '测卫督〔2026〕99号' });
    expect(typed.json()).toMatchObject({ code: 'papers.business_number_given' });
  });

  it('names a matter only where the matter is there', async () => {
    const id = `sub_0${'1'.repeat(25)}`;
    const answer = await take({ subject: { kind: 'submission', id } });
    expect([answer.status, answer.json()]).toMatchObject([422, { code: 'papers.unknown_subject' }]);
  });

  it('is void once, for the version that was seen, and a repeated request gets its answer', async () => {
    const paper = await took();
    const stale = await voidOf({ ...paper, version: 7 }, '重复编号');
    expect([stale.status, stale.json()]).toMatchObject([412, { code: 'platform.stale_version' }]);
    const headers = { 'idempotency-key': 'void-once-0001' };
    expect((await voidOf(paper, '重复编号', headers)).status).toBe(200);
    expect((await voidOf(paper, '重复编号', headers)).status).toBe(200);
    const second = await voidOf(paper, '再次作废');
    expect([second.status, second.json()]).toMatchObject([409, { code: 'papers.already_void' }]);
  });
});

describe('a number of an official paper', () => {
  const official = (number: string | undefined, changes: Partial<TakeNumber> = {}) =>
    take({ series: 'papers', title: '关于印发工作方案的通知', number, ...changes });

  it('is what the office gave it; the program makes none', async () => {
    const without = await official(undefined);
    expect([without.status, without.json()]).toMatchObject([
      422,
      { code: 'papers.official_number_wanted' },
    ]);
    const paper = await official('测卫[2026]12号');
    expect(paper.json<Paper>()).toMatchObject({ text: '测卫〔2026〕12号', class: 'official' });
    expect((await listOf('测卫')).gaps).toEqual([[1, 11]]);
  });

  it('belongs to the series and the year of signing', async () => {
    for (const wrong of ['测卫党〔2026〕13号', '测卫〔2025〕13号', '十三号文']) {
      const answer = await official(wrong);
      expect(answer.json()).toMatchObject({ code: 'papers.number_of_another_series' });
      expect(answer.text).toContain('测卫〔2026〕1号');
    }
  });

  it('is registered once', async () => {
    expect((await official('测卫〔2026〕20号')).status).toBe(201);
    const again = await official('测卫〔2026〕20号', { title: '另一份通知' });
    expect([again.status, again.json()]).toMatchObject([409, { code: 'papers.number_taken' }]);
  });
});

describe('the record of numbers', () => {
  it('lets nobody take a number off it or move it, not even by SQL', async () => {
    const { writer, clock } = world.site.database;
    const commit = (query: Parameters<typeof toStatement>[0]) =>
      writer.commit({
        steps: [{ statement: toStatement(query) }],
        audit: {
          action: 'paper.void',
          actor: testActor,
          subjectKind: 'paper',
          subjectId: 'all',
          at: clock.now(),
          facts: {},
        },
      });
    expect(await commit(build.delete(paperNumbers))).toMatchObject({ status: 'refused' });
    expect(await commit(build.update(paperNumbers).set({ number: 900 }))).toMatchObject({
      status: 'refused',
    });
  });

  it('refuses a prefix that another body numbers under already', async () => {
    const [first, second] = [
      { key: 'office', title: '测试市卫生健康委员会办公室', kind: 'office' as const },
      {
        key: 'advice',
        title: '督办单',
        issuer: 'office',
        prefix: '测卫督',
        class: 'business' as const,
      },
    ];
    const other = await publishSeries(world.site, {
      key: 'another-2026',
      title: '另一份工作方案',
      issuers: [first],
      series: [second],
    });
    const answer = await take({ campaign: other });
    expect([answer.status, answer.json()]).toMatchObject([
      409,
      { code: 'papers.prefix_of_another_issuer' },
    ]);
    expect((await listOf('测卫督')).gaps).toEqual([]);
  });

  it('is read by the commission, and numbers are given by its conduct office alone', async () => {
    const checker = await world.as('checker');
    expect((await checker('/api/papers/series')).status).toBe(200);
    expect((await checker('/api/papers', { json: paperOf(campaign) })).status).toBe(403);
    expect((await (await world.as('clerk'))('/api/papers/series')).status).toBe(403);
  });
});
