import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ChangeParts, Checks, Draft, PartsChanged } from '#schema/contracts/campaigns.ts';
import { auditEntries } from '#schema/tables/tenant/core.table.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import { testActor } from '#workers/app/testing/test-site.fixtures.ts';
import { giveGrants } from '#workers/modules/organizations/index.ts';
import {
  draftAt,
  expectOk,
  importInto,
  openDraftAs,
  partOf,
  thisYear,
} from './campaigns.fixtures.ts';

let world: TestApp;
let one: TestClient;
let other: TestClient;
let campaignId: string;
let draft: Draft;

beforeAll(async () => {
  world = await createTestApp();
  campaignId = (await importInto(world.site)).campaignId;
  const grants = [
    { personId: world.site.people['checker'] ?? '', role: 'commission-drafter' as const },
  ];
  await giveGrants({ context: world.site.database, input: { grants, actor: testActor } });
  [one, other] = [await world.as('drafter'), await world.as('checker')];
});
beforeEach(async () => {
  draft = await openDraftAs(one, { from: 'version', campaignId });
});
afterAll(() => world.close());

const change = (who: TestClient, json: ChangeParts, key?: string) =>
  who(draftAt(draft.id, '/parts/change'), {
    json,
    ...(key === undefined ? {} : { headers: { 'idempotency-key': key } }),
  });
const clause = (key: string, words = '按原要求执行。') => {
  const body = thisYear().clauses.find((each) => each.key === key) ?? thisYear().clauses[0];
  return { ...body, key, words };
};
const add = (...keys: string[]) =>
  keys.map((key) => ({ kind: 'clause' as const, body: clause(key) }));
const save = (key: string, words: string, version = 1) => [
  { kind: 'clause' as const, key, version, body: clause(key, words) },
];
const now = () => expectOk<Draft>(one(draftAt(draft.id)));
const outline = async () =>
  (await now()).parts.filter(({ kind }) => kind === 'clause').map(({ key }) => key);
const errors = async () =>
  (await expectOk<Checks>(one(draftAt(draft.id, '/checks')))).problems
    .filter(({ severity }) => severity === 'error')
    .map(({ code, path }) => `${code} ${path}`);
async function trail() {
  const rows = await world.site.database.db
    .select({ action: auditEntries.action, body: auditEntries.body })
    .from(auditEntries)
    .where(eq(auditEntries.subjectId, draft.id));
  return rows.filter(({ action }) => action === 'campaign.revise').map(({ body }) => body);
}

describe('several parts are changed together or not at all', () => {
  it.each([
    ['a key that is taken', { add: add('new', 'steps') }, 409, 'campaigns.part_exists'],
    [
      'a place that is not there',
      { add: [{ kind: 'clause', body: clause('new'), after: 'gone' }] },
      404,
      'campaigns.part_not_found',
    ],
    [
      'a body without words',
      { add: [...add('new'), { kind: 'clause', body: { key: 'x' } }] },
      422,
      'platform.invalid_input',
    ],
    [
      'a part that is not there',
      { add: add('new'), save: save('gone', '改。') },
      404,
      'campaigns.part_not_found',
    ],
    [
      'a head that is given up',
      { add: add('new'), remove: [{ kind: 'head', key: 'head', version: 1 }] },
      409,
      'campaigns.head_stays',
    ],
  ] as [string, ChangeParts, number, string][])(
    '%s keeps everything else out, and what was good goes in alone',
    async (_what, wrong, status, code) => {
      const before = await now();
      const good = [{ kind: 'indicator' as const, key: 'self-check-on-time', version: 1 }];
      const refused = await change(one, { ...wrong, remove: [...good, ...(wrong.remove ?? [])] });
      expect([refused.status, refused.json().code]).toEqual([status, code]);
      expect(await now()).toEqual(before);
      expect(await trail()).toEqual([]);
      await expectOk(change(one, { remove: good }));
      expect((await now()).parts).toHaveLength(before.parts.length - 1);
    },
  );

  it('is one step of the draft and one line of the trail, which names the parts only', async () => {
    const secret = '此句只应写在方案里。';
    await expectOk(change(one, { add: add('new', 'newer'), save: save('goal', secret) }));
    const [line = '', ...more] = await trail();
    expect(more).toEqual([]);
    expect(JSON.parse(line)).toMatchObject({
      facts: { added: ['clause/new', 'clause/newer'], saved: ['clause/goal'], removed: [] },
    });
    expect(line).not.toContain(secret);
    expect((await now()).version).toBe(draft.version + 1);
  });
});

describe('a part on which others hang', () => {
  it('may go, but the draft goes to nobody until what hung on it hangs again', async () => {
    const { body } = await partOf(one, draft.id, ['clause', 'self-check']);
    await expectOk(change(one, { remove: [{ kind: 'clause', key: 'self-check', version: 1 }] }));
    const loose = [
      'references.unknown tasks/self-check-report/clause',
      'references.unknown indicators/self-check-on-time/clause',
    ];
    expect(await errors()).toEqual(expect.arrayContaining(loose));
    const early = await one(draftAt(draft.id, '/submit'), { json: {} });
    expect([early.status, early.json().code]).toEqual([422, 'campaigns.has_errors']);
    expect(early.json().errors?.map(({ path }) => path)).toContain(
      '/tasks/self-check-report/clause',
    );
    const back = { kind: 'clause' as const, after: 'steps', body: body as Record<string, unknown> };
    await expectOk(change(one, { add: [back] }));
    expect(await errors()).toEqual([]);
  });
});

