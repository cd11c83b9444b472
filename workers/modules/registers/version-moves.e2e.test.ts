import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EntryList } from '#schema/contracts/registers.ts';
import type { MovePlan, MoveStep, VersionMoves } from '#schema/contracts/version-moves.ts';
import { auditEntries } from '#schema/tables/core.table.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import {
  act,
  apply,
  claim,
  close,
  publishRegisters,
  recordProblem,
  showOf,
} from './registers.fixtures.ts';
import { findEntry } from './registers.repository.ts';
import { amendedRegisters } from './version-moves.fixtures.ts';

let world: TestApp;
let clerk: TestClient;
let other: TestClient;
let reviewer: TestClient;
let checker: TestClient;
let drafter: TestClient;
let first: Awaited<ReturnType<typeof publishRegisters>>;
let second: typeof first;
/** What each entry of these tests is about. */
const ids: Record<'losing' | 'whole' | 'closed' | 'stateGone' | 'touched', string> = {
  losing: '',
  whole: '',
  closed: '',
  stateGone: '',
  touched: '',
};
const base = '/api/registers/version-moves';
const secret = '张某某';

const unit = (key: string) => world.site.units[key] ?? '';
const rowOf = async (id: string) => {
  const row = await findEntry(world.site.database.db, id);
  if (row === undefined) throw new Error('no such entry');
  return row;
};
const get = async <Answer>(path: string) => {
  const answer = await drafter(path);
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.json<Answer>();
};
const plan = (key = 'problems') =>
  get<MovePlan>(`${base}/plan?campaign=${first.campaignId}&key=${key}`);
const order = (changes: object = {}) => ({
  campaign: first.campaignId,
  key: 'problems',
  target: second.hash,
  reason: '台账改版，不再登记人员',
  asOf: world.clock.now(),
  ...changes,
});
const move = async (groups: string[], changes: object = {}) =>
  (await drafter(base, { json: order({ groups, ...changes }) })).json<MoveStep>();
const takeBack = async () =>
  (await drafter(`${base}/taken-back`, { json: order() })).json<MoveStep>();
const lines = async () =>
  (await get<VersionMoves>(`${base}?campaign=${first.campaignId}`)).lines.map(
    ({ key, open, arrived, moved }) => [key, open, arrived, moved],
  );
const step = async (client: TestClient, id: string, json: object) => {
  const answer = await act(client, `${id}/steps`, json);
  if (answer.status !== 200) throw new Error(answer.text);
};

beforeAll(async () => {
  world = await createTestApp();
  clerk = await world.as('clerk');
  other = await world.as('other-clerk');
  reviewer = await world.as('reviewer');
  checker = await world.as('checker');
  drafter = await world.as('drafter');
  first = await publishRegisters(world.site);
  const record = async (answers: object, sources?: unknown[]) =>
    (
      await recordProblem(clerk, unit('hospital'), {
        answers: { ...answers },
        ...(sources && { sources }),
      })
    ).id;
  ids.losing = await record({ who: secret, kind: 'fees' }, [
    { channel: 'self-check' },
    { channel: 'hotline', number: 'GD7' },
  ]);
  await step(clerk, ids.losing, claim);
  ids.whole = await record({ kind: 'drugs' });
  await step(clerk, ids.whole, claim);
  ids.closed = await record({ kind: 'drugs' });
  await step(clerk, ids.closed, claim);
  await step(clerk, ids.closed, { transition: 'begin' });
  await step(clerk, ids.closed, apply);
  await step(reviewer, ids.closed, { transition: 'check' });
  await step(checker, ids.closed, close);
  ids.stateGone = (await recordProblem(other, unit('direct-hospital'))).id;
  await step(other, ids.stateGone, claim);
  await step(other, ids.stateGone, { transition: 'ask-extension', reason: '等待招标' });
  const list = (await clerk('/api/registers/measures/entries?row=measure-1')).json<EntryList>();
  ids.touched = list.rows[0]?.id ?? '';
  await step(clerk, ids.touched, { transition: 'claim' });
  second = await publishRegisters(world.site, amendedRegisters(), first);
});
afterAll(() => world.close());

