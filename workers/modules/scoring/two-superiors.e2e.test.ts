import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EvaluationAnswer } from '#schema/contracts/evaluation.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import { createTestContext } from '#workers/app/testing/test-context.fixtures.ts';
import { testActor } from '#workers/app/testing/test-site.fixtures.ts';
import { giveGrants } from '#workers/modules/organizations/index.ts';
import { codeOf, openEvaluatedWorld } from './scoring.fixtures.ts';
import type { EvaluatedWorld } from './scoring.fixtures.ts';
import { showEvaluation } from './usecases/show-evaluation.ts';

let opened: EvaluatedWorld;
let direct: string;
beforeAll(async () => {
  opened = await openEvaluatedWorld();
  direct = opened.unit('direct-hospital');
}, 60_000);
afterAll(() => opened.world.close());

/** A hospital of the commission that stands in the territory of a bureau. */
describe('a hospital of the level above in the territory of a bureau', () => {
  const sheet = (client: TestClient) =>
    client(`/api/scoring/sheets/${direct}?campaign=${opened.campaignId}`);
  const honour = (client: TestClient) => opened.record(client, { organizationId: direct });

  it('is unknown to the bureau as long as the bureau only supervises others', async () => {
    expect((await sheet(opened.reviewer)).status).toBe(404);
    expect((await honour(opened.reviewer)).status).toBe(404);
    expect((await sheet(opened.checker)).status).toBe(200);
  });

  it('is looked at on the spot by the post that the territory gives, and decided by the post the chain names', async () => {
    const { site } = opened.world;
    const grants = [
      {
        personId: site.people['department'] ?? '',
        role: 'bureau-reviewer' as const,
        organizationId: opened.unit('bureau'),
        relation: 'territory' as const,
      },
    ];
    await giveGrants({ context: site.database, input: { grants, actor: testActor } });
    const local = await opened.world.as('department');
    expect((await sheet(local)).status).toBe(200);
    expect((await honour(local)).status).toBe(201);
    expect((await honour(opened.checker)).status).toBe(201);
    const step = (client: TestClient, name: string) =>
      client('/api/scoring/assessments', {
        json: {
          campaignId: opened.campaignId,
          organizationId: direct,
          chain: 'yearly',
          step: name,
          result: '合格',
        },
      });
    const first = await step(local, 'first');
    expect([first.status, codeOf(first)]).toEqual([403, 'scoring.other_assessor']);
  });

  it('has one result, whichever of the two relations one comes by', async () => {
    const input = { campaign: opened.campaignId, organization: direct };
    const ledgersOf = async (name: 'department' | 'checker') => {
      const context = await createTestContext(opened.world.site, name);
      const answer: EvaluationAnswer = await showEvaluation({ context, input });
      return answer.ledgers.map(({ points }) => points);
    };
    expect(await ledgersOf('department')).toEqual(await ledgersOf('checker'));
  });
});
