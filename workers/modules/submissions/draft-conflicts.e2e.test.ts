import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FieldConflict, SubmissionDetail } from '#schema/contracts/submissions.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import { findMine, publishInto, putInto, readFiling } from './submissions.fixtures.ts';

let world: TestApp;
let clerk: TestClient;
let department: TestClient;
let id: string;

beforeAll(async () => {
  world = await createTestApp();
  await publishInto(world.site);
  clerk = await world.as('clerk');
  department = await world.as('department');
  id = await findMine(clerk, 'training-report');
});
afterAll(() => world.close());

const patch = (client: TestClient, changes: unknown[]) =>
  client(`/api/submissions/${id}/draft`, { method: 'PATCH', json: { changes } });
const show = async (filing = id) =>
  (await clerk(`/api/submissions/${filing}`)).json<SubmissionDetail>();
const rows = async () => (await readFiling(world.site, id)).answers['sessions'];
const revisionAt = async (path: string) => (await show()).revisions[path]?.revision ?? 0;

async function conflictsOf(answer: Awaited<ReturnType<TestClient>>): Promise<FieldConflict[]> {
  expect(answer.status).toBe(412);
  const problem = answer.json<{ code: string; conflicts: FieldConflict[] }>();
  expect(problem.code).toBe('submissions.field_conflict');
  return problem.conflicts;
}

describe('two people in one table', () => {
  beforeEach(async () => {
    await putInto(world.site, id, { answers: {}, revisions: {}, state: 'draft' });
    const first = { topic: '医德医风', 'held-on': '2026-06-01' };
    const second = { topic: '典型案例', 'held-on': '2026-06-15' };
    const answer = await patch(clerk, [
      { path: 'sessions/r1', value: first, basedOn: 0 },
      { path: 'sessions/r2', value: second, basedOn: 0 },
    ]);
    if (answer.status !== 200) throw new Error(answer.text);
  });

  it('change two cells of one row, and both changes stay', async () => {
    const topic = await patch(clerk, [
      { path: 'sessions/r1/topic', value: '九项准则', basedOn: 1 },
    ]);
    const day = await patch(department, [
      { path: 'sessions/r1/held-on', value: '2026-06-02', basedOn: 1 },
    ]);
    expect([topic.status, day.status]).toEqual([200, 200]);
    expect((await rows())?.[0 as never]).toEqual({
      id: 'r1',
      topic: '九项准则',
      'held-on': '2026-06-02',
    });
  });

  it('change the same cell, and the second is shown both values, whose and when', async () => {
    const path = 'sessions/r1/topic';
    await patch(clerk, [{ path, value: '九项准则', basedOn: 1 }]);
    const late = await patch(department, [
      { path, value: '廉洁从业', basedOn: 1 },
      { path: 'sessions/r2/topic', value: '警示教育', basedOn: 1 },
    ]);
    expect(await conflictsOf(late)).toEqual([
      {
        path,
        yours: '廉洁从业',
        theirs: '九项准则',
        theirRevision: 2,
        theirPost: '行风办填报岗',
        at: world.clock.now(),
      },
    ]);
    expect(JSON.stringify(await rows())).not.toContain('警示教育');
    const settled = await patch(department, [{ path, value: '廉洁从业', basedOn: 2 }]);
    expect(settled.status).toBe(200);
    expect((await show()).revisions[path]).toMatchObject({ revision: 3, byPost: '财务科' });
  });

  it('write the same into one cell, and nobody has to choose', async () => {
    const path = 'sessions/r1/topic';
    await patch(clerk, [{ path, value: '九项准则', basedOn: 1 }]);
    const before = await readFiling(world.site, id);
    expect((await patch(department, [{ path, value: '九项准则', basedOn: 1 }])).status).toBe(200);
    expect((await readFiling(world.site, id)).version).toBe(before.version);
  });

  it('put a whole row over a cell that moved on, and are asked first', async () => {
    await patch(clerk, [{ path: 'sessions/r1/topic', value: '九项准则', basedOn: 1 }]);
    const whole = { path: 'sessions/r1', value: { topic: '整行', 'held-on': '2026-06-03' } };
    const [conflict] = await conflictsOf(await patch(department, [{ ...whole, basedOn: 1 }]));
    expect(conflict).toMatchObject({
      path: 'sessions/r1',
      yours: { topic: '整行' },
      theirs: { id: 'r1', topic: '九项准则', 'held-on': '2026-06-01' },
      theirRevision: 2,
    });
    expect((await patch(department, [{ ...whole, basedOn: 2 }])).status).toBe(200);
  });

  it('edit a row that the other took away, and do not bring it back unasked', async () => {
    expect((await patch(clerk, [{ path: 'sessions/r1', basedOn: 1 }])).status).toBe(200);
    const path = 'sessions/r1/topic';
    const [conflict] = await conflictsOf(
      await patch(department, [{ path, value: '廉洁从业', basedOn: 1 }]),
    );
    expect(conflict).toMatchObject({ path, yours: '廉洁从业' });
    expect(conflict).not.toHaveProperty('theirs');
    expect(await rows()).toEqual([{ id: 'r2', topic: '典型案例', 'held-on': '2026-06-15' }]);
  });

  it('take away a row that the other has just changed, and see what they would lose', async () => {
    await patch(department, [{ path: 'sessions/r2/topic', value: '警示教育', basedOn: 1 }]);
    const [conflict] = await conflictsOf(await patch(clerk, [{ path: 'sessions/r2', basedOn: 1 }]));
    expect(conflict).toMatchObject({ path: 'sessions/r2', theirs: { topic: '警示教育' } });
    expect(conflict).not.toHaveProperty('yours');
    const basedOn = await revisionAt('sessions/r2');
    expect((await patch(clerk, [{ path: 'sessions/r2', basedOn }])).status).toBe(200);
    expect(JSON.stringify(await rows())).not.toContain('r2');
  });

  it('refuses a cell of no column, a row that is no row and a path that is no path', async () => {
    const refused = await patch(clerk, [
      { path: 'sessions/r1/teacher', value: '某某', basedOn: 0 },
      { path: 'sessions', value: ['甲'], basedOn: 0 },
      { path: 'nowhere', value: '甲', basedOn: 0 },
    ]);
    expect(refused.status).toBe(422);
    expect((refused.json().errors ?? []).map(({ path, code }) => [path, code])).toEqual([
      ['sessions/r1/teacher', 'forms.unknown-field'],
      ['sessions', 'forms.row-id'],
      ['nowhere', 'forms.unknown-field'],
    ]);
    const shapeless = await patch(clerk, [{ path: '../etc', value: '甲', basedOn: 0 }]);
    expect(shapeless.json().errors?.[0]?.path).toBe('/changes/0/path');
  });
});

