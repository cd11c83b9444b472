import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ScoreSheetAnswer } from '#schema/contracts/scoring.ts';
import type { Receipt, SubmissionDetail } from '#schema/contracts/submissions.ts';
import { organizations } from '#schema/tables/tenant/organizations.table.ts';
import { testActor } from '#workers/app/testing/test-site.fixtures.ts';
import {
  accept,
  decide,
  openReviewWorld,
  toDecided,
} from '#workers/modules/reviews/reviews.fixtures.ts';
import type { ReviewWorld } from '#workers/modules/reviews/reviews.fixtures.ts';
import { build, toStatement } from '#workers/platform/database/statement.ts';

let opened: ReviewWorld;
beforeAll(async () => {
  opened = await openReviewWorld();
}, 60_000);
afterAll(() => opened.world.close());

/** The hospital becomes a part of the second one, on the day on which its filing arrived. */
async function merge(): Promise<void> {
  const { writer, clock } = opened.world.site.database;
  const { hospital = '', 'second-hospital': heir = '' } = opened.world.site.units;
  const query = build
    .update(organizations)
    .set({ status: 'merged', mergedIntoId: heir, closedOn: '2026-07-01' })
    .where(eq(organizations.id, hospital));
  const outcome = await writer.commit({
    steps: [{ statement: toStatement(query), expectRows: 1 }],
    audit: {
      action: 'organization.merge',
      actor: testActor,
      subjectKind: 'organization',
      subjectId: hospital,
      at: clock.now(),
      facts: { into: heir },
    },
  });
  expect(outcome.status).toBe('committed');
}

describe('a unit that is merged between its filing and the score', () => {
  it('keeps what it filed under its own name, and is still reviewed and scored for it', async () => {
    const { id, reviewer, checker, campaignId, world } = opened;
    await merge();
    const receipt = (await reviewer(`/api/submissions/${id}/receipt`)).json<Receipt>();
    expect(receipt.organizationName).toBe('东区第一医院');
    expect(toDecided(await decide(reviewer, id, accept)).state).toBe('accepted');
    const detail = (await reviewer(`/api/submissions/${id}`)).json<SubmissionDetail>();
    expect(detail.summary).toMatchObject({ state: 'accepted', organizationName: '东区第一医院' });
    const of = (unit: string) =>
      checker(`/api/scoring/sheets/${world.site.units[unit]}?campaign=${campaignId}`);
    const sheet = (await of('hospital')).json<ScoreSheetAnswer>();
    expect(sheet.organizationName).toBe('东区第一医院');
    const heir = (await of('second-hospital')).json<ScoreSheetAnswer>();
    expect(JSON.stringify(heir)).not.toContain(id);
  });
});
