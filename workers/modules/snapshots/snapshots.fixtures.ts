import { hashCampaign } from '#plugins/sdk/canonical.ts';
import {
  count,
  defineCampaign,
  field,
  form,
  institutions,
  issuing,
  mean,
  office,
  proposed,
  task,
  undated,
  work,
} from '#plugins/sdk/define.ts';
import { commonIndicators } from '#plugins/sdk/define/common-indicators.ts';
import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import { reviews } from '#schema/tables/tenant/reviews.table.ts';
import { submissions } from '#schema/tables/tenant/submissions.table.ts';
import { testActor } from '#workers/app/testing/test-site.fixtures.ts';
import type { TestSite } from '#workers/app/testing/test-site.fixtures.ts';
import { insertCampaign, insertVersion } from '#workers/modules/campaigns/index.ts';
import type { Step } from '#workers/platform/database/change.ts';
import { build, toStatement } from '#workers/platform/database/statement.ts';
import type { TestDatabase } from '#workers/platform/database/testing/tenant.fixtures.ts';
import type { FilingRecord } from './figures.domain.ts';

const source = proposed({ zh: '测试用。', en: 'For a test.' });
const summary = form('summary', {
  title: { zh: '小结', en: 'Summary' },
  fields: [field.integer('cases', '件数', { required: true, min: '0' })],
});

/** Measures the three shared indicators, one from elsewhere, one that is not the same thing. */
export function comparedCampaign(year = 2026): Campaign {
  return defineCampaign({
    key: 'compared-conduct',
    title: `${year}年行业作风建设工作方案`,
    year,
    period: { from: `${year}-01-01`, to: `${year}-12-31` },
    document: {
      title: `${year}年行业作风建设工作方案`,
      kindName: '工作方案',
      number: `测卫〔${year}〕1号`,
      issuer: '测试区卫生健康委员会',
      disclosure: 'public',
    },
    offices: [office('medical', '医政科')],
    approval: issuing({ drafter: '行风办', checker: '办公室', signer: '分管领导' }),
    phases: [],
    clauses: [
      work('reports', {
        number: '一',
        title: '报送',
        words: '定期报送情况。',
        tasks: [
          task('report', {
            title: { zh: '情况报告', en: 'Report' },
            audience: institutions(),
            due: undated('定期'),
            to: 'medical',
            form: summary,
            nilReturn: true,
            signOff: ['filler'],
            minutes: 30,
            quote: '定期报送情况',
          }),
        ],
        indicators: [...commonIndicators(), ...foreignIndicators()],
      }),
    ],
  });
}

function foreignIndicators() {
  return [
    mean('outpatient-satisfaction', {
      title: { zh: '门诊患者满意度', en: 'Out-patient satisfaction' },
      definition: { zh: '第三方调查得分的平均值。', en: 'Mean score of a third-party survey.' },
      unit: { zh: '分', en: 'points' },
      measure: { kind: 'import', system: '第三方满意度调查' },
      direction: 'higher',
      source,
      answers: [
        {
          common: 'discharged-satisfaction',
          match: 'near',
          note: { zh: '门诊患者，不是出院患者。', en: 'Out-patients, not discharged ones.' },
        },
      ],
    }),
    count('strike-off-count', {
      title: { zh: '销号数', en: 'Struck off' },
      definition: { zh: '期内销号的问题数。', en: 'Problems struck off in the period.' },
      unit: { zh: '个', en: 'problems' },
      measure: { kind: 'register', register: 'problems', statistic: 'closing-rate' },
      direction: 'higher',
      source,
      answers: [{ common: 'rectification-rate', match: 'substitute' }],
    }),
  ];
}

/** Publishes it without the filings that it would open. */
export async function publishCompared(
  { database }: Pick<TestSite, 'database'>,
  campaign: Campaign = comparedCampaign(),
): Promise<string> {
  const hash = await hashCampaign(campaign);
  const campaignId = database.ids.next('cmp');
  const at = database.clock.now();
  const { key, year, title } = campaign;
  const version = { hash, campaignId, number: 1, document: campaign, languageVersion: 1 };
  const row = { id: campaignId, key, year, title, state: 'running' as const, currentHash: hash };
  await commit(database, [
    insertVersion({
      ...version,
      pluginId: 'test',
      pluginVersion: '1.0.0',
      changes: [],
      publishedAt: at,
    }),
    insertCampaign({ ...row, version: 1, createdAt: at }),
  ]);
  return campaignId;
}

