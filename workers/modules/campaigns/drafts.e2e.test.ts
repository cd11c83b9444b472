import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Checks, Draft, DraftMoved, PartSaved } from '#schema/contracts/campaigns.ts';
import type { Problem } from '#schema/contracts/problem.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import {
  draftAt,
  expectOk,
  importInto,
  officeOf,
  openDraftAs,
  partOf,
  putPart,
  thisYear,
} from './campaigns.fixtures.ts';
import type { Office } from './campaigns.fixtures.ts';

type StaleProblem = Problem & { current: { version: number; body: { minutes: number } } };

let world: TestApp;
let office: Office;
let campaignId: string;
let draft: Draft;

const task = ['task', 'self-check-report'] as const;

beforeAll(async () => {
  world = await createTestApp();
  office = await officeOf(world);
  ({ campaignId } = await importInto(world.site));
  draft = await openDraftAs(office.drafter, { from: 'version', campaignId });
});
afterAll(() => world.close());

describe('a draft as a set of parts', () => {
  it('is the running version, part by part', () => {
    expect(draft).toMatchObject({ amends: campaignId, state: 'drafting', toReview: [] });
    expect(draft.origin).toMatchObject({ from: 'version', campaignId, number: 1 });
    const kinds = new Set(draft.parts.map(({ kind }) => kind));
    expect(kinds).toEqual(new Set(['head', 'clause', 'phase', 'task', 'form', 'indicator']));
  });

  it('lets two people save two parts side by side', async () => {
    const phase = ['phase', 'self-check'] as const;
    const [one, other] = await Promise.all([
      putPart(office.drafter, draft.id, task, { changes: { minutes: 60 } }),
      putPart(office.drafter, draft.id, phase, { changes: { title: '自查' } }),
    ]);
    expect([one.status, other.status]).toEqual([200, 200]);
    expect(one.json<PartSaved>()).toEqual({ kind: 'task', key: 'self-check-report', version: 2 });
    expect((await expectOk<Draft>(office.drafter(draftAt(draft.id)))).version).toBe(3);
  });

  it('answers who comes second on one part with the part as it stands', async () => {
    const late = await putPart(office.drafter, draft.id, task, {
      changes: { minutes: 30 },
      version: 1,
    });
    expect([late.status, late.headers.get('etag')]).toEqual([412, '"2"']);
    const problem = late.json<StaleProblem>();
    expect(problem.code).toBe('campaigns.stale_part');
    expect(problem.title).toContain('行风办拟稿岗已先保存');
    expect(problem.current).toMatchObject({ version: 2, body: { minutes: 60 } });
    expect((await partOf(office.drafter, draft.id, task)).body).toMatchObject({ minutes: 60 });
  });

  it('saves nothing over a version that nobody named', async () => {
    const part = await partOf(office.drafter, draft.id, task);
    const path = draftAt(draft.id, `/parts/${task.join('/')}`);
    const blind = await office.drafter(path, { method: 'PUT', json: part.body });
    expect([blind.status, blind.json().code]).toEqual([428, 'platform.precondition_required']);
  });

  it('gives a repeated save its first answer', async () => {
    const input = { changes: { minutes: 75 }, version: 2, key: 'save-minutes-75' };
    const first = await putPart(office.drafter, draft.id, task, input);
    const again = await putPart(office.drafter, draft.id, task, input);
    expect([first.status, again.status, again.text]).toEqual([200, 200, first.text]);
    expect((await partOf(office.drafter, draft.id, task)).version).toBe(3);
  });

  it('says in Chinese what is wrong with each field of a part', async () => {
    const due = { kind: 'on', on: '2026-02-30', wording: '2月底' };
    const answer = await putPart(office.drafter, draft.id, task, { changes: { due, minutes: 0 } });
    expect(answer.status).toBe(422);
    expect(answer.json().errors).toEqual([
      expect.objectContaining({ path: '/due/on', message: expect.stringContaining('日期') }),
      expect.objectContaining({ path: '/minutes', message: '不能小于 1。' }),
    ]);
  });

  it('keeps the names of parts, and the campaign its key and year', async () => {
    const renamed = await putPart(office.drafter, draft.id, task, { changes: { key: 'other' } });
    expect([renamed.status, renamed.json().code]).toEqual([422, 'campaigns.fixed_identity']);
    const moved = await putPart(office.drafter, draft.id, ['head', 'head'], {
      changes: { year: 2027 },
    });
    expect(moved.json().code).toBe('campaigns.fixed_identity');
    const title = '2026年行业作风建设工作方案（修订）';
    const head = await putPart(office.drafter, draft.id, ['head', 'head'], { changes: { title } });
    expect(head.status).toBe(200);
    expect((await expectOk<Draft>(office.drafter(draftAt(draft.id)))).title).toBe(title);
  });

  it('takes a new part behind another one, and none twice', async () => {
    const [model] = thisYear().clauses;
    const body = { ...model, key: 'goal-two', number: '一之二' };
    const json = { kind: 'clause', after: 'goal', body };
    const path = draftAt(draft.id, '/parts');
    expect(await expectOk<PartSaved>(office.drafter(path, { json }))).toMatchObject({ version: 1 });
    const { parts } = await expectOk<Draft>(office.drafter(draftAt(draft.id)));
    const clauses = parts.filter(({ kind }) => kind === 'clause').map(({ key }) => key);
    expect(clauses).toEqual(['goal', 'goal-two', 'steps', 'self-check']);
    const twice = await office.drafter(path, { json });
    expect([twice.status, twice.json().title]).toEqual([409, expect.stringContaining('goal-two')]);
    const lost = await office.drafter(path, { json: { ...json, after: 'nowhere' } });
    expect([lost.status, lost.json().code]).toEqual([404, 'campaigns.part_not_found']);
  });

  it('gives up a part, but never its head', async () => {
    const remove = (place: string, version: number) =>
      office.drafter(draftAt(draft.id, `/parts/${place}`), {
        method: 'DELETE',
        headers: { 'if-match': `"${version}"`, 'idempotency-key': `remove-${version}-once` },
      });
    const stale = await remove('clause/goal-two', 7);
    expect([stale.status, stale.json().code]).toEqual([412, 'campaigns.stale_part']);
    expect((await remove('clause/goal-two', 1)).status).toBe(200);
    expect((await remove('clause/goal-two', 1)).status).toBe(200);
    expect((await remove('head/head', 1)).json().code).toBe('campaigns.head_stays');
    const gone = await remove('clause/goal-two', 2);
    expect([gone.status, gone.json().code]).toEqual([404, 'campaigns.part_not_found']);
  });

  it('is not submitted while the check finds errors, each named in words', async () => {
    const body = {
      ...((await partOf(office.drafter, draft.id, task)).body as object),
      key: 'stray',
    };
    const stray = { kind: 'task', body: { ...body, form: 'no-such-form' } };
    await expectOk(office.drafter(draftAt(draft.id, '/parts'), { json: stray }));
    const checks = await expectOk<Checks>(office.drafter(draftAt(draft.id, '/checks')));
    expect(checks.counts.error).toBeGreaterThan(0);
    const refused = await office.drafter(draftAt(draft.id, '/submit'), { json: {} });
    const problem = refused.json<Problem & { problems: unknown[] }>();
    expect([refused.status, problem.code]).toEqual([422, 'campaigns.has_errors']);
    expect(problem.errors?.[0]?.path).toBe('/tasks/stray/form');
    expect(problem.errors?.[0]?.message).toMatch(/\p{Script=Han}/u);
    expect(problem.problems).toHaveLength(checks.counts.error);
    await expectOk(
      office.drafter(draftAt(draft.id, '/parts/task/stray'), {
        method: 'DELETE',
        headers: { 'if-match': '"1"' },
      }),
    );
  });

  it('is locked while it is being signed, and open again after a withdrawal', async () => {
    await expectOk(office.drafter(draftAt(draft.id, '/submit'), { json: {} }));
    const saved = await putPart(office.drafter, draft.id, task, { changes: { minutes: 10 } });
    expect([saved.status, saved.json().code]).toEqual([409, 'campaigns.draft_in_approval']);
    const discard = await office.drafter(draftAt(draft.id, '/discard'), { json: {} });
    expect(discard.json().code).toBe('campaigns.draft_in_approval');
    await expectOk(office.drafter(draftAt(draft.id, '/approval/withdraw'), { json: {} }));
    const open = await putPart(office.drafter, draft.id, task, { changes: { minutes: 10 } });
    expect(open.status).toBe(200);
  });

  it('ends when it is discarded', async () => {
    const moved = await expectOk<DraftMoved>(
      office.drafter(draftAt(draft.id, '/discard'), { json: {} }),
    );
    expect(moved.state).toBe('discarded');
    const { items } = await expectOk<{ items: Draft[] }>(office.drafter('/api/campaigns/drafts'));
    expect(items.map(({ id }) => id)).not.toContain(draft.id);
    const saved = await putPart(office.drafter, draft.id, task, { changes: { minutes: 10 } });
    expect(saved.json().code).toBe('campaigns.draft_closed');
  });

  it('is nobody’s business below the commission', async () => {
    for (const name of ['clerk', 'head', 'reviewer'] as const) {
      const client = await world.as(name);
      expect((await client(draftAt(draft.id))).status).toBe(404);
      expect((await client('/api/campaigns/drafts')).status).toBe(403);
    }
  });
});
