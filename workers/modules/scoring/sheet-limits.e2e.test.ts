import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { tagged } from '#plugins/sdk/define.ts';
import type { ScoreLine, SheetNode } from '#schema/contracts/campaign/score-sheet.ts';
import type { Deduction, DeductionList, ScoreSheetAnswer } from '#schema/contracts/scoring.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import { publishScored, scoredCampaign } from '#workers/modules/reviews/reviews.fixtures.ts';
import {
  findMine,
  putInto,
  readFiling,
  storeFilings,
} from '#workers/modules/submissions/submissions.fixtures.ts';

let world: TestApp;
let campaignId: string;
let clerk: TestClient;
let reviewer: TestClient;
let checker: TestClient;
let id: string;

const unit = (key: string) => world.site.units[key] ?? '';
const dueAt = Date.parse('2026-07-01T00:00:00+08:00');

beforeAll(async () => {
  world = await createTestApp();
  ({ campaignId } = await publishScored(world.site));
  clerk = await world.as('clerk');
  reviewer = await world.as('reviewer');
  checker = await world.as('checker');
  id = await findMine(clerk, 'training-report');
});
afterAll(() => world.close());

const sheetAt = (key: string, campaign = campaignId, card = '') =>
  checker(`/api/scoring/sheets/${unit(key)}?campaign=${campaign}${card}`);
async function sheetOf(key: string, campaign = campaignId): Promise<ScoreSheetAnswer> {
  const answer = await sheetAt(key, campaign);
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.json<ScoreSheetAnswer>();
}

function linesOf(tree: readonly SheetNode[], key: string): ScoreLine[] {
  return tree.flatMap((node) => [
    ...(node.key === key ? node.lines : []),
    ...linesOf(node.children, key),
  ]);
}

describe('what a sheet is made of', () => {
  it('is full while nothing has fallen due and nothing was recorded', async () => {
    const later = await publishScored(world.site, { key: 'later', dueOn: '2026-12-01' });
    const { sheet, materials } = await sheetOf('hospital', later.campaignId);
    expect(sheet).toMatchObject({ full: 400_000, deductions: 0, final: 400_000 });
    expect(materials).toEqual([]);
  });

  it('is not there for a unit that the campaign asks for nothing', async () => {
    const { tasks } = scoredCampaign();
    const nobody = tasks.map((task) => ({ ...task, audience: tagged('sentinel') }));
    const { campaignId: other } = await publishScored(world.site, { key: 'none', tasks: nobody });
    for (const key of ['hospital', 'second-hospital', 'direct-hospital']) {
      expect((await sheetAt(key, other)).json()).toMatchObject({
        status: 404,
        code: 'scoring.not_scored',
      });
    }
  });

  it('is not there for a campaign without a scorecard, nor under a card that it lacks', async () => {
    const plain = await publishScored(world.site, { key: 'plain', scorecards: [] });
    expect((await sheetAt('hospital', plain.campaignId)).json().code).toBe('scoring.not_scored');
    const other = await sheetAt('hospital', campaignId, '&scorecard=bureaus');
    expect(other.json().code).toBe('scoring.not_scored');
    expect((await sheetAt('hospital', campaignId, '&scorecard=institution')).status).toBe(200);
  });

  it('counts a filing that was exempted in none of its lines', async () => {
    const before = await sheetOf('hospital');
    expect(linesOf(before.sheet.tree, 'timeliness')).toHaveLength(1);
    await putInto(world.site, id, { state: 'exempt', exemptionReason: '停业整顿' });
    const after = await sheetOf('hospital');
    expect(linesOf(after.sheet.tree, 'timeliness')).toEqual([]);
    expect(after.sheet.final).toBe(400_000);
    await putInto(world.site, id, { state: 'due', exemptionReason: null });
  });

  it('takes an extension at its word: nothing is late before the new day', async () => {
    const moved = { dueOn: '2026-07-20', dueAt: Date.parse('2026-07-21T00:00:00+08:00') };
    await putInto(world.site, id, { ...moved, originalDueOn: '2026-06-30' });
    expect((await sheetOf('hospital')).sheet.final).toBe(400_000);
    await putInto(world.site, id, { dueOn: '2026-06-30', dueAt, originalDueOn: null });
    expect((await sheetOf('hospital')).sheet.final).toBe(390_000);
  });

  it('never takes more from an item than it has, however much was left undone', async () => {
    const template = await readFiling(world.site, id);
    const twenty = Array.from({ length: 20 }, (_, turn) => ({
      ...template,
      id: world.site.database.ids.next('sub'),
      occurrence: `turn-${turn}`,
      organizationId: unit('direct-hospital'),
    }));
    await storeFilings(world.site, twenty);
    const { sheet } = await sheetOf('direct-hospital');
    expect(sheet).toMatchObject({ full: 400_000, deductions: 150_000, final: 250_000 });
    expect((await sheetOf('hospital')).sheet.final).toBe(390_000);
  });
});

