import { field, form, stampedScan } from '#plugins/sdk/define.ts';
import type { Evidence } from '#schema/contracts/evidence.ts';
import type { Review, ReviewCase, ReviewQueueRow } from '#schema/contracts/reviews.ts';
import type { SubmissionSummary } from '#schema/contracts/submissions.ts';

const at = Date.parse('2026-07-08T10:00:00+08:00');
const id = (prefix: string, mark: string) => `${prefix}_${mark.padStart(26, '0')}`;

export const summaryOf = (changes: Partial<SubmissionSummary> = {}): SubmissionSummary => ({
  id: id('sub', '1'),
  campaignId: id('cmp', '1'),
  taskKey: 'training-report',
  occurrence: '2026-H1',
  title: { zh: '教育培训情况报告', en: 'Training report' },
  organizationId: id('org', '1'),
  organizationName: '东区第一医院',
  state: 'filed',
  nil: false,
  late: false,
  onBehalf: false,
  returns: 0,
  pointsToMend: 0,
  dueOn: '2026-07-20',
  dueWording: '7月20日前',
  needsStamp: true,
  paper: 'none',
  office: '医政科',
  holder: { kind: 'office', title: '医政科' },
  nextStep: 'await-review',
  version: 3,
  filedAt: at,
  ...changes,
});

export const queueRow = (changes: Partial<ReviewQueueRow> = {}): ReviewQueueRow => ({
  ...summaryOf(),
  waitingDays: 3,
  ...changes,
});

export const file = (mark: string, format: Evidence['format']): Evidence => ({
  id: id('evd', mark),
  organizationId: id('org', '1'),
  name: `扫描件${mark}.${format}`,
  format,
  bytes: 2048,
  sha256: 'a713'.repeat(16),
  state: 'attached',
  uploadedAt: at,
});

const trainings = form('trainings', {
  title: '教育培训情况表',
  fields: [
    field.section('people', '人数'),
    field.integer('due-people', '应参训人数', { unit: '人' }),
    field.longText('summary', '开展情况'),
    field.table('sessions', '培训场次', [field.text('topic', '主题')]),
    field.evidence('photos', '佐证', { accepts: ['file'] }),
  ],
});

export const firstReturn: Review = {
  id: id('rev', '1'),
  submissionId: id('sub', '1'),
  revision: 1,
  decision: 'return',
  points: [{ path: 'summary', label: '开展情况', reason: '请补充场次' }],
  office: 'medical',
  reviewerPost: '医政科审核岗',
  round: 1,
  undone: false,
  at,
};

/** A filing under review: two answers, one table, a stamped scan, an OFD beside it. */
export const caseOf = (
  changes: Partial<ReviewCase> = {},
  summary: Partial<SubmissionSummary> = {},
): ReviewCase => ({
  asOf: at,
  submission: {
    summary: summaryOf(summary),
    document: {
      title: '2026年行业作风建设工作方案',
      clauseNumber: '一',
      clauseWords: '各医疗机构要组织全员培训。',
    },
    source: { proposed: false, text: '' },
    form: trainings,
    deliverables: [stampedScan('stamped', '盖章扫描件')],
    deliverableEvidence: { stamped: [id('evd', '1')] },
    nilReturn: false,
    signOff: ['filler', 'head'],
    answers: {
      'due-people': 210,
      summary: '已开展三场。',
      sessions: [
        { id: 'r1', topic: '九项准则' },
        { id: 'r2', topic: '警示教育' },
      ],
      photos: [id('evd', '2')],
    },
    revisions: {},
    previous: {
      label: '2025-H2',
      campaignTitle: '2025年行业作风建设工作方案',
      isLastYear: true,
      answers: { 'due-people': 198, summary: '已开展三场。' },
    },
    prefilled: {},
    evidence: [file('2', 'ofd'), file('1', 'pdf')],
  },
  version: 3,
  needsStampChecks: true,
  offices: [
    { key: 'medical', title: '医政科' },
    { key: 'finance', title: '财务科' },
  ],
  changedPaths: ['summary', 'sessions/r2/topic', 'sessions/r9'],
  earlier: [firstReturn],
  returnedBefore: [],
  cannedReasons: ['请补充附件'],
  recentReasons: [],
  opinions: [],
  colleagues: [],
  evidenceDoubts: [],
  criteria: [],
  ...changes,
});
