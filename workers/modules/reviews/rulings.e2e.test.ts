import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Inbox } from '#schema/contracts/reminders.ts';
import type { ReviewQueue } from '#schema/contracts/reviews.ts';
import type { TestAnswer, TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import { testActor } from '#workers/app/testing/test-site.fixtures.ts';
import { recusePerson } from '#workers/modules/organizations/index.ts';
import { askSecond, differ, openDoubleWorld, rulingBy } from './double-review.fixtures.ts';
import type { DoubleWorld } from './double-review.fixtures.ts';
import { accept, decide, mendAndFile, returning, showCase, toDecided } from './reviews.fixtures.ts';
import { countWaiting, listWaiting } from './reviews.repository.ts';
import { countRulingsQuery, pairsQuery, rulingsQuery } from './rulings.repository.ts';

let opened: DoubleWorld;
let { world, clerk, first, second, third, id } = {} as DoubleWorld;

const open = async (options: { third?: true } = {}) => {
  opened = await openDoubleWorld(options);
  ({ world, clerk, first, second, third, id } = opened);
};
const codeOf = (given: TestAnswer) => `${given.status} ${given.json().code ?? ''}`.trim();
const post = (client: TestClient, path: string, json: unknown = {}) =>
  client(`/api/reviews/${path}`, { json });
const doubleOf = async (client: TestClient) => {
  const { double } = await showCase(client, id);
  if (double === undefined) throw new Error('the task asks for two reviewers');
  return double;
};
const waitingOf = async (client: TestClient) =>
  (await client('/api/reminders/inbox')).json<Inbox>();

describe('two reviewers who differ and no third', () => {
  beforeAll(() => open());
  afterAll(() => world.close());

  it('have nothing for a leader to rule on before they differ', async () => {
    expect(codeOf(await post(first, `${id}/ruling`, await rulingBy(first)))).toBe(
      '409 reviews.no_difference',
    );
    expect(await doubleOf(first)).toMatchObject({ mayRegisterRuling: false });
  });

  it('are told that their leader has to rule, since nobody else can decide', async () => {
    await differ(opened);
    expect(await doubleOf(first)).toMatchObject({ deciders: [], mayRegisterRuling: true });
    await world.app.work.sweep('dong');
    for (const party of [first, second]) {
      const [message] = (await waitingOf(party)).messages;
      expect(message?.body.zh).toContain('请报分管领导裁定');
      expect(message?.href).toBe(`/console/reviews/${id}`);
    }
  });

  it('register the ruling with its scan, which their unit does not see', async () => {
    const foreign = await rulingBy(second);
    expect(codeOf(await post(first, `${id}/ruling`, foreign))).toBe('404 evidence.not_found');
    const late = await rulingBy(first);
    late.paper.signedOn = '2026-07-30';
    expect(codeOf(await post(first, `${id}/ruling`, late))).toBe('422 reviews.ruling_in_future');
    const made = await rulingBy(first);
    expect(codeOf(await post(clerk, `${id}/ruling`, made))).toMatch(/^403/u);
    expect((await post(first, `${id}/ruling`, made)).status).toBe(201);
    expect(codeOf(await post(second, `${id}/ruling`, await rulingBy(second)))).toBe(
      '409 reviews.no_difference',
    );
    const content = `/api/evidence/${made.paper.evidenceId}/content`;
    expect((await second(content)).status).toBe(200);
    expect((await clerk(content)).status).toBeGreaterThanOrEqual(403);
  });

  it('decide as it was ruled, but not who registered it, and not otherwise', async () => {
    expect(await doubleOf(first)).toMatchObject({ mayAccept: false, mayReturn: false });
    for (const decision of [accept, returning('summary')]) {
      expect(codeOf(await decide(first, id, decision))).toBe('409 reviews.own_registration');
    }
    const shown = await doubleOf(second);
    expect(shown).toMatchObject({
      state: 'ruled',
      mayAccept: true,
      mayReturn: false,
      mayWithdrawRuling: false,
      ruling: { view: 'pass', paper: { signerPost: '分管领导', signedOn: '2026-07-01' } },
    });
    expect(codeOf(await decide(second, id, returning('summary')))).toBe(
      '409 reviews.against_ruling',
    );
    const { rows } = (await first('/api/reviews/queue')).json<ReviewQueue>();
    expect(rows.map(({ double }) => double)).toEqual(['ruled']);
    expect((await first('/api/reviews/queue?ruling=true')).json<ReviewQueue>().total).toBe(0);
  });

  it('withdraw what was registered in error, by who registered it, and register anew', async () => {
    expect(codeOf(await post(second, `${id}/ruling/withdraw`))).toBe('409 reviews.no_ruling');
    expect((await post(first, `${id}/ruling/withdraw`)).status).toBe(200);
    expect((await doubleOf(first)).state).toBe('disagreed');
    const other = await rulingBy(second, { view: 'mend', words: '补齐签到表后再报。' });
    expect((await post(second, `${id}/ruling`, other)).status).toBe(201);
    expect(codeOf(await decide(first, id, accept))).toBe('409 reviews.against_ruling');
    expect(toDecided(await decide(first, id, returning('summary'))).state).toBe('returned');
    expect(codeOf(await post(second, `${id}/ruling/withdraw`))).toBe('409 reviews.no_ruling');
  });

  it('leave a trail of what was ruled, by post', async () => {
    const entries = await world.site.database.db.all<{ body: string }>(
      sql`select body from audit_entries where subject_id = ${id} order by seq`,
    );
    const acts = entries.map(({ body }) => JSON.parse(body));
    const ruled = acts.filter(({ action }) => action === 'review.rule');
    expect(ruled.map(({ facts }) => [facts.view, facts.signerPost])).toEqual([
      ['pass', '分管领导'],
      ['mend', '分管领导'],
    ]);
    expect(acts.some(({ action }) => action === 'review.withdraw-ruling')).toBe(true);
  });

  it('begin anew with what is filed again: the ruling was about the round before', async () => {
    await mendAndFile(clerk, id, { summary: '已补签到表。' });
    expect(await doubleOf(first)).toMatchObject({ state: 'first', views: [] });
    expect((await doubleOf(first)).ruling).toBeUndefined();
  });
});

describe('a third who may decide', () => {
  beforeAll(() => open({ third: true }));
  afterAll(() => world.close());

  it('is told once, and has it among what waits; the two have not', async () => {
    await differ(opened);
    await world.app.work.sweep('dong');
    await world.app.work.sweep('dong');
    const inbox = await waitingOf(third);
    expect(inbox.waiting).toContainEqual({
      kind: 'rulings',
      count: 1,
      href: '/console/reviews?state=ruling',
    });
    const told = inbox.messages.filter(({ href }) => href === `/console/reviews/${id}`);
    expect(told.map(({ title }) => title.zh)).toEqual(['双人复核意见不一致，请裁定']);
    for (const party of [first, second]) {
      const { waiting, messages } = await waitingOf(party);
      expect(waiting.map(({ kind }) => kind)).not.toContain('rulings');
      expect(messages.filter(({ href }) => href.endsWith(id))).toEqual([]);
    }
  });

  it('has nothing to decide once standing aside from the unit', async () => {
    const input = {
      personId: world.site.people['drafter'] ?? '',
      organizationId: world.site.units['hospital'] ?? '',
      reason: '曾任职',
      actor: testActor,
    };
    await recusePerson({ context: world.site.database, input });
    world.clock.tick(60_000);
    const { waiting } = await waitingOf(await world.as('drafter'));
    expect(waiting.map(({ kind }) => kind)).not.toContain('rulings');
  });
});

describe('two who ask for a second at once', () => {
  beforeAll(() => open());
  afterAll(() => world.close());

  it('make one pair of reviewers', async () => {
    const { checker, reviewer } = world.site.people;
    const both = await Promise.all([
      askSecond(opened, first, { personId: checker }),
      askSecond(opened, second, { personId: reviewer }),
    ]);
    expect(both.map(codeOf).toSorted()).toEqual(['201', '409 reviews.second_asked']);
  });
});

describe('how the engine finds what two differ about', () => {
  beforeAll(() => open());
  afterAll(() => world.close());

  it('is by the indexes of just these, of all and of a bureau', async () => {
    const { db } = world.site.database;
    const planOf = async (query: { getSQL(): SQL }) => {
      const plan = await db.all<{ detail: string }>(sql`explain query plan ${query.getSQL()}`);
      return plan.map(({ detail }) => detail).join('; ');
    };
    const part = {
      everything: false as const,
      reaches: [{ organizationId: 'org_a', relation: 'territory' as const, path: 'org_a/' }],
    };
    for (const range of [{ everything: true as const }, part]) {
      const filter = { range, ruling: true };
      for (const query of [listWaiting(db, { ...filter, limit: 21 }), countWaiting(db, filter)]) {
        const words = await planOf(query);
        expect(words).toContain('ix_submissions_waiting');
        expect(words).toContain('ix_review_opinions_differing');
        expect(words).not.toContain('TEMP B-TREE');
      }
      const counted = await planOf(
        countRulingsQuery(db, { range, personId: 'per_a', awayFrom: ['org_b'] }),
      );
      expect(counted).toContain('review_opinions USING INDEX ix_review_opinions_differing');
      expect(counted).toContain('submissions USING INDEX sqlite_autoindex_submissions_1');
    }
    expect(await planOf(pairsQuery(db, ['sub_a', 'sub_b']))).toContain('ux_review_opinions_pair');
    expect(await planOf(rulingsQuery(db, ['sub_a']))).toContain('ux_review_rulings_standing');
  });
});