describe('deductions on one item', () => {
  const record = (amount: number, changes: Record<string, unknown> = {}) =>
    reviewer('/api/scoring/deductions', {
      json: {
        campaignId,
        organizationId: unit('hospital'),
        scorecard: 'institution',
        criterion: 'training',
        amount,
        reason: '签到记录不全',
        ...changes,
      },
    });
  const withdraw = ({ id: of, version }: Deduction, reason = '复核后不成立') =>
    reviewer(`/api/scoring/deductions/${of}/withdraw`, {
      json: { reason },
      headers: { 'if-match': `"${version}"` },
    });
  const list = async () =>
    (
      await clerk(`/api/scoring/deductions?campaign=${campaignId}&organization=${unit('hospital')}`)
    ).json<DeductionList>();

  beforeEach(async () => {
    const standing = (await list()).items.filter(({ state }) => state === 'standing');
    for (const each of standing) await withdraw(each);
  });

  it('add up to what the item has, to the last ten-thousandth of a point', async () => {
    expect((await record(100_000)).status).toBe(201);
    expect((await record(49_999)).status).toBe(201);
    expect((await list()).criteria[0]?.remaining).toBe(1);
    expect((await record(2)).json().code).toBe('scoring.nothing_left');
    expect((await record(1)).status).toBe(201);
    expect((await list()).criteria[0]?.remaining).toBe(0);
    expect((await record(1)).json().code).toBe('scoring.nothing_left');
    expect((await sheetOf('hospital')).sheet.deductions).toBe(160_000);
  });

  it('leave room again when one of them is withdrawn, and only that one comes back', async () => {
    const large = (await record(100_000)).json<Deduction>();
    await record(50_000);
    expect((await record(1)).json().code).toBe('scoring.nothing_left');
    expect((await withdraw(large)).status).toBe(200);
    expect((await list()).criteria[0]?.remaining).toBe(100_000);
    expect((await record(90_000)).status).toBe(201);
    expect((await sheetOf('hospital')).sheet.deductions).toBe(150_000);
  });

  it('stand on the sheet only while they stand, and in the list for good with both reasons', async () => {
    const wrong = (await record(20_000, { reason: '记错单位' })).json<Deduction>();
    await withdraw(wrong, '单位有误，撤销');
    const { sheet } = await sheetOf('hospital');
    expect(linesOf(sheet.tree, 'training')).toEqual([]);
    const kept = (await list()).items.find((each) => each.id === wrong.id);
    expect(kept).toMatchObject({
      state: 'withdrawn',
      reason: '记错单位',
      withdrawnReason: '单位有误，撤销',
      amount: 20_000,
    });
  });

  it.each([
    ['nothing', 0],
    ['less than nothing', -10_000],
    ['a broken number', 0.5],
  ])('of %s are refused at the field', async (_what, amount) => {
    const answer = await record(amount);
    expect(answer.status).toBe(422);
    expect((await list()).criteria[0]?.remaining).toBe(150_000);
  });

  it('are refused without a reason in words', async () => {
    const answer = await record(10_000, { reason: ' ' });
    expect(answer.status).toBe(422);
    expect(answer.json().errors?.[0]?.path).toBe('/reason');
  });
});
