import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChangeParts, Draft, PartsChanged } from '#schema/contracts/campaigns.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import {
  draftAt,
  expectOk,
  importInto,
  officeOf,
  openDraftAs,
  partOf,
  thisYear,
} from './campaigns.fixtures.ts';
import type { Office } from './campaigns.fixtures.ts';

let world: TestApp;
let office: Office;
let draft: Draft;

const [model] = thisYear().clauses;
const clause = (key: string, changes: object = {}) => ({ ...model, key, number: key, ...changes });
const added = (key: string, after?: string | null) => ({
  kind: 'clause' as const,
  ...(after === undefined ? {} : { after }),
  body: clause(key),
});

beforeAll(async () => {
  world = await createTestApp();
  office = await officeOf(world);
  const { campaignId } = await importInto(world.site);
  draft = await openDraftAs(office.drafter, { from: 'version', campaignId });
});
afterAll(() => world.close());

const change = (json: ChangeParts, key?: string) =>
  office.drafter(draftAt(draft.id, '/parts/change'), {
    json,
    ...(key === undefined ? {} : { headers: { 'idempotency-key': key } }),
  });
const clauses = async () => {
  const { parts } = await expectOk<Draft>(office.drafter(draftAt(draft.id)));
  return parts.filter(({ kind }) => kind === 'clause').map(({ key }) => key);
};

describe('a change of several parts', () => {
  it('puts a pasted document into its place in one act, once', async () => {
    const add = [added('first', 'goal'), added('second', 'first'), added('zero', null)];
    const once = await expectOk<PartsChanged>(change({ add }, 'paste-three-clauses'));
    expect(once.parts).toEqual([
      { kind: 'clause', key: 'zero', version: 1 },
      { kind: 'clause', key: 'first', version: 1 },
      { kind: 'clause', key: 'second', version: 1 },
    ]);
    expect(await expectOk(change({ add }, 'paste-three-clauses'))).toEqual(once);
    expect(await clauses()).toEqual(['zero', 'goal', 'first', 'second', 'steps', 'self-check']);
  });

  it('moves a clause with its new place in the outline', async () => {
    const seen = await clauses();
    const keys = ['zero', 'goal', 'first', 'steps', 'self-check', 'second'];
    const save = [
      {
        kind: 'clause' as const,
        key: 'second',
        version: 1,
        body: clause('second', { parent: 'steps' }),
      },
    ];
    await expectOk(change({ save, order: [{ kind: 'clause', seen, keys }] }));
    expect(await clauses()).toEqual(keys);
    const moved = await partOf(office.drafter, draft.id, ['clause', 'second']);
    expect(moved).toMatchObject({ version: 2, body: { parent: 'steps' } });
  });

  it('is refused whole over an order that somebody else has changed', async () => {
    const now = await clauses();
    const order = [{ kind: 'clause' as const, seen: now.toReversed(), keys: now.toReversed() }];
    const late = await change({ add: [added('third')], order });
    expect([late.status, late.json().code]).toEqual([412, 'campaigns.stale_order']);
    expect(await clauses()).toEqual(now);
  });

  it('removes a clause with what hangs on it, and brings both back', async () => {
    const [task, hung] = await Promise.all([
      partOf(office.drafter, draft.id, ['task', 'self-check-report']),
      partOf(office.drafter, draft.id, ['clause', 'self-check']),
    ]);
    const remove = [task, hung].map(({ kind, key, version }) => ({ kind, key, version }));
    await expectOk(change({ remove }));
    expect(await clauses()).not.toContain('self-check');
    const back = [
      { kind: 'clause' as const, after: 'steps', body: hung.body as Record<string, unknown> },
      { kind: 'task' as const, body: task.body as Record<string, unknown> },
    ];
    await expectOk(change({ add: back }));
    expect(await clauses()).toContain('self-check');
    expect((await partOf(office.drafter, draft.id, ['task', 'self-check-report'])).body).toEqual(
      task.body,
    );
  });

  it('does not remove what somebody saved meanwhile, and shows it', async () => {
    const seen = await partOf(office.drafter, draft.id, ['clause', 'first']);
    const save = [
      {
        kind: 'clause' as const,
        key: 'first',
        version: 1,
        body: clause('first', { words: '新的要求。' }),
      },
    ];
    await expectOk(change({ save }));
    const late = await change({
      remove: [{ kind: 'clause', key: 'first', version: seen.version }],
    });
    expect([late.status, late.json().code]).toEqual([412, 'campaigns.stale_part']);
    expect(late.json<{ current: unknown }>().current).toMatchObject({
      version: 2,
      body: { words: '新的要求。' },
    });
  });

  it('lets two people add at the same moment, and keeps both', async () => {
    const [one, other] = await Promise.all([
      change({ add: [added('mine', 'goal')] }),
      change({ add: [added('yours', 'goal')] }),
    ]);
    expect([one.status, other.status]).toEqual([200, 200]);
    expect(await clauses()).toEqual(expect.arrayContaining(['mine', 'yours']));
  });

  it('takes the head along, but gives it neither up nor another name', async () => {
    const head = await partOf(office.drafter, draft.id, ['head', 'head']);
    const address = { kind: 'head' as const, key: 'head', version: head.version };
    const body = { ...(head.body as Record<string, unknown>), title: '工作方案（改）' };
    await expectOk(change({ save: [{ ...address, body }] }));
    expect((await expectOk<Draft>(office.drafter(draftAt(draft.id)))).title).toBe('工作方案（改）');
    const gone = await change({ remove: [{ ...address, version: 2 }] });
    expect(gone.json().code).toBe('campaigns.head_stays');
    const renamed = await change({
      save: [{ ...address, version: 2, body: { ...body, year: 2028 } }],
    });
    expect(renamed.json().code).toBe('campaigns.fixed_identity');
    const broken = await change({ add: [{ kind: 'clause', body: { key: 'no-words' } }] });
    expect(broken.status).toBe(422);
  });
});