/** Puts filings with their decisions into the tables as the other modules leave them there. */
export async function placeFilings(
  database: TestDatabase,
  campaignId: string,
  filings: readonly FilingRecord[],
): Promise<void> {
  const steps = filings.flatMap((filing) => {
    const id = database.ids.next('sub');
    const decisions = filing.decisions.flatMap(({ decision, at }) => {
      const row = reviewRow(database, { submissionId: id, decision, at });
      return [row];
    });
    return [
      build.insert(submissions).values(submissionRow(id, campaignId, filing)),
      ...decisions.map((row) => build.insert(reviews).values(row)),
    ].map((query) => ({ statement: toStatement(query) }));
  });
  await commit(database, steps);
}

/** A decision on a filing of the table, and its undoing. */
export async function placeUndoneDecision(
  database: TestDatabase,
  input: { submissionId: string; decision: 'accept' | 'return'; at: number },
): Promise<void> {
  const made = reviewRow(database, input);
  const undo = {
    ...reviewRow(database, { ...input, at: input.at + 1 }),
    decision: 'undo' as const,
    undoes: made.id,
  };
  const queries = [made, undo].map((row) => build.insert(reviews).values(row));
  await commit(
    database,
    queries.map((query) => ({ statement: toStatement(query) })),
  );
}

function reviewRow(
  { ids }: TestDatabase,
  input: { submissionId: string; decision: 'accept' | 'return'; at: number },
): typeof reviews.$inferInsert {
  return {
    id: ids.next('rev'),
    ...input,
    revision: 1,
    points: [],
    stampChecks: [],
    officeKey: 'medical',
    reviewerId: 'per_reviewer',
    reviewerPost: '审核岗',
    round: 1,
    stateBefore: 'filed',
    submissionVersion: 1,
  };
}

function submissionRow(
  id: string,
  campaignId: string,
  filing: FilingRecord,
): typeof submissions.$inferInsert {
  const { organizationId, dueAt, firstFiledAt, nil, isExempt } = filing;
  return {
    id,
    campaignId,
    versionHash: 'hash',
    taskKey: 'report',
    occurrence: id,
    officeKey: 'medical',
    organizationId,
    supervisionPath: `${organizationId}/`,
    territoryPath: `${organizationId}/`,
    state: isExempt ? 'exempt' : firstFiledAt === null ? 'due' : 'filed',
    nil,
    onBehalf: false,
    answers: {},
    revisions: {},
    deliverables: {},
    returns: filing.decisions.filter(({ decision }) => decision === 'return').length,
    pointsToMend: 0,
    dueAt,
    dueWording: '定期',
    paperState: 'none',
    revision: 0,
    firstFiledAt,
    filedAt: firstFiledAt,
    version: 1,
    createdAt: 0,
    updatedAt: 0,
  };
}

async function commit({ writer, clock }: TestDatabase, steps: readonly Step[]): Promise<void> {
  const outcome = await writer.commit({
    steps,
    audit: {
      action: 'demo.seed',
      actor: testActor,
      subjectKind: 'test',
      subjectId: 'test',
      at: clock.now(),
      facts: {},
    },
  });
  if (outcome.status !== 'committed') throw new Error(JSON.stringify(outcome));
}

const dueAt = Date.parse('2026-05-01T00:00:00+08:00');
const day = 86_400_000;

/**
 * Forty filings of ten units in a first half-year: 36 in time, 3 late, 1 missing; 30 decided, of them
 * 20 accepted at once, 10 returned, of which 8 came back and were accepted.
 */
export function usualHalfYear(shift: { onTime?: number } = {}): FilingRecord[] {
  const onTime = shift.onTime ?? 36;
  return Array.from({ length: 40 }, (_, index): FilingRecord => {
    const late = index >= onTime;
    const filedAt = index === 39 ? null : late ? dueAt + day : dueAt - day;
    return {
      organizationId: `org_${index % 10}`,
      isExempt: false,
      nil: false,
      dueAt,
      firstFiledAt: filedAt,
      decisions: decisionsOf(index),
    };
  });
}

function decisionsOf(index: number): FilingRecord['decisions'] {
  const at = dueAt + 5 * day;
  if (index < 20) return [{ decision: 'accept', at }];
  if (index >= 30) return [];
  const returned = { decision: 'return' as const, at };
  return index < 28 ? [returned, { decision: 'accept', at: at + 3 * day }] : [returned];
}
