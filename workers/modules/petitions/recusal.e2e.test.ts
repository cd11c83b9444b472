import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import { createTestContext } from '#workers/app/testing/test-context.fixtures.ts';
import { ProblemError } from '#workers/platform/http/problem.ts';
import { unitOf } from './petitions.fixtures.ts';
import type { Unit } from './petitions.fixtures.ts';
import { answerPetition, returnPetition } from './usecases/handle-petition.ts';

let world: TestApp;
let filed: Unit['filed'];

beforeAll(async () => {
  world = await createTestApp();
  ({ filed } = await unitOf(world));
});
afterAll(() => world.close());

async function codeIn(running: Promise<unknown>): Promise<string> {
  try {
    await running;
    return 'done';
  } catch (error) {
    if (error instanceof ProblemError) return error.code;
    throw error;
  }
}

describe('回避', () => {
  it('keeps a person of the office away from what that unit wrote', async () => {
    const id = await filed('report');
    const context = await createTestContext(world.site, 'drafter');
    const hospital = world.site.units['hospital'] ?? '';
    const away = { ...context, actor: { ...context.actor, recusedFrom: [hospital] } };
    const input = { id, seenVersion: 4 };
    const answering = answerPetition({ context: away, input: { ...input, text: '已阅' } });
    expect(await codeIn(answering)).toBe('platform.recused');
    const returning = returnPetition({ context: away, input: { ...input, reason: '请补充' } });
    expect(await codeIn(returning)).toBe('platform.recused');
    const answered = answerPetition({ context, input: { ...input, text: '已阅' } });
    expect(await codeIn(answered)).toBe('done');
  });
});
