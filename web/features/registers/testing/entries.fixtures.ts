import { field, form } from '#plugins/sdk/define.ts';
import type { EntryDetail, EntryList, RegisterView, Wall } from '#schema/contracts/registers.ts';

const asOf = Date.parse('2026-07-08T10:00:00+08:00');
const id = (prefix: string, mark: string) => `${prefix}_${mark.padStart(26, '0')}`;
const source = { document: '某区工作方案' };

const register: RegisterView = {
  key: 'problems',
  title: { zh: '问题清单', en: 'Problems' },
  noun: { zh: '问题', en: 'problem' },
  campaignId: id('cmp', '1'),
  campaignTitle: '2026年工作方案',
  source,
  form: form('problem', {
    title: { zh: '问题登记表', en: 'Problem' },
    fields: [
      field.longText('what', { zh: '问题表现', en: 'What' }, { required: true }),
      field.choice(
        'kind',
        { zh: '问题类别', en: 'Kind' },
        { drugs: { zh: '用药', en: 'Drugs' }, fees: { zh: '收费', en: 'Fees' } },
      ),
      field.text('who', { zh: '涉及人员', en: 'Who' }),
      field.longText('measures', { zh: '整改措施', en: 'Measures' }),
    ],
  }),
  channels: [{ key: 'hotline', label: '12345' }],
  states: [
    { key: 'rectifying', title: { zh: '整改中', en: 'Being rectified' } },
    { key: 'closed', title: { zh: '已销号', en: 'Closed' }, ends: 'closed' },
  ],
  steps: [],
  links: [],
  recordFields: ['what', 'who'],
  listed: ['kind'],
  hasMaster: true,
  mayRecord: true,
};

const summary: EntryDetail['summary'] = {
  id: id('ent', '1'),
  number: 12,
  title: '处方点评不规范',
  organizationId: id('org', '1'),
  organizationName: '东区第一医院',
  state: { key: 'rectifying', title: { zh: '整改中', en: 'Being rectified' } },
  responsible: '药剂科主任',
  recordedOn: '2026-06-01',
  channels: ['12345'],
  clock: {
    key: 'rectification',
    title: '整改期限',
    words: { zh: '信访工作条例 60日，剩12日（自然日）', en: '60 days, 12 natural days left' },
    sign: '□',
    status: 'running',
    dueOn: '2026-07-20',
    overdue: false,
    provisional: false,
    source,
  },
  overdue: false,
  version: 3,
};

export const entryOf = (changes: Partial<EntryDetail> = {}): EntryDetail => ({
  asOf,
  register,
  summary,
  answers: { what: '处方点评不规范', who: '某' },
  evidence: [],
  masked: ['who'],
  mayUnmask: true,
  mayEdit: false,
  mayRecheck: false,
  mayTie: true,
  handOver: { verbs: ['pass-on'], refuseWithin: 3 },
  sources: [{ channel: '12345', number: 'GD20260301' }],
  ties: [],
  milestones: {},
  clocks: summary.clock ? [summary.clock] : [],
  moves: [
    {
      key: 'apply',
      title: { zh: '申请销号', en: 'Apply for closing' },
      as: 'unit',
      unmet: [],
      fields: ['measures'],
      reason: false,
      ticks: [{ key: 'evidence', title: '佐证材料在整改期内' }],
      merges: false,
    },
    {
      key: 'close',
      title: { zh: '复核销号', en: 'Close' },
      as: 'office',
      unmet: [
        {
          guard: 'not-filer',
          message: { zh: '这一件由您登记或申请，须由他人审核。', en: 'Somebody else decides.' },
        },
      ],
      fields: [],
      reason: false,
      ticks: [],
      merges: false,
    },
  ],
  history: [
    { kind: 'recorded', on: '2026-06-01', post: '行风办填报岗' },
    {
      kind: 'step',
      on: '2026-06-02',
      post: '行风办填报岗',
      title: { zh: '开始整改', en: 'Begin' },
      to: { zh: '整改中', en: 'Being rectified' },
      reason: '药剂科牵头',
    },
  ],
  ...changes,
});

export const listOf = (changes: Partial<EntryList> = {}): EntryList => ({
  asOf,
  register,
  total: 1,
  rows: [summary],
  ...changes,
});

export const wallOf = (): Wall => ({
  asOf,
  register,
  rows: [
    { row: 'a', title: '公开收费标准', closed: 41, total: 58, overdue: 2, isClosed: false },
    { row: 'b', title: '设立意见箱', closed: 58, total: 58, overdue: 0, isClosed: true },
    { row: 'c', title: '开展培训', closed: 0, total: 0, overdue: 0, isClosed: false },
  ],
});

export const countsOf = (changes: Record<string, number> = {}) => ({
  entries: 0,
  open: 0,
  longTerm: 0,
  due: 0,
  overdue: 0,
  rectified: 0,
  closed: 0,
  accepted: 0,
  done: 0,
  dueRectified: 0,
  dueClosed: 0,
  dueOnTime: 0,
  dueAccepted: 0,
  dueDone: 0,
  dueVerification: 0,
  verified: 0,
  dueReply: 0,
  replied: 0,
  ...changes,
});

export { register as registerView };
