import type { Approval, ApprovalStep } from '#schema/contracts/approvals.ts';
import type { SubmissionDetail, SubmissionSummary } from '#schema/contracts/submissions.ts';

const id = (prefix: string) => `${prefix}_${'0'.repeat(26)}`;

/** Ten in the morning of 8 July 2026. */
export const morning = Date.parse('2026-07-08T10:00:00+08:00');

export const makeSummary = (changes: Partial<SubmissionSummary> = {}): SubmissionSummary => ({
  id: id('sub'),
  campaignId: id('cmp'),
  taskKey: 'training',
  occurrence: 'once',
  title: { zh: '自查情况报告', en: 'Self-check' },
  organizationId: 'org_1',
  organizationName: '东区第一医院',
  state: 'draft',
  nil: false,
  late: false,
  onBehalf: false,
  returns: 0,
  pointsToMend: 0,
  dueOn: '2026-11-15',
  dueWording: '11月15日前',
  dueLabel: { zh: '11月15日（周日）24:00', en: 'Sun 15 Nov, 24:00' },
  dueAdvice: { zh: '建议周五前', en: 'better by Friday' },
  daysLeft: { days: 3, unit: 'working', overdue: false },
  needsStamp: true,
  paper: 'none',
  office: '医政科',
  holder: { kind: 'filler', title: '' },
  nextStep: 'continue',
  version: 1,
  ...changes,
});

export const makeDetail = (changes: Partial<SubmissionDetail> = {}): SubmissionDetail => ({
  summary: makeSummary(),
  document: {
    title: '2026年行业作风建设工作方案',
    number: '测卫〔2026〕1号',
    clauseNumber: '三（二）',
    clauseWords: '各医疗机构要开展自查。',
  },
  source: { proposed: false, text: '开展自查' },
  form: {
    key: 'self-check',
    title: '自查情况表',
    fields: [
      { kind: 'integer', key: 'found', label: '发现问题数', required: true },
      { kind: 'long-text', key: 'summary', label: '自查情况', required: true },
      {
        kind: 'table',
        key: 'list',
        label: '问题清单',
        columns: [{ kind: 'text', key: 'what', label: '问题' }],
      },
    ],
  },
  deliverables: [{ key: 'stamped', title: '盖章扫描件', kind: 'stamped-scan', required: true }],
  deliverableEvidence: {},
  nilReturn: false,
  signOff: ['filler', 'department-head', 'head'],
  answers: {},
  revisions: {},
  prefilled: {},
  evidence: [],
  ...changes,
});

const step = (key: string, title: string, changes: Partial<ApprovalStep> = {}): ApprovalStep => ({
  key,
  title,
  role: key,
  state: 'waiting',
  ...changes,
});

export const makeApproval = (changes: Partial<Approval> = {}): Approval => ({
  id: id('apr'),
  subjectKind: 'submission',
  subjectId: id('sub'),
  contentHash: '1437002' + '6'.repeat(57),
  state: 'open',
  steps: [
    step('filler', '填报人', { state: 'done', actorPost: '行风办填报岗', at: morning }),
    step('department-head', '科室负责人', { state: 'current' }),
    step('head', '主要负责人'),
  ],
  version: 1,
  createdAt: morning,
  ...changes,
});
