import type {
  RecordableFact,
  ScoreFactList,
  ScoreFactRecord,
} from '#schema/contracts/evaluation-records.ts';
import type {
  ChainView,
  EvaluationAnswer,
  LedgerView,
  RankingAnswer,
} from '#schema/contracts/evaluation.ts';

const id = (prefix: string, mark: string) => `${prefix}_${mark.padStart(26, '0')}`;
const at = Date.parse('2026-07-08T10:00:00+08:00');
const caption = { zh: '本结果仅供内部考核使用，未经批准不得对外公布。', en: 'Internal.' };
const source = { clause: 'blame' };
const captioned = { caption, official: false as const, computedAt: at };

export const place = { campaign: id('cmp', '1'), organization: id('org', '1') };
const owner = { campaignId: place.campaign, organizationId: place.organization };

export const honours: RecordableFact = {
  fact: 'honours',
  title: '受表扬',
  kinds: ['event'],
  needsConfirmation: false,
  uses: [
    {
      kind: 'criterion',
      effect: 'add',
      scorecard: 'card',
      key: 'honours',
      title: '受表扬',
      points: 50_000,
    },
  ],
  categories: [
    { key: 'upper', title: '上级表扬', points: '2' },
    { key: 'own', title: '本级表扬', points: '1' },
  ],
};

export const kickback: RecordableFact = {
  fact: 'kickback',
  title: '收受回扣',
  kinds: ['event'],
  needsConfirmation: true,
  uses: [
    {
      kind: 'veto',
      effect: 'cap-grade',
      scorecard: 'card',
      key: 'kickback',
      title: '收受回扣',
      gradeAtMost: '不合格',
    },
  ],
};

export const recordOf = (changes: Partial<ScoreFactRecord> = {}): ScoreFactRecord => ({
  ...owner,
  id: id('sfa', '1'),
  fact: 'kickback',
  on: '2026-06-12',
  content: { kind: 'event' },
  reason: '查实收受回扣',
  evidenceIds: [],
  state: 'unconfirmed',
  recordedByPost: '医政科审核岗',
  recordedAt: at,
  mayConfirm: false,
  version: 1,
  ...changes,
});

export const factsOf = (changes: Partial<ScoreFactList> = {}): ScoreFactList => ({
  ...owner,
  items: [],
  recordable: [honours, kickback],
  mayRecord: true,
  ...changes,
});

export const chainOf = (changes: Partial<ChainView> = {}): ChainView => ({
  chain: 'yearly',
  title: '年度考评',
  source,
  state: 'open',
  reason: { zh: '等待复评', en: 'waits for the second step' },
  steps: [
    {
      key: 'first',
      title: '初评',
      by: '医政科审核岗',
      isFinal: false,
      given: [{ on: '2026-06-30', result: '合格', post: '医政科审核岗' }],
      mayGive: false,
    },
    { key: 'second', title: '复评', by: '考评领导小组', isFinal: true, given: [], mayGive: true },
  ],
  next: 'second',
  result: null,
  confirmedOn: null,
  answerBy: null,
  isDeemed: false,
  answers: [],
  confirmedBy: '被考评单位',
  mayAnswer: false,
  ...changes,
});

export const ledgerOf = (changes: Partial<LedgerView> = {}): LedgerView => ({
  ledger: 'conduct',
  title: '不良执业行为记分',
  source,
  subject: 'unit',
  tiers: [
    { key: 'light', title: '较轻', points: '2', penalty: false },
    { key: 'grave', title: '严重', points: '6', penalty: true },
  ],
  cycle: { from: '2026-01-01', to: '2026-12-31' },
  points: 60_000,
  lines: [
    {
      entry: id('dem', '1'),
      on: '2026-06-01',
      points: 60_000,
      counted: 60_000,
      reason: { zh: '记6分', en: '6 points' },
    },
  ],
  bands: [
    {
      key: 'rectify',
      title: '6分以上',
      consequence: '责令限期整改',
      points: 60_000,
      from: '2026-06-01',
      reason: { zh: '累计6分，达到6分', en: '6 points' },
    },
  ],
  penaltyMissing: [{ entry: id('dem', '1'), reason: { zh: '6月1日的记分', en: '1 June' } }],
  pending: [],
  records: [
    {
      ...owner,
      id: id('dem', '1'),
      ledger: 'conduct',
      on: '2026-06-01',
      tier: 'grave',
      reason: '超范围执业',
      state: 'standing',
      recordedByPost: '医政科审核岗',
      recordedAt: at,
      version: 2,
    },
  ],
  mayRecord: true,
  ...changes,
});

export const evaluationOf = (changes: Partial<EvaluationAnswer> = {}): EvaluationAnswer => ({
  ...owner,
  ...captioned,
  organizationName: '东区第一医院',
  chains: [],
  combinations: [],
  ledgers: [],
  uses: [],
  ...changes,
});

export const rankingAnswer: RankingAnswer = {
  campaignId: place.campaign,
  ranking: 'classes',
  title: '分类排名',
  source,
  ...captioned,
  classes: [
    {
      class: 'secondary',
      title: '二级',
      places: [
        {
          organizationId: id('org', '1'),
          name: '东区第一医院',
          rank: 1,
          isTied: true,
          total: 390_000,
          grade: '合格',
        },
        {
          organizationId: id('org', '2'),
          name: '东区第二医院',
          rank: 1,
          isTied: true,
          total: 390_000,
          grade: null,
        },
      ],
      unranked: [
        {
          organizationId: id('org', '3'),
          name: '东区第三医院',
          reason: { zh: '一票否决', en: 'a veto' },
        },
      ],
      selection: {
        quota: 1,
        taken: [],
        undecided: [id('org', '1'), id('org', '2')],
        reason: { zh: '取1个，末位同分', en: 'one, and two are equal' },
      },
    },
  ],
  outside: [],
  rankings: [{ key: 'classes', title: '分类排名' }],
};