describe('sent again with its key', () => {
  it('a removal is answered as before, though nothing is there to be removed', async () => {
    const gone = {
      remove: [{ kind: 'clause' as const, key: 'goal', version: 1 }],
      add: add('new'),
    };
    const first = await expectOk<PartsChanged>(change(one, gone, 'remove-the-goal'));
    expect(await expectOk(change(one, gone, 'remove-the-goal'))).toEqual(first);
    expect((await change(one, gone)).json().code).toBe('campaigns.part_not_found');
    expect(await outline()).toEqual(['steps', 'self-check', 'new']);
    expect(await trail()).toHaveLength(1);
  });

  it('but saying something else it is refused', async () => {
    await expectOk(change(one, { add: add('new') }, 'one-key-two-changes'));
    const second = await change(one, { add: add('newer') }, 'one-key-two-changes');
    expect(second.json().code).toBe('platform.idempotency_mismatch');
    expect(await outline()).not.toContain('newer');
  });

  it('at the same moment it is done once', async () => {
    const twice = [1, 2, 3].map(() => change(one, { add: add('new') }, 'pressed-three-times'));
    const answers = await Promise.all(twice);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect((await outline()).filter((key) => key === 'new')).toHaveLength(1);
    expect(await trail()).toHaveLength(1);
  });
});

describe('two people at once', () => {
  it('saving one part: the later one is shown whose words stand there, and loses no other', async () => {
    const both = await Promise.all([
      change(one, { save: save('goal', '甲写的。') }),
      change(other, { save: save('goal', '乙写的。'), add: add('of-the-other') }),
    ]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412]);
    const lost = both[0]?.status === 412 ? 0 : 1;
    const winner = { post: ['行风办拟稿岗', '行风办核稿岗'][1 - lost] ?? '' };
    const stands = await partOf(one, draft.id, ['clause', 'goal']);
    expect(stands).toMatchObject({ version: 2, changedByPost: winner.post });
    expect(both[lost]?.json<{ current: unknown }>().current).toEqual(stands);
    expect(both[lost]?.json().title).toContain(winner.post);
    expect((await outline()).includes('of-the-other')).toBe(lost === 0);
  });

  it('putting clauses in another order: the later one is told, and does it over the new one', async () => {
    const seen = await outline();
    const [a = '', b = '', c = ''] = seen;
    const inOrder = (...keys: string[]) => ({ order: [{ kind: 'clause' as const, seen, keys }] });
    const both = await Promise.all([
      change(one, inOrder(b, a, c)),
      change(other, inOrder(c, b, a)),
    ]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412]);
    const late = both.find(({ status }) => status === 412);
    expect(late?.json().code).toBe('campaigns.stale_order');
    expect(await outline()).toEqual(both[0]?.status === 200 ? [b, a, c] : [c, b, a]);
    const again = [{ kind: 'clause' as const, seen: await outline(), keys: [a, c, b] }];
    await expectOk(change(other, { order: again }));
    expect(await outline()).toEqual([a, c, b]);
  });

  it('a clause is added to no draft that the other has submitted', async () => {
    await expectOk(change(one, { save: save('goal', '树立行业新风尚。') }));
    await expectOk(one(draftAt(draft.id, '/submit'), { json: {} }));
    const late = await change(other, { add: add('new') });
    expect([late.status, late.json().code]).toEqual([409, 'campaigns.draft_in_approval']);
    expect(await outline()).not.toContain('new');
  });
});

describe('an indicator and its rows of the crosswalk, which stand in the head', () => {
  const heading = () => partOf(one, draft.id, ['head', 'head']);
  const line = { common: 'case-closed-rate', indicator: 'self-check-on-time', match: 'same' };
  const mapped = async (version: number): Promise<ChangeParts> => {
    const { body } = await heading();
    const indicator = await partOf(one, draft.id, ['indicator', 'self-check-on-time']);
    return {
      save: [
        { kind: 'head', key: 'head', version, body: { ...(body as object), crosswalk: [line] } },
        {
          kind: 'indicator',
          key: 'self-check-on-time',
          version: 1,
          body: { ...(indicator.body as object), title: '办结率（本地）' },
        },
      ],
    };
  };

  it('are saved together; whoever was first with the head is shown, and nothing is half saved', async () => {
    const seen = await heading();
    const body = { ...(seen.body as object), title: '改过的名称' };
    const theirs = [{ kind: 'head' as const, key: 'head', version: seen.version, body }];
    await expectOk(change(other, { save: theirs }));
    const late = await change(one, await mapped(seen.version));
    expect([late.status, late.json().code]).toEqual([412, 'campaigns.stale_part']);
    expect(late.json().current).toMatchObject({ kind: 'head', body: { title: '改过的名称' } });
    const untouched = await partOf(one, draft.id, ['indicator', 'self-check-on-time']);
    expect(untouched).toMatchObject({ version: 1 });
    await expectOk(change(one, await mapped(seen.version + 1)));
    expect((await heading()).body).toMatchObject({ title: '改过的名称', crosswalk: [line] });
  });

  it('are checked: a wrong likeness, and a difference that nobody explained', async () => {
    const { version, body } = await heading();
    const rows = [
      { ...line, common: 'case-investigated-rate', match: 'near' },
      { ...line, common: 'discharged-satisfaction' },
    ];
    const next = { ...(body as object), crosswalk: rows };
    await expectOk(change(one, { save: [{ kind: 'head', key: 'head', version, body: next }] }));
    const checks = await expectOk<Checks>(one(draftAt(draft.id, '/checks')));
    const found = checks.problems
      .filter(({ path }) => path.startsWith('crosswalk/'))
      .map(({ severity, code, path }) => `${severity} ${code} ${path}`);
    expect([...new Set(found)]).toEqual([
      'error crosswalk.unlike crosswalk/discharged-satisfaction',
      'warning crosswalk.no-note crosswalk/case-investigated-rate/note',
    ]);
  });
});
