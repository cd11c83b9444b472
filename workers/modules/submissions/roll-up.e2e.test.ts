import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import {
  acceptFiling,
  addClinics,
  decideOn,
  filingIdOf,
  fileWith,
  putSums,
  readRollUp,
  rollUpCampaign,
  sendOff,
} from './roll-up.fixtures.ts';
import { listRevisions } from './submission-revisions.repository.ts';
import { fillIn, publishInto, readFiling } from './submissions.fixtures.ts';

let world: TestApp;
let clerk: TestClient;
let bureau: TestClient;
let city: TestClient;
let summary: string;
const filings: Record<string, string> = {};

/** Seven units under the bureau: two accepted, one for a clinic, one waiting, three missing. */
beforeAll(async () => {
  world = await createTestApp();
  const clinics = await addClinics(world.site, 5);
  await publishInto(world.site, rollUpCampaign());
  clerk = await world.as('clerk');
  bureau = await world.as('reviewer');
  city = await world.as('checker');
  const { units } = world.site;
  const of = (organization: string | undefined) =>
    filingIdOf(world.site, 'cases-of-unit', organization);
  filings['hospital'] = await of(units['hospital']);
  filings['clinic'] = await of(clinics[0]);
  filings['waiting'] = await of(clinics[1]);
  filings['exempt'] = await of(clinics[2]);
  summary = await filingIdOf(world.site, 'cases-of-bureau', units['bureau']);
  await fileWith(clerk, filings['hospital'], { cases: 3, amount: '1200.50' });
  await fileWith(bureau, filings['clinic'], { cases: 1, amount: '99.50' });
  await fileWith(bureau, filings['waiting'], { cases: 50, amount: '5000' });
  for (const key of ['hospital', 'clinic']) await acceptFiling(city, filings[key] ?? '');
  await bureau(`/api/submissions/${filings['exempt']}/exempt`, { json: { reason: '停业整顿' } });
}, 60_000);
afterAll(() => world.close());

const sumsOf = async () =>
  Object.fromEntries((await readRollUp(bureau, summary)).figures.map((each) => [each.field, each]));

describe('汇总上报 with three missing units and one adjusted figure', () => {
  it('shows the cell of every unit below, who is missing, and sums of what was accepted', async () => {
    const table = await readRollUp(bureau, summary);
    expect(table.counts).toEqual({
      due: 7,
      filed: 3,
      accepted: 1,
      onBehalf: 1,
      waiting: 1,
      missing: 3,
      exempt: 1,
    });
    expect(table.units.map(({ organizationName, state }) => [organizationName, state])).toEqual([
      ['东区第一医院', 'accepted'],
      ['东区第二医院', 'missing'],
      ['东区第1门诊部', 'on-behalf'],
      ['东区第2门诊部', 'waiting'],
      ['东区第3门诊部', 'exempt'],
      ['东区第4门诊部', 'missing'],
      ['东区第5门诊部', 'missing'],
    ]);
    expect(await sumsOf()).toMatchObject({
      units: { sum: 2, standing: 'open' },
      cases: { sum: 4, standing: 'open' },
      amount: { sum: '1300', standing: 'open' },
    });
  });

  it('is signed by nobody before the sums are taken', async () => {
    await fillIn(bureau, summary, { narrative: '开展专项检查。', units: 2, cases: 4, amount: '1' });
    const answer = await bureau(`/api/submissions/${summary}/sign-off`, { json: {} });
    expect(answer.status).toBe(422);
    expect(answer.json()).toMatchObject({
      code: 'submissions.roll_up_differs',
      errors: [{ path: 'amount', code: 'submissions.roll-up-differs' }],
    });
    expect(answer.json<{ errors: { message: string }[] }>().errors[0]?.message).toBe(
      '“涉及金额”填报 1，与已审各单位的汇总数 1300 不一致。请更新汇总数，或填写调整原因。',
    );
  });

  it('takes the sums, but for the figure that the bureau adjusts with its reason', async () => {
    const reason = '一件由本局直接查办';
    expect((await putSums(bureau, summary, [{ field: 'cases', figure: 5, reason }])).status).toBe(
      200,
    );
    expect(await sumsOf()).toMatchObject({
      units: { figure: 2, standing: 'same' },
      cases: { sum: 4, figure: 5, reason, standing: 'adjusted' },
      amount: { figure: '1300', standing: 'same' },
    });
  });

  it('adjusts nothing that is not summed, and nothing without a reason', async () => {
    const unknown = await putSums(bureau, summary, [
      { field: 'narrative', figure: 5, reason: '不在汇总项中' },
    ]);
    expect([unknown.status, unknown.json()]).toMatchObject([
      422,
      { code: 'submissions.unknown_figure', errors: [{ path: '/adjustments/0/field' }] },
    ]);
    const mute = await putSums(bureau, summary, [{ field: 'cases', figure: 5, reason: ' ' }]);
    expect(mute.status).toBe(422);
  });

  it('is filed with the cells it was made from, frozen in the revision', async () => {
    await sendOff(bureau, summary);
    const [revision] = await listRevisions(world.site.database.db, summary);
    expect(revision?.rollUp).toMatchObject({ counts: { due: 7, missing: 3 } });
    expect(revision?.rollUp?.figures).toContainEqual({
      field: 'cases',
      sum: 4,
      figure: 5,
      reason: '一件由本局直接查办',
      standing: 'adjusted',
    });
    expect(revision).toMatchObject({ onBehalf: false, answers: { cases: 5, amount: '1300' } });
    expect((await putSums(bureau, summary)).status).toBe(409);
  });

  it('keeps what it was made from while the units below go on', async () => {
    await acceptFiling(city, filings['waiting'] ?? '');
    const table = await readRollUp(city, summary);
    expect(table.counts).toMatchObject({ onBehalf: 2, waiting: 0 });
    expect(table.filed).toMatchObject({ revision: 1, counts: { onBehalf: 1, waiting: 1 } });
  });
});

