import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { every } from '#plugins/sdk/define.ts';
import type { Receipt, SubmissionDetail } from '#schema/contracts/submissions.ts';
import { submissionRevisions } from '#schema/tables/tenant/submissions.table.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import { testActor } from '#workers/app/testing/test-site.fixtures.ts';
import { build, toStatement } from '#workers/platform/database/statement.ts';
import { findRevision, listRevisions } from './submission-revisions.repository.ts';
import {
  fileOnPaper,
  fillIn,
  filingCampaign,
  findMine,
  publishInto,
  putInto,
  readFiling,
  uploadScan,
} from './submissions.fixtures.ts';
import { listOfOrganizations } from './submissions.repository.ts';

let world: TestApp;
let clerk: TestClient;
let id: string;

/** The monthly report asked for every quarter. */
function quarterly() {
  const campaign = filingCampaign();
  const span = { from: '2026-01-01', to: '2026-12-31', wording: '每季度' };
  const tasks = campaign.tasks.map((task) => {
    if (task.key !== 'complaint-report') return task;
    const { due: _due, ...rest } = task;
    return { ...rest, recurs: every('quarter', { dueOffsetDays: 8, ...span }) };
  });
  return { ...campaign, tasks };
}

beforeAll(async () => {
  world = await createTestApp();
  await publishInto(world.site, quarterly());
  clerk = await world.as('clerk');
  id = await findMine(clerk, 'training-report');
});
afterAll(() => world.close());

const show = async (filing: string) =>
  (await clerk(`/api/submissions/${filing}`)).json<SubmissionDetail>();
const receipt = () => clerk(`/api/submissions/${id}/receipt`);

describe('a receipt', () => {
  it('is not there before the filing is, and says so', async () => {
    expect((await receipt()).json()).toMatchObject({
      status: 404,
      code: 'submissions.no_receipt',
      title: '本件还没有报送，没有回执。',
    });
    expect(await show(id)).not.toHaveProperty('receipt');
  });

  it('stays as it was while what was filed is being mended', async () => {
    await fileOnPaper(clerk, id);
    const first = (await receipt()).text;
    await putInto(world.site, id, { state: 'returned', returns: 1, pointsToMend: 1 });
    await fillIn(clerk, id, { summary: '分三期开展。', 'trained-people': 310 });
    expect((await receipt()).text).toBe(first);
    expect((await show(id)).answers).toMatchObject({ 'trained-people': 310 });
  });

  it('is a new one for what was mended, and the first revision still says what first arrived', async () => {
    const before = (await receipt()).json<Receipt>();
    const evidenceId = await uploadScan(clerk, '第二次审签单');
    await clerk(`/api/submissions/${id}/sign-off`, { json: {} });
    const sheet = { evidenceId, signedOn: '2026-07-01' };
    await clerk(`/api/submissions/${id}/sign-off/paper`, { json: sheet });
    const after = (await clerk(`/api/submissions/${id}/file`, { json: {} })).json<Receipt>();
    expect(after).toMatchObject({ revision: 2, late: false });
    expect(after.number).not.toBe(before.number);
    expect(after.contentHash).not.toBe(before.contentHash);
    const { db } = world.site.database;
    const revisions = await listRevisions(db, id);
    expect(revisions.map(({ revision, answers }) => [revision, answers['trained-people']])).toEqual(
      [
        [2, 310],
        [1, 300],
      ],
    );
    expect(await findRevision(db, { submissionId: id, revision: 1 })).toMatchObject({
      receiptNumber: before.number,
      contentHash: before.contentHash,
      filedByPost: '行风办填报岗',
      organizationName: '东区第一医院',
    });
    expect(await findRevision(db, { submissionId: id, revision: 3 })).toBeUndefined();
  });

  it('counts no point to mend any more, and asks for no second paper once one has come', async () => {
    expect(await readFiling(world.site, id)).toMatchObject({
      state: 'filed',
      pointsToMend: 0,
      returns: 1,
      paperState: 'expected',
    });
  });
});

describe('what was filed', () => {
  it.each([
    ['changed', build.update(submissionRevisions).set({ contentHash: 'other' })],
    ['taken away', build.delete(submissionRevisions)],
  ])('can be %s by nobody: the database itself refuses', async (_what, query) => {
    const { writer, db, clock } = world.site.database;
    const before = await listRevisions(db, id);
    const audit = {
      action: 'submission.file' as const,
      actor: testActor,
      subjectKind: 'submission',
      subjectId: id,
      at: clock.now(),
      facts: {},
    };
    const attempt = writer.commit({ steps: [{ statement: toStatement(query) }], audit }).then(
      (outcome) => outcome.status,
      (error: unknown) => String(error),
    );
    expect(await attempt).not.toBe('committed');
    expect(await listRevisions(db, id)).toEqual(before);
  });
});

describe('the answers of last time', () => {
  const quarters = async () => {
    const { db } = world.site.database;
    const filings = await listOfOrganizations(db, [world.site.units['hospital'] ?? '']);
    return filings.filter(({ taskKey }) => taskKey === 'complaint-report');
  };

  it('are shown beside this quarter once they were accepted, and not before', async () => {
    const [first, second, third] = await quarters();
    if (!first || !second || !third) throw new Error('no quarters');
    await putInto(world.site, first.id, { answers: { cases: 3 }, state: 'filed' });
    expect(await show(second.id)).not.toHaveProperty('previous');
    await putInto(world.site, first.id, { state: 'accepted' });
    expect((await show(second.id)).previous).toMatchObject({
      label: '2026-Q1',
      isLastYear: false,
      answers: { cases: 3 },
    });
    expect((await show(third.id)).previous?.label).toBe('2026-Q1');
    await putInto(world.site, second.id, { answers: { cases: 5 }, state: 'accepted' });
    expect((await show(third.id)).previous).toMatchObject({
      label: '2026-Q2',
      answers: { cases: 5 },
    });
  });

  it('are those of an earlier turn, never its own and never a later one', async () => {
    const [first, second] = await quarters();
    expect(await show(first?.id ?? '')).not.toHaveProperty('previous');
    expect((await show(second?.id ?? '')).previous?.label).toBe('2026-Q1');
  });

  it('are nobody else’s', async () => {
    const other = await world.as('other-clerk');
    const theirs = await findMine(other, 'complaint-report');
    const detail = (await other(`/api/submissions/${theirs}`)).json<SubmissionDetail>();
    expect(detail).not.toHaveProperty('previous');
  });
});
