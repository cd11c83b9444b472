import { events, perCategory } from '#plugins/sdk/scoring/define-prices.ts';
import {
  atLeast,
  bonus,
  defineScorecard,
  grade,
  group,
  lessThan,
} from '#plugins/sdk/scoring/define.ts';
import type { Evaluation } from '#schema/contracts/campaign/evaluation.ts';
import type { ScoreFactRecord } from '#schema/contracts/evaluation-records.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestAnswer, TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import type { TestSite } from '#workers/app/testing/test-site.fixtures.ts';
import { institutionCard, publishScored } from '#workers/modules/reviews/reviews.fixtures.ts';
import { recordScoreFact } from './usecases/record-score-fact.ts';

const source = { clause: 'training' };

/** The card of the filings with a bonus of two kinds, a veto and three grades. */
export const gradedCard = defineScorecard('institution', {
  ...institutionCard,
  points: 40,
  bonusPoints: 5,
  children: [
    ...institutionCard.children,
    group('bonus', {
      title: '加分',
      points: 0,
      children: [
        bonus('honours', {
          title: { zh: '受表扬', en: 'Commended' },
          points: 5,
          measure: events('honours'),
          price: perCategory('add', {
            upper: { title: '上级表扬', points: 2 },
            own: { title: '本级表扬', points: 1 },
          }),
          words: '上级表扬每次加2分，本级表扬每次加1分，最多加5分。',
          missing: 'none',
          source,
        }),
      ],
    }),
  ],
  vetoes: [{ key: 'kickback', title: '收受回扣', fact: 'kickback', gradeAtMost: 'failed', source }],
  grades: {
    grades: [
      grade('excellent', '优秀', atLeast('total', 40)),
      grade('passed', '合格', atLeast('total', 24)),
      grade('failed', '不合格', lessThan('total', 24)),
    ],
    source,
  },
});

/** One of each part; the posts are those of the cast, but for the second step, which nobody bears. */
export const evaluation: Evaluation = {
  chains: [
    {
      key: 'yearly',
      title: '年度考评',
      steps: [
        { key: 'first', title: '初评', by: '医政科审核岗' },
        { key: 'second', title: '复评', by: '考评领导小组' },
      ],
      final: 'second',
      confirmation: { by: '被考评单位', days: 7, count: 'natural' },
      source,
    },
  ],
  combinations: [
    {
      key: 'total',
      title: '综合结果',
      outOf: '100',
      sources: [
        { key: 'sheet', title: '考评', weight: '60%', outOf: '40', scorecard: 'institution' },
        { key: 'survey', title: '满意度', weight: '40%', outOf: '100' },
      ],
      places: 2,
      source,
    },
  ],
  ledgers: [
    {
      key: 'conduct',
      title: '不良执业行为记分',
      subject: 'unit',
      counted: 'incident',
      tiers: [
        { key: 'light', title: '较轻', points: '2' },
        { key: 'grave', title: '严重', points: '6', penalty: true },
      ],
      cycle: { months: 12, start: 'calendar' },
      bands: [
        { key: 'below', title: '不满6分', below: '6' },
        { key: 'rectify', title: '6分以上', atLeast: '6', consequence: '责令限期整改' },
      ],
      source,
    },
    {
      key: 'doctors',
      title: '医师不良执业行为记分',
      subject: 'person',
      counted: 'person-time',
      tiers: [{ key: 'light', title: '较轻', points: '1' }],
      cycle: { months: 12, start: 'calendar' },
      bands: [],
      source,
    },
  ],
  rankings: [
    {
      key: 'classes',
      title: '分类排名',
      scorecard: 'institution',
      classes: [
        { key: 'secondary', title: '二级' },
        { key: 'primary', title: '一级' },
      ],
      by: [{ metric: 'total', better: 'higher' }],
      ties: 'same-rank',
      source,
    },
  ],
  discretion: [
    {
      key: 'fines',
      title: '裁量基准',
      unit: '分',
      situations: [{ key: 'fees', title: '违规收费' }],
      seriousness: [{ key: 'light', title: '轻微' }],
      cells: [{ situation: 'fees', seriousness: 'light', min: '1', max: '3' }],
      source,
    },
  ],
  uses: [
    {
      key: 'no-award',
      title: '一票否决的不得评优',
      when: { kind: 'veto', scorecard: 'institution', veto: 'kickback' },
      decision: 'award',
      effect: 'veto',
      months: 12,
      source,
    },
    {
      key: 'inspect-more',
      title: '记分较多的列为重点',
      when: { kind: 'band', ledger: 'conduct', bands: ['rectify'] },
      decision: 'inspection',
      effect: 'inform',
      source,
    },
    {
      key: 'best',
      title: '优秀的可以推荐',
      when: { kind: 'grade', scorecard: 'institution', grades: ['excellent'] },
      decision: 'award',
      effect: 'inform',
      source,
    },
  ],
  alerts: [
    {
      key: 'complaints',
      title: '投诉集中',
      when: { kind: 'frequency', fact: 'complaints', atLeast: 3, every: 'month' },
      proposal: { measure: '约谈', post: '行风办核稿岗' },
      words: '同一月内投诉三次以上的，予以约谈。',
      source,
    },
    {
      key: 'falling',
      title: '回复率连续偏低',
      when: { kind: 'rate', fact: 'answered', side: 'below', level: '90%', running: 2 },
      proposal: { measure: '提醒', post: '行风办主任' },
      source,
    },
    {
      key: 'struck',
      title: '等次不合格',
      when: { kind: 'grade', scorecard: 'institution', grades: ['failed'] },
      proposal: { measure: '移送', post: '行风办核稿岗' },
      source,
    },
  ],
};

