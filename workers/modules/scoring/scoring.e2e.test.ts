import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ScoreLine, SheetNode } from '#schema/contracts/campaign/score-sheet.ts';
import type { Deduction, DeductionList, ScoreSheetAnswer } from '#schema/contracts/scoring.ts';
import { createTestApp, hostOf } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import {
  accept,
  decide,
  mendAndFile,
  point,
  publishScored,
  receivePaper,
  toDecided,
} from '#workers/modules/reviews/reviews.fixtures.ts';
import { fileOnPaper, findMine } from '#workers/modules/submissions/submissions.fixtures.ts';

let world: TestApp;
let campaignId: string;
let clerk: TestClient;
let reviewer: TestClient;
let checker: TestClient;
let id: string;
const unit = (key: string) => world.site.units[key] ?? '';

beforeAll(async () => {
  world = await createTestApp({ tenants: ['dong', 'xi'] });
  ({ campaignId } = await publishScored(world.site));
  clerk = await world.as('clerk');
  reviewer = await world.as('reviewer');
  checker = await world.as('checker');
  id = await findMine(clerk, 'training-report');
});
afterAll(() => world.close());

const deduction = (changes: Record<string, unknown> = {}) => ({
  campaignId,
  organizationId: unit('hospital'),
  scorecard: 'institution',
  criterion: 'training',
  amount: 15_000,
  reason: '两个科室没有签到记录',
  submissionId: id,
  ...changes,
});
const record = (client: TestClient, changes: Record<string, unknown> = {}, key?: string) =>
  client('/api/scoring/deductions', {
    json: deduction(changes),
    ...(key === undefined ? {} : { headers: { 'idempotency-key': key } }),
  });
const withdraw = (client: TestClient, of: Deduction, headers: Record<string, string> = {}) =>
  client(`/api/scoring/deductions/${of.id}/withdraw`, {
    json: { reason: '复核后认为不成立' },
    headers: { 'if-match': `"${of.version}"`, ...headers },
  });
const list = async (client: TestClient) =>
  client(`/api/scoring/deductions?campaign=${campaignId}&organization=${unit('hospital')}`);

async function mySheet(): Promise<ScoreSheetAnswer> {
  const answer = await clerk(`/api/scoring/sheets/mine?campaign=${campaignId}`);
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.json<ScoreSheetAnswer>();
}

function linesOf(tree: readonly SheetNode[], key: string): ScoreLine[] {
  return tree.flatMap((node) => [
    ...(node.key === key ? node.lines : []),
    ...linesOf(node.children, key),
  ]);
}

