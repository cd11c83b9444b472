import { describe, expect, it } from 'vitest';
import type { ScoreFactRecord } from '#schema/contracts/evaluation-records.ts';
import type { EvaluationAnswer } from '#schema/contracts/evaluation.ts';
import type { ProposalList } from '#schema/contracts/proposals.ts';
import type { ScoreSheetAnswer } from '#schema/contracts/scoring.ts';
import { expectOk } from '#workers/modules/campaigns/campaigns.fixtures.ts';
import type { TestApp } from './test-app.fixtures.ts';
import type { TestClient } from './test-client.fixtures.ts';

type RegionPosts = {
  readonly world: TestApp;
  readonly slug: string;
  readonly published: { readonly campaignId: string };
  readonly units: Readonly<Record<string, string>>;
  readonly post: (key: string) => TestClient;
  readonly checker: TestClient;
  readonly drafter: TestClient;
};

/** What the region's file says beyond deductions: bonus, veto, assessors, an alert and its decision. */
export function describeRegionEvaluation(given: () => RegionPosts): void {
  describe('facts, assessors and proposals of the region', () => {
    const hospital = () => {
      const { published, units } = given();
      return { campaignId: published.campaignId, organizationId: units['north-1'] ?? '' };
    };
    const event = { kind: 'event', quantity: 1 };
    const record = (client: TestClient, fact: string, changes: Record<string, unknown> = {}) =>
      expectOk<ScoreFactRecord>(
        client('/api/scoring/facts', {
          json: {
            ...hospital(),
            fact,
            on: '2026-06-20',
            content: event,
            reason: '已核对原始材料',
            ...changes,
          },
        }),
      );
    const settle = (client: TestClient, path: string, version: number, json?: unknown) =>
      client(path, {
        method: 'POST',
        headers: { 'if-match': `"${version}"` },
        ...(json === undefined ? {} : { json }),
      });
    const mySheet = async () => {
      const path = `/api/scoring/sheets/mine?campaign=${given().published.campaignId}`;
      return (await expectOk<ScoreSheetAnswer>(given().post('north-1')(path))).sheet;
    };

    it('adds a bonus apart from the base, which lifts the grade', async () => {
      await record(given().post('north'), 'good-practice', {
        content: { kind: 'event', quantity: 3 },
      });
      expect(await mySheet()).toMatchObject({
        base: 970_000,
        bonus: 60_000,
        final: 1_030_000,
        grade: { key: 'excellent' },
      });
    });

    it('caps the grade by a veto once another post confirms it, and lifts it with the withdrawal', async () => {
      const { id, version } = await record(given().post('north'), 'kickback');
      expect((await mySheet()).vetoes).toEqual([]);
      const confirm = `/api/scoring/facts/${id}/confirm`;
      expect((await settle(given().post('north'), confirm, version)).status).toBe(403);
      await expectOk(settle(given().checker, confirm, version));
      expect(await mySheet()).toMatchObject({
        final: 1_030_000,
        grade: { key: 'failed' },
        gradeBeforeVeto: { key: 'excellent' },
      });
      const json = { reason: '复核后不成立' };
      await expectOk(
        settle(given().checker, `/api/scoring/facts/${id}/withdraw`, version + 1, json),
      );
      expect((await mySheet()).grade).toMatchObject({ key: 'excellent' });
    });

    it('takes the district’s assessment first and the commission’s as the final one', async () => {
      const give = (client: TestClient, step: string) =>
        client('/api/scoring/assessments', {
          json: { ...hospital(), chain: 'assessment', step, result: '优秀' },
        });
      expect((await give(given().checker, 'commission')).status).toBe(409);
      expect((await give(given().checker, 'bureau')).status).toBe(403);
      await expectOk(give(given().post('north'), 'bureau'));
      expect(await expectOk(give(given().checker, 'commission'))).toMatchObject({
        state: 'final',
        result: '优秀',
      });
      const { campaignId, organizationId } = hospital();
      const path = `/api/scoring/evaluation?campaign=${campaignId}&organization=${organizationId}`;
      const { chains } = await expectOk<EvaluationAnswer>(given().post('north-1')(path));
      expect(chains[0]?.steps.map(({ given }) => given[0]?.post)).toEqual([
        '北岸县卫生健康局报送岗',
        '行风办核稿岗',
      ]);
    });

    it('proposes a talk after three complaints in a month; the named post declines with its reason', async () => {
      for (const on of ['2026-06-02', '2026-06-11', '2026-06-23']) {
        await record(given().post('north'), 'fee-complaints', { on, content: event });
      }
      await given().world.app.work.sweep(given().slug);
      const list = `/api/proposals?campaign=${given().published.campaignId}`;
      const [proposal] = (await expectOk<ProposalList>(given().checker(list))).rows;
      expect(proposal).toMatchObject({
        rule: 'fee-complaints',
        reason: { zh: '同一月内3次，达到3次' },
        mayDecide: true,
      });
      expect((await given().post('north-1')(list)).status).toBe(403);
      const path = `/api/proposals/${proposal?.id}/decision`;
      const version = proposal?.version ?? 0;
      const json = { accepts: false, reason: '已在整改期内，暂不约谈' };
      expect((await settle(given().drafter, path, version, json)).status).toBe(403);
      expect((await settle(given().checker, path, version, { accepts: false })).status).toBe(422);
      expect(await expectOk(settle(given().checker, path, version, json))).toMatchObject({
        state: 'declined',
        decision: { byPost: '行风办核稿岗', reason: '已在整改期内，暂不约谈' },
      });
    });
  });
}