export function publishEvaluated(site: TestSite, key = 'evaluated') {
  return publishScored(site, { key, scorecards: [gradedCard], evaluation });
}

export type EvaluatedWorld = {
  readonly world: TestApp;
  readonly campaignId: string;
  readonly clerk: TestClient;
  readonly head: TestClient;
  readonly reviewer: TestClient;
  readonly checker: TestClient;
  unit(key: string): string;
  record(client: TestClient, changes?: Record<string, unknown>, key?: string): Promise<TestAnswer>;
  act(
    client: TestClient,
    path: string,
    of: { version: number },
    json?: unknown,
  ): Promise<TestAnswer>;
};

/** A campaign with an evaluation, and the posts that record for it. */
export async function openEvaluatedWorld(): Promise<EvaluatedWorld> {
  const world = await createTestApp({ tenants: ['dong', 'xi'] });
  const { campaignId } = await publishEvaluated(world.site);
  const unit = (key: string) => world.site.units[key] ?? '';
  return {
    world,
    campaignId,
    clerk: await world.as('clerk'),
    head: await world.as('head'),
    reviewer: await world.as('reviewer'),
    checker: await world.as('checker'),
    unit,
    record: (client, changes = {}, key) =>
      client('/api/scoring/facts', {
        json: {
          campaignId,
          organizationId: unit('hospital'),
          fact: 'honours',
          on: '2026-06-20',
          content: { kind: 'event', category: 'upper' },
          reason: '获上级通报表扬',
          ...changes,
        },
        ...(key === undefined ? {} : { headers: { 'idempotency-key': key } }),
      }),
    act: (client, path, { version }, json) =>
      client(path, {
        method: 'POST',
        headers: { 'if-match': `"${version}"` },
        ...(json === undefined ? {} : { json }),
      }),
  };
}

/** An event on record, of which the test needs no more than its id. */
export async function recorded(
  { record }: EvaluatedWorld,
  client: TestClient,
  changes: Record<string, unknown> = {},
): Promise<ScoreFactRecord> {
  const answer = await record(client, changes);
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.json<ScoreFactRecord>();
}

/** The stable code of a refusal. */
export const codeOf = (answer: TestAnswer): string => answer.json<{ code: string }>().code;

/** For the samples of the modules above this one. */
export { recordScoreFact };
