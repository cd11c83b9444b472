import type * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EntryList, RegisterListSchema } from '#schema/contracts/registers.ts';
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

let world: TestApp;
let clerk: TestClient;
let reviewer: TestClient;
let checker: TestClient;
let other: TestClient;
let hospital: string;

beforeAll(async () => {
  world = await createTestApp();
  await publishRegisters(world.site);
  clerk = await world.as('clerk');
  reviewer = await world.as('reviewer');
  checker = await world.as('checker');
  other = await world.as('other-clerk');
  hospital = world.site.units['hospital'] ?? '';
});
afterAll(() => world.close());

const titles = (moves: { key: string }[]) => moves.map(({ key }) => key);

describe('a problem on its way', () => {
  it('goes from the unit’s record to 已销号, and nobody closes what he filed', async () => {
    const { id } = await recordProblem(clerk, hospital);
    const recorded = await showOf(clerk, id);
    expect(recorded).toMatchObject({
      summary: { state: { key: 'found', title: { zh: '待认领' } }, responsible: '行风办填报岗' },
      mayEdit: true,
      sources: [{ channel: { zh: '自查' } }],
    });
    expect(titles(recorded.moves)).toEqual(['claim']);
    expect((await act(clerk, `${id}/steps`, claim)).status).toBe(200);
    expect((await showOf(clerk, id)).summary).toMatchObject({
      responsible: '药剂科主任',
      clock: { words: { zh: '整改期限，剩40日（自然日）' }, sign: '□', dueOn: '2026-08-10' },
    });
    expect((await act(clerk, `${id}/steps`, apply)).status).toBe(200);
    const own = await act(clerk, `${id}/steps`, close);
    expect(own.status).toBe(403);
    expect((await act(reviewer, `${id}/steps`, { transition: 'check' })).status).toBe(200);
    const unticked = await act(checker, `${id}/steps`, { ...close, ticks: ['measures'] });
    expect(unticked.status).toBe(409);
    expect(unticked.json()).toMatchObject({ code: 'registers.refused' });
    expect(unticked.text).toContain('还有 4 项条件没有确认');
    expect((await act(checker, `${id}/steps`, close)).status).toBe(200);
    const closed = await showOf(clerk, id);
    expect(closed.summary.state).toMatchObject({ key: 'closed', ends: 'closed' });
    expect(closed.moves).toEqual([]);
    expect(closed.history.map(({ kind, post }) => [kind, post])).toEqual([
      ['recorded', '行风办填报岗'],
      ['step', '行风办填报岗'],
      ['step', '行风办填报岗'],
      ['step', '医政科审核岗'],
      ['step', '行风办核稿岗'],
    ]);
  });

  it('is not the business of another unit', async () => {
    const { id } = await recordProblem(clerk, hospital);
    expect((await other(`/api/registers/entries/${id}`)).status).toBe(404);
    const list = await other('/api/registers/problems/entries');
    expect(list.json<EntryList>().rows).toEqual([]);
  });

  it('is changed only as it was seen, and once for one key', async () => {
    const { id } = await recordProblem(clerk, hospital);
    const stale = await act(clerk, `${id}/steps`, claim, 7);
    expect(stale.status).toBe(412);
    expect(stale.json()).toMatchObject({ currentVersion: 1 });
    const send = () =>
      clerk(`/api/registers/entries/${id}/steps`, {
        json: claim,
        headers: { 'if-match': '"1"', 'idempotency-key': 'claim-once-0001' },
      });
    const [first, second] = [await send(), await send()];
    expect(first.status).toBe(200);
    expect(second.json()).toEqual(first.json());
    expect((await showOf(clerk, id)).history).toHaveLength(2);
  });

  it('is put right by whoever recorded it until handling begins', async () => {
    const { id } = await recordProblem(clerk, hospital);
    const edit = (version: number, answers: unknown) =>
      clerk(`/api/registers/entries/${id}`, {
        method: 'PATCH',
        json: { answers },
        headers: { 'if-match': `"${version}"` },
      });
    expect((await edit(1, { what: '收费公示不全' })).status).toBe(200);
    expect((await showOf(clerk, id)).answers).toEqual({ what: '收费公示不全' });
    const empty = await edit(2, { what: '' });
    expect(empty.status).toBe(422);
    expect(empty.json()).toMatchObject({ errors: [{ path: 'answers/what' }] });
    await act(clerk, `${id}/steps`, claim);
    expect((await edit(3, { what: '改写' })).status).toBe(409);
  });

  it('is refused with its reasons by name: an unknown field, channel or unit', async () => {
    const send = (json: unknown) => clerk('/api/registers/entries', { json });
    const base = { register: 'problems', organizationId: hospital, answers: { what: '问题' } };
    expect((await send({ ...base, answers: { what: '问题', extra: '多' } })).status).toBe(422);
    const channel = await send({ ...base, sources: [{ channel: 'media' }] });
    expect(channel.json()).toMatchObject({ code: 'registers.unknown_channel' });
    const foreign = { ...base, organizationId: world.site.units['direct-hospital'] };
    expect((await send(foreign)).json()).toMatchObject({ code: 'platform.out_of_range' });
    const measure = { register: 'measures', organizationId: hospital, answers: {} };
    expect((await send(measure)).json()).toMatchObject({ code: 'registers.master_only' });
    expect((await send({ ...base, register: 'nowhere' })).status).toBe(404);
  });
});