describe('an amendment of a register', () => {
  it('leaves what holds anything on its version: form, state and steps', async () => {
    const shown = await showOf(drafter, ids.losing);
    expect(shown.register.form.fields.map(({ key }) => key)).toContain('who');
    expect(shown.summary.channels).toEqual([
      { zh: '自查', en: 'Self-check' },
      { zh: '12345', en: 'Hotline' },
    ]);
    const asked = await showOf(drafter, ids.stateGone);
    expect(asked.summary.state.title).toEqual({ zh: '申请延期', en: 'Extension asked for' });
    expect(asked.moves.map(({ key }) => key)).toContain('deny-extension');
  });

  it('shows each line of a list by the version it stands on', async () => {
    const list = await get<EntryList>('/api/registers/problems/entries');
    const line = list.rows.find(({ id }) => id === ids.stateGone);
    expect(line?.state.title).toEqual({ zh: '申请延期', en: 'Extension asked for' });
    expect(list.register.form.fields.map(({ key }) => key)).not.toContain('who');
  });

  it('is followed by the instances of a master list that nobody has taken up', async () => {
    const list = await get<EntryList>('/api/registers/measures/entries?limit=100');
    const hashes = await Promise.all(
      list.rows.map(async ({ id }) => (await rowOf(id)).versionHash),
    );
    const following = list.rows.filter((_, index) => hashes[index] === second.hash);
    expect(following.map(({ row }) => row)).toEqual(['measure-1', 'measure-1']);
    expect(following.map(({ id }) => id)).not.toContain(ids.touched);
    const { history } = await showOf(drafter, following[0]?.id ?? '');
    expect(history.map(({ kind }) => kind)).toEqual(['recorded', 'version-moved']);
  });

  it('is counted for the office, register by register', async () => {
    expect(await lines()).toEqual([
      ['problems', 3, 1, 0],
      ['measures', 4, 0, 0],
    ]);
  });
});

describe('the dry run', () => {
  it('says what moves, what would be lost and what stays, and changes nothing', async () => {
    const before = await rowOf(ids.losing);
    const { groups, unchanged } = await plan();
    expect(unchanged).toBe(0);
    expect(groups).toMatchObject([
      { stage: 'open', fate: 'clean', items: 1, samples: [{ id: ids.whole }] },
      { stage: 'arrived', fate: 'clean', items: 1, samples: [{ id: ids.closed }] },
      {
        stage: 'open',
        fate: 'loses',
        items: 1,
        losses: [{ path: 'who' }, { path: 'kind' }, { path: 'channels/hotline' }],
      },
      { stage: 'open', fate: 'stays', why: 'state-gone', samples: [{ id: ids.stateGone }] },
    ]);
    expect(await rowOf(ids.losing)).toEqual(before);
  });

  it('names fields and never what stands in them', async () => {
    const answer = await drafter(`${base}/plan?campaign=${first.campaignId}&key=problems`);
    expect(answer.text).not.toContain(secret);
    expect(answer.text).toContain('涉及人员');
  });

  it('leaves instances whose row the new list no longer has', async () => {
    const { groups } = await plan('measures');
    expect(groups.map(({ fate, why, items }) => [fate, why, items])).toEqual([
      ['clean', undefined, 1],
      ['stays', 'row-gone', 3],
    ]);
  });

  it('knows no register that the campaign does not have', async () => {
    const answer = await drafter(`${base}/plan?campaign=${first.campaignId}&key=unknown`);
    expect(answer.status).toBe(404);
  });
});