describe('the way of a filing to the score', () => {
  it('shows an overdue filing as omitted until it arrives', async () => {
    const { sheet } = await mySheet();
    expect(linesOf(sheet.tree, 'timeliness')).toMatchObject([
      { reason: { zh: '扣1分：1次漏报（6月30日应报，截至7月1日未报）' } },
    ]);
    expect(sheet.final).toBe(390_000);
  });

  it('files, is returned once with everything, is mended, filed again and accepted', async () => {
    await fileOnPaper(clerk, id);
    await receivePaper(reviewer, id);
    const points = [point('summary', '请写明期次'), point('trained-people')];
    toDecided(await decide(reviewer, id, { decision: 'return', points }));
    await mendAndFile(clerk, id, { summary: '分三期开展。', 'trained-people': 310 });
    expect(toDecided(await decide(reviewer, id, accept)).state).toBe('accepted');
  });

  it('loses points by an exception that a reviewer records with the filing', async () => {
    const answer = await record(reviewer, {}, 'deduct-once-1');
    expect(answer.status).toBe(201);
    const again = await record(reviewer, {}, 'deduct-once-1');
    expect(again.json<Deduction>()).toEqual(answer.json<Deduction>());
    expect(answer.json<Deduction>()).toMatchObject({
      recordedByPost: '医政科审核岗',
      state: 'standing',
      version: 1,
    });
  });

  it('shows the unit every line with its reason, its words, its clause and the filing', async () => {
    const answer = await mySheet();
    const { sheet, criteria } = answer;
    expect(linesOf(sheet.tree, 'timeliness')).toMatchObject([
      { reason: { zh: '扣0.5分：1次迟报（6月30日应报，7月1日报）' }, materials: [id] },
    ]);
    expect(linesOf(sheet.tree, 'completeness')).toMatchObject([
      { reason: { zh: '扣0.2分：1次退回修改（7月1日第1次退回修改，2处）' } },
    ]);
    expect(linesOf(sheet.tree, 'training')).toMatchObject([
      {
        reason: { zh: '扣1.5分：两个科室没有签到记录' },
        words: '未按要求组织全员培训的，酌情扣分。',
        recordedBy: ['医政科审核岗'],
        materials: [id],
      },
    ]);
    expect(sheet).toMatchObject({ full: 400_000, deductions: 22_000, final: 378_000 });
    expect(criteria['training']?.clause).toMatchObject({ number: '一', title: '教育培训' });
    expect(answer.materials).toMatchObject([{ submissionId: id, state: 'accepted' }]);
  });

  it('says what the sheet is, of whom, as of when, and that it is no official result', async () => {
    expect(await mySheet()).toMatchObject({
      campaignTitle: '2026年行业作风建设工作方案',
      organizationName: '东区第一医院',
      computedAt: world.clock.now(),
      official: false,
      caption: { zh: '本结果仅供内部考核使用，未经批准不得对外公布。' },
      scorecard: { key: 'institution', source: { proposed: true } },
      unplaced: [],
    });
  });

  it('gives the points back when the deduction is withdrawn, and keeps it on record', async () => {
    const [recorded] = (await list(reviewer)).json<DeductionList>().items;
    if (recorded === undefined) throw new Error('nothing was recorded');
    const stale = await withdraw(reviewer, { ...recorded, version: 7 });
    expect(stale.json()).toMatchObject({ status: 412, currentVersion: 1 });
    const key = { 'idempotency-key': 'withdraw-once-1' };
    const withdrawn = await withdraw(reviewer, recorded, key);
    expect(withdrawn.json<Deduction>()).toMatchObject({
      state: 'withdrawn',
      withdrawnReason: '复核后认为不成立',
      version: 2,
    });
    const repeated = await withdraw(reviewer, recorded, key);
    expect(repeated.json<Deduction>()).toEqual(withdrawn.json<Deduction>());
    const twice = await withdraw(reviewer, { ...recorded, version: 2 });
    expect(twice.json().code).toBe('scoring.already_withdrawn');
    expect((await mySheet()).sheet.deductions).toBe(7_000);
    expect((await list(clerk)).json<DeductionList>()).toMatchObject({
      items: [{ state: 'withdrawn' }],
      criteria: [{ criterion: 'training', points: 150_000, remaining: 150_000 }],
    });
  });
});