describe('several sources, one problem', () => {
  it('merges two of one unit; the numbers of both stay, and the pair counts once', async () => {
    const first = await recordProblem(reviewer, hospital, {
      sources: [{ channel: 'inspection', number: '巡〔2026〕7号' }],
    });
    const second = await recordProblem(reviewer, hospital, {
      sources: [{ channel: 'hotline', number: 'GD20260301' }],
    });
    const merge = { transition: 'merge', reason: '同一事项', into: first.id };
    expect((await act(checker, `${second.id}/steps`, merge)).status).toBe(200);
    const kept = await showOf(checker, first.id);
    expect(kept.sources).toEqual(
      [
        { channel: { zh: '巡察' }, number: '巡〔2026〕7号' },
        { channel: { zh: '12345' }, number: 'GD20260301' },
      ].map(({ channel, number }) => ({ channel: expect.objectContaining(channel), number })),
    );
    expect((await showOf(checker, second.id)).summary.state.ends).toBe('merged');
    const back = { transition: 'merge', reason: '同一事项', into: second.id };
    expect((await act(checker, `${first.id}/steps`, back)).status).toBe(409);
  });

  it('is not put on record twice under one number of one channel', async () => {
    const sources = [{ channel: 'hotline', number: 'GD20260399' }];
    const first = await recordProblem(reviewer, hospital, { sources });
    const { summary } = await showOf(reviewer, first.id);
    const json = {
      register: 'problems',
      organizationId: hospital,
      answers: { what: '同一件' },
      sources,
    };
    const again = await reviewer('/api/registers/entries', { method: 'POST', json });
    expect(again.json()).toMatchObject({ code: 'registers.known_source', entry: first.id });
    expect(again.text).toContain(`第 ${summary.number} 号`);
    const other = { ...json, sources: [{ channel: 'inspection', number: 'GD20260399' }] };
    expect((await reviewer('/api/registers/entries', { json: other })).status).toBe(201);
  });

  it('takes a further source, and a part of its own', async () => {
    const { id } = await recordProblem(reviewer, hospital);
    const source = { channel: 'hotline', number: 'GD20260302' };
    expect((await act(checker, `${id}/sources`, source)).status).toBe(200);
    const split = { answers: { what: '其中收费部分' }, reason: '责任科室不同' };
    const { made = '' } = (await act(checker, `${id}/parts`, split)).json<{ made?: string }>();
    expect((await showOf(clerk, made)).sources).toHaveLength(2);
    expect((await act(clerk, `${id}/sources`, source)).status).toBe(403);
  });
});