describe('the move', () => {
  it('is refused for another version than the one that was looked at', async () => {
    const json = order({ target: first.hash, groups: ['open-clean'] });
    const answer = await drafter(base, { json });
    expect(answer.json<{ code: string }>().code).toBe('campaigns.version_superseded');
  });

  it('is the office’s alone', async () => {
    const answer = await clerk(base, { json: order({ groups: ['open-clean'] }) });
    expect(answer.status).toBe(403);
  });

  it('moves what was chosen once, however often it is asked', async () => {
    const headers = { 'idempotency-key': 'move-entries-once' };
    const json = order({ groups: ['open-clean', 'open-loses', 'arrived-clean'] });
    for (const _time of [1, 2]) {
      const answer = await drafter(base, { json, headers });
      expect(answer.json<MoveStep>()).toEqual({ moved: 3, kept: 1, changed: 0 });
    }
    const moved = await rowOf(ids.losing);
    expect(moved.versionHash).toBe(second.hash);
    expect(moved.sources).toEqual([{ channel: 'self-check' }]);
    expect(Object.keys(moved.answers)).not.toContain('who');
    expect((await rowOf(ids.stateGone)).versionHash).toBe(first.hash);
    expect(await lines()).toContainEqual(['problems', 1, 0, 3]);
  });

  it('stands in the history of the entry and in the audit trail', async () => {
    const { history } = await showOf(drafter, ids.losing);
    expect(history.map(({ title }) => title)).toContainEqual({ zh: '认领', en: 'Claim' });
    expect(history.at(-1)).toMatchObject({
      kind: 'version-moved',
      reason: '台账改版，不再登记人员',
      lost: [{ zh: '涉及人员', en: 'Who' }, { zh: '类别', en: 'Kind' }, { zh: '12345' }],
    });
    const { db } = world.site.database;
    const [audited] = await db
      .select({ body: auditEntries.body })
      .from(auditEntries)
      .where(
        and(
          eq(auditEntries.action, 'register-entry.move-version'),
          eq(auditEntries.subjectId, first.campaignId),
        ),
      );
    expect(JSON.stringify(audited)).toContain(ids.losing);
  });

  it('leaves a deadline that runs as it was set, under the rule that set it', async () => {
    const { clocks, moves } = await showOf(clerk, ids.whole);
    expect(clocks).toMatchObject([{ key: 'rectification', dueOn: '2026-08-10' }]);
    expect(clocks[0]?.words.zh).toMatch(/^整改期限，/);
    expect(moves.map(({ key }) => key)).not.toContain('ask-extension');
    const fresh = await recordProblem(clerk, unit('hospital'));
    const clock = (await showOf(clerk, fresh.id)).clocks[0];
    expect(clock?.words.zh).toMatch(/^新版整改期限 60日/);
  });

  it('lets handling go on under the new version', async () => {
    await step(clerk, ids.whole, { transition: 'begin' });
    const row = await rowOf(ids.whole);
    expect(row).toMatchObject({ state: 'rectifying', versionHash: second.hash });
    expect(row.openDueOn).toBe('2026-08-10');
  });
});

describe('taking a move back', () => {
  it('gives back what was put away, and leaves what was handled since', async () => {
    expect(await takeBack()).toEqual({ moved: 2, kept: 1 });
    const row = await rowOf(ids.losing);
    expect(row).toMatchObject({ versionHash: first.hash, campaignId: first.campaignId });
    expect(row.answers).toMatchObject({ who: secret, kind: 'fees' });
    expect(row.sources).toContainEqual({ channel: 'hotline', number: 'GD7' });
    expect((await rowOf(ids.whole)).versionHash).toBe(second.hash);
    expect((await showOf(drafter, ids.losing)).history.at(-1)?.kind).toBe('version-restored');
    expect(await takeBack()).toEqual({ moved: 0, kept: 1 });
  });

  it('makes of an entry what it was, whatever it is moved to and back', async () => {
    const told = ({
      version: _version,
      updatedAt: _at,
      ...rest
    }: Awaited<ReturnType<typeof rowOf>>) => rest;
    const before = told(await rowOf(ids.losing));
    const closed = told(await rowOf(ids.closed));
    await move(['open-loses', 'arrived-clean']);
    expect(told(await rowOf(ids.losing))).not.toEqual(before);
    await takeBack();
    expect(told(await rowOf(ids.losing))).toEqual(before);
    expect(told(await rowOf(ids.closed))).toEqual(closed);
  });
});