describe('汇总上报 that the level above returns', () => {
  it('is reopened with the sums as of now, and says which figures are behind', async () => {
    const points = [{ path: 'narrative', label: '主要做法', reason: '请补充典型做法' }];
    expect((await decideOn(city, summary, { decision: 'return', points })).status).toBe(200);
    expect((await readFiling(world.site, summary)).state).toBe('returned');
    expect(await sumsOf()).toMatchObject({
      units: { sum: 3, figure: 2, standing: 'unexplained' },
      cases: { sum: 54, figure: 5, standing: 'adjusted' },
    });
    const answer = await bureau(`/api/submissions/${summary}/sign-off`, { json: {} });
    expect(answer.json()).toMatchObject({ errors: [{ path: 'units' }, { path: 'amount' }] });
  });

  it('is refused at the filing when a unit was accepted after the signature', async () => {
    await putSums(bureau, summary);
    expect((await bureau(`/api/submissions/${summary}/sign-off`, { json: {} })).status).toBe(200);
    const late = await filingIdOf(world.site, 'cases-of-unit', world.site.units['second-hospital']);
    await fileWith(bureau, late, { cases: 2, amount: '10' });
    await acceptFiling(city, late);
    const answer = await bureau(`/api/submissions/${summary}/file`, { json: {} });
    expect([answer.status, answer.json<{ code: string }>().code]).toEqual([
      422,
      'submissions.roll_up_differs',
    ]);
    await bureau(`/api/submissions/${summary}/sign-off/withdraw`, { json: {} });
    await putSums(bureau, summary);
    await sendOff(bureau, summary);
    const revisions = await listRevisions(world.site.database.db, summary);
    expect(revisions.map(({ rollUp }) => rollUp?.counts.onBehalf)).toEqual([3, 1]);
    expect(revisions[0]?.answers).toMatchObject({ units: 4, cases: 56 });
  });
});

describe('who sees a roll-up', () => {
  it('is the bureau and those above, and no unit below', async () => {
    expect((await clerk(`/api/submissions/${summary}/roll-up`)).status).toBe(404);
    expect((await city(`/api/submissions/${summary}/roll-up`)).status).toBe(200);
  });

  it('is told that an ordinary filing adds nothing up', async () => {
    const answer = await clerk(`/api/submissions/${filings['hospital']}/roll-up`);
    expect([answer.status, answer.json<{ code: string }>().code]).toEqual([
      404,
      'submissions.no_roll_up',
    ]);
  });
});
