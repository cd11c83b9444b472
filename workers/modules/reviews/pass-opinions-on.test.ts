import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import { toStatement } from '#workers/platform/database/statement.ts';
import { commitOrThrow } from '#workers/platform/http/commit.ts';
import { createIds } from '#workers/platform/ids.ts';
import { askedOfQuery, findOpinion, insertOpinion } from './opinions.repository.ts';
import type { StoredOpinion } from './opinions.repository.ts';
import { passOpinionsOn } from './usecases/pass-opinions-on.ts';

let world: TestApp;
beforeAll(async () => {
  world = await createTestApp();
});
afterAll(() => world.close());

const audit = {
  action: 'review.ask' as const,
  actor: { kind: 'system' as const, id: 'test' },
  subjectKind: 'submission',
  subjectId: 'sub_1',
  at: 0,
  facts: {},
};

async function ask(changes: Partial<StoredOpinion>): Promise<string> {
  const { clock, writer } = world.site.database;
  const row: StoredOpinion = {
    id: createIds(clock).next('opn'),
    submissionId: 'sub_1',
    revision: 1,
    kind: 'office',
    office: '财务科',
    askedOf: world.site.people['reviewer'] ?? '',
    askedPost: '医政科审核岗',
    question: '请看附表二',
    askedBy: world.site.people['checker'] ?? '',
    askedByPost: '行风办核稿岗',
    askedAt: clock.now(),
    state: 'asked',
    view: null,
    words: null,
    answeredBy: null,
    answeredByPost: null,
    answeredAt: null,
    signedOn: null,
    version: 1,
    ...changes,
  };
  await commitOrThrow(writer, { steps: [insertOpinion(row)], audit });
  return row.id;
}

test('what was asked of the one is asked of the other; what was answered stays whose it is', async () => {
  const { db } = world.site.database;
  const fromId = world.site.people['reviewer'] ?? '';
  const toId = world.site.people['drafter'] ?? '';
  const open = await ask({});
  const given = await ask({ state: 'answered', answeredBy: fromId });
  const others = await ask({ askedOf: world.site.people['signer'] ?? '' });
  const input = {
    handoverId: 'hdo_1',
    fromId,
    toId,
    toPost: '行风办拟稿岗',
    role: 'bureau-reviewer',
    organizationId: null,
  };
  const mark = { statement: toStatement(sql`select 1`) };
  const context = world.site.database;
  expect(await passOpinionsOn({ context, input, mark })).toBe(1);
  expect((await askedOfQuery(db, toId)).map(({ id }) => id)).toEqual([open]);
  expect((await findOpinion(db, open))?.askedPost).toBe('行风办拟稿岗');
  expect((await findOpinion(db, given))?.askedOf).toBe(fromId);
  expect((await findOpinion(db, others))?.askedOf).toBe(world.site.people['signer']);
  expect(await passOpinionsOn({ context, input, mark })).toBe(0);
});