describe('回头看 over what is closed', () => {
  async function closed() {
    const { id } = await recordProblem(clerk, hospital);
    await act(clerk, `${id}/steps`, claim);
    await act(clerk, `${id}/steps`, apply);
    await act(reviewer, `${id}/steps`, { transition: 'check' });
    await act(checker, `${id}/steps`, close);
    return id;
  }

  it('opens a new problem for one that came back; the old number stays closed', async () => {
    const id = await closed();
    const look = { result: 'relapsed', reason: '抽查发现同类处方' };
    const { made = '' } = (await act(reviewer, `${id}/rechecks`, look)).json<{ made?: string }>();
    expect((await showOf(clerk, id)).summary.state.key).toBe('closed');
    const relapse = await showOf(clerk, made);
    expect(relapse.summary.state.key).toBe('found');
    expect(relapse.ties).toMatchObject([{ title: { zh: '反弹自' }, entry: id }]);
  });

  it('makes 整改不实 a proposal that names who closed it, and is not done by the closer', async () => {
    const id = await closed();
    const look = { result: 'untrue', reason: '措施并未落实' };
    expect((await act(checker, `${id}/rechecks`, look)).status).toBe(409);
    expect((await act(reviewer, `${id}/rechecks`, look)).status).toBe(200);
    const events = await world.site.database.writer.leaseEvents(world.clock.now());
    const found = events.find(({ type }) => type === 'register-entry.found-untrue');
    expect(found?.payload).toMatchObject({
      entryId: id,
      closedBy: [world.site.people['checker']],
    });
    await world.site.database.writer.settleEvents(
      events.map(({ id: event }) => ({ id: event, state: 'done' as const })),
    );
  });
});

describe('what not everybody sees', () => {
  it('masks a name for everybody; who looks leaves a reason on record', async () => {
    const { id } = await recordProblem(clerk, hospital, { answers: { who: '某某医师' } });
    const shown = await showOf(reviewer, id);
    expect(shown.answers['who']).toBe('某');
    expect(shown).toMatchObject({ masked: ['who'], mayUnmask: true });
    expect((await act(clerk, `${id}/unmask`, { reason: '想看' })).status).toBe(403);
    const opened = await act(reviewer, `${id}/unmask`, { reason: '核实身份' });
    expect(opened.json()).toEqual({ answers: { who: '某某医师' } });
    const auditor = await world.as('audit-admin');
    expect((await auditor('/api/audit/entries')).text).toContain('核实身份');
  });

  it('hides an embargoed visit from the unit and from the bureau over it until it is done', async () => {
    const drafter = await world.as('drafter');
    const json = { register: 'visits', organizationId: hospital, answers: { about: '暗访计划' } };
    const { id } = (await drafter('/api/registers/entries', { json })).json<{ id: string }>();
    for (const client of [clerk, reviewer]) {
      expect((await client(`/api/registers/entries/${id}`)).status).toBe(404);
      const list = (await client('/api/registers/visits/entries')).json<EntryList>();
      expect([list.total, list.rows]).toEqual([0, []]);
    }
    await act(drafter, `${id}/steps`, { transition: 'accept' });
    await act(drafter, `${id}/steps`, { transition: 'verify' });
    await act(checker, `${id}/steps`, { transition: 'finish' });
    expect((await showOf(clerk, id)).summary.state.key).toBe('done');
  });

  it('keeps who advises the unit away from the steps of the office', async () => {
    const { id } = await recordProblem(clerk, hospital);
    const signed = await world.as('reviewer');
    await signed('/api/reviews/recusals', {
      json: { organizationId: world.site.units['second-hospital'], reason: '曾在该单位任职' },
    });
    const second = await recordProblem(checker, world.site.units['second-hospital'] ?? '');
    world.clock.tick(6_000);
    const later = await world.as('reviewer');
    const shown = await showOf(later, second.id);
    expect(shown.moves[0]?.unmet[0]?.message.zh).toContain('须回避');
    const merge = { transition: 'merge', reason: '同一事项', into: id };
    expect((await act(later, `${second.id}/steps`, merge)).json()).toMatchObject({
      code: 'platform.recused',
    });
  });
});

describe('the list of registers', () => {
  it('says how many entries are open and overdue in the reader’s range', async () => {
    const all = (await checker('/api/registers')).json<v.InferOutput<typeof RegisterListSchema>>();
    expect(all.registers.map(({ key }) => key)).toEqual(['measures', 'problems', 'visits']);
    const none = (await other('/api/registers')).json<v.InferOutput<typeof RegisterListSchema>>();
    expect(none.registers.find(({ key }) => key === 'problems')).toMatchObject({ open: 0 });
    const problems = all.registers.find(({ key }) => key === 'problems');
    expect(problems?.open).toBeGreaterThan(3);
    expect(problems?.recordFields).not.toContain('measures');
    expect(problems?.recordFields).toContain('deadline');
  });
});