describe('a deduction', () => {
  const codeOf = async (changes: Record<string, unknown>) =>
    (await record(reviewer, changes)).json().code;

  it('is refused on an item, a card, a campaign or a filing that does not take it', async () => {
    expect(await codeOf({ criterion: 'timeliness' })).toBe('scoring.not_recordable');
    expect(await codeOf({ scorecard: 'none' })).toBe('scoring.not_scored');
    const unknown = `cmp_0${'1'.repeat(25)}`;
    expect(await codeOf({ campaignId: unknown })).toBe('scoring.unknown_campaign');
    expect(await codeOf({ organizationId: unit('second-hospital') })).toBe(
      'scoring.foreign_submission',
    );
  });

  it('takes no more at once than the standard says, and never more than is left', async () => {
    expect(await codeOf({ amount: 100_001 })).toBe('scoring.amount_out_of_range');
    expect((await record(reviewer, { amount: 100_000 })).status).toBe(201);
    expect(await codeOf({ amount: 50_001 })).toBe('scoring.nothing_left');
  });

  it('is recorded once when two reviewers take the last points at the same moment', async () => {
    const answers = await Promise.all([
      record(reviewer, { amount: 30_000 }),
      record(checker, { amount: 30_000 }),
    ]);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(1);
    const { criteria } = (await list(reviewer)).json<DeductionList>();
    expect(criteria[0]?.remaining).toBe(20_000);
  });

  it('is of institutions, not of the bureau, and of nobody one has a tie to', async () => {
    const bureau = { organizationId: unit('bureau'), submissionId: undefined };
    expect((await record(reviewer, bureau)).json().code).toBe('scoring.own_unit');
    expect((await record(checker, bureau)).json().code).toBe('scoring.not_scored');
    const second = { organizationId: unit('second-hospital'), submissionId: undefined };
    await reviewer('/api/reviews/recusals', {
      json: { organizationId: second.organizationId, reason: '亲属在该院任职' },
    });
    world.clock.tick(6_000);
    expect((await record(reviewer, second)).json().code).toBe('platform.recused');
  });

  it('is not recorded by a clerk, nor outside the range', async () => {
    expect((await record(clerk)).status).toBe(403);
    const direct = { organizationId: unit('direct-hospital'), submissionId: undefined };
    expect((await record(reviewer, direct)).json().code).toBe('scoring.unknown_unit');
  });
});

describe('a sheet', () => {
  const sheetOf = (client: TestClient, key: string) =>
    client(`/api/scoring/sheets/${unit(key)}?campaign=${campaignId}`);

  it('is read by who supervises the unit, and not by the clerk of another', async () => {
    const second = (await sheetOf(reviewer, 'second-hospital')).json<ScoreSheetAnswer>();
    expect(second).toMatchObject({ organizationName: '东区第二医院', materials: [{}] });
    expect(linesOf(second.sheet.tree, 'timeliness')[0]?.reason).toMatchObject({
      en: '1 point deducted: 1 × omitted (due 30 Jun, not filed by 1 Jul)',
    });
    expect((await sheetOf(checker, 'direct-hospital')).status).toBe(200);
    expect((await sheetOf(clerk, 'second-hospital')).json().code).toBe('scoring.unknown_unit');
    const other = await world.as('other-clerk');
    expect((await sheetOf(other, 'hospital')).status).toBe(404);
    expect((await list(other)).status).toBe(404);
  });

  it('is not made for a bureau, nor for who belongs to no unit', async () => {
    expect((await sheetOf(reviewer, 'bureau')).json().code).toBe('scoring.not_scored');
    const own = await checker(`/api/scoring/sheets/mine?campaign=${campaignId}`);
    expect(own.json().code).toBe('scoring.not_scored');
  });

  it('knows nothing of another commission', async () => {
    const elsewhere = await world.as('checker', hostOf('xi'));
    expect((await sheetOf(elsewhere, 'hospital')).status).toBe(404);
    const [recorded] = (await list(checker)).json<DeductionList>().items;
    if (recorded === undefined) throw new Error('nothing was recorded');
    expect((await withdraw(elsewhere, recorded)).status).toBe(404);
  });

  it('counts a return that was taken back the same day in none of its lines', async () => {
    const other = await world.as('other-clerk');
    const filing = await findMine(other, 'training-report');
    await fileOnPaper(other, filing);
    toDecided(await decide(checker, filing, { decision: 'return', points: [point('summary')] }));
    const before = (await sheetOf(other, 'direct-hospital')).json<ScoreSheetAnswer>();
    expect(linesOf(before.sheet.tree, 'completeness')).toHaveLength(1);
    const { version } = (await checker(`/api/reviews/${filing}`)).json<{ version: number }>();
    const undone = await checker(`/api/reviews/${filing}/decisions/undo`, {
      method: 'POST',
      headers: { 'if-match': `"${version}"` },
    });
    toDecided(undone);
    const after = (await sheetOf(other, 'direct-hospital')).json<ScoreSheetAnswer>();
    expect(linesOf(after.sheet.tree, 'completeness')).toEqual([]);
  });
});