describe('零报告', () => {
  const nil = (filing: string, value: boolean) =>
    clerk(`/api/submissions/${filing}/nil`, { json: { nil: value } });

  it('is taken back the way it was said, and what was typed before is there again', async () => {
    const monthly = await findMine(clerk, 'complaint-report');
    const save = (value: number, basedOn: number) =>
      clerk(`/api/submissions/${monthly}/draft`, {
        method: 'PATCH',
        json: { changes: [{ path: 'cases', value, basedOn }] },
      });
    await save(4, 0);
    expect((await nil(monthly, true)).status).toBe(200);
    expect((await show(monthly)).summary).toMatchObject({ nil: true, state: 'draft' });
    expect((await nil(monthly, false)).status).toBe(200);
    const back = await show(monthly);
    expect([back.summary.nil, back.answers['cases']]).toEqual([false, 4]);
  });

  it('is taken back by whoever types a number', async () => {
    const monthly = await findMine(clerk, 'complaint-report');
    await nil(monthly, true);
    await clerk(`/api/submissions/${monthly}/draft`, {
      method: 'PATCH',
      json: { changes: [{ path: 'cases', value: 5, basedOn: 1 }] },
    });
    expect((await show(monthly)).summary.nil).toBe(false);
  });

  it('is not accepted where the document wants the form', async () => {
    const answer = await nil(id, true);
    expect(answer.json()).toMatchObject({ status: 409, code: 'submissions.no_nil_return' });
  });
});
