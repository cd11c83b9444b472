import type { RequestDetail, RequestSummary } from '#schema/contracts/request-overview.ts';
import type {
  MyRequest,
  ReceivedRequest,
  ReplyDetail,
  ReplyRow,
} from '#schema/contracts/request-replies.ts';
import type { RequestContent } from '#schema/contracts/requests.ts';

export const requestId = 'rqt_01J000000000000000000000A1';
export const replyId = 'rpl_01J000000000000000000000B1';
export const dueAt = Date.parse('2026-07-17T17:30:00+08:00');
export const now = Date.parse('2026-07-08T10:00:00+08:00');

export const contentOf = (changes: Partial<RequestContent> = {}): RequestContent => ({
  title: '报送耗材自查情况',
  text: '请对照清单自查。',
  from: '行风办',
  basis: { kind: 'superior', words: '上级来件要求', number: '卫函〔2026〕9号', on: '2026-06-26' },
  to: { audience: { all: [{ kind: ['hospital'] }, { level: ['secondary'] }] }, units: [] },
  deadline: { on: '2026-07-17', hour: '17:30' },
  stampedScan: false,
  nilReply: true,
  minutes: 60,
  chain: [
    { key: 'draft', title: '拟稿', role: 'drafter' },
    { key: 'check', title: '核稿', role: 'checker' },
    { key: 'sign', title: '签发', role: 'signer' },
  ],
  ...changes,
});

export const formOfReply: ReplyDetail['form'] = {
  key: 'reply',
  title: '报送耗材自查情况',
  fields: [
    { kind: 'long-text', key: 'text', label: '办理情况', required: true },
    { kind: 'integer', key: 'found', label: '发现问题' },
  ],
};

export const rowOf = (changes: Partial<ReplyRow> = {}): ReplyRow => ({
  id: replyId,
  organizationId: 'org_1',
  organizationName: '东区第一医院',
  occurrence: '2026-07-17',
  dueOn: '2026-07-17',
  dueAt,
  state: 'due',
  nil: false,
  late: false,
  returns: 0,
  asked: false,
  version: 3,
  part: 'reply',
  ...changes,
});

export const mineOf = (changes: Partial<MyRequest> = {}): MyRequest => ({
  kind: 'request',
  id: replyId,
  requestId,
  replyId,
  occurrence: '2026-07-17',
  title: '报送耗材自查情况',
  office: '东区卫生健康委行风办',
  organizationId: 'org_1',
  organizationName: '东区第一医院',
  part: 'reply',
  isSignedFor: true,
  state: 'due',
  nil: false,
  late: false,
  returns: 0,
  pointsToMend: 0,
  dueOn: '2026-07-17',
  dueAt,
  dueLabel: { zh: '7月17日（周五）17:30', en: 'Fri 17 Jul 17:30' },
  daysLeft: { days: 7, unit: 'working', overdue: false },
  needsStamp: false,
  mayBeNil: true,
  nextStep: 'fill',
  version: 3,
  ...changes,
});

export const receivedOf = (changes: Partial<ReceivedRequest> = {}): ReceivedRequest => {
  const { to: _to, chain: _chain, minutes: _minutes, ...content } = contentOf();
  return {
    id: requestId,
    state: 'issued',
    issuer: '东区卫生健康委行风办',
    issuedAt: now,
    content,
    organizationId: 'org_1',
    organizationName: '东区第一医院',
    part: 'reply',
    together: [],
    replies: [rowOf()],
    ...changes,
  };
};

export const replyOf = (changes: Partial<ReplyDetail> = {}): ReplyDetail => {
  const { part: _part, ...row } = rowOf();
  return {
    ...row,
    requestId,
    requestState: 'issued',
    title: '报送耗材自查情况',
    text: '请对照清单自查。',
    office: '东区卫生健康委行风办',
    dueLabel: { zh: '7月17日（周五）17:30', en: 'Fri 17 Jul 17:30' },
    form: formOfReply,
    mayBeNil: true,
    answers: {},
    evidence: [],
    asks: [],
    may: { fill: true, file: true, decide: false },
    ...changes,
  };
};

export const countsOf = (): NonNullable<RequestSummary['counts']> => ({
  addressees: 3,
  signedFor: 2,
  due: 3,
  replied: 1,
  outstanding: 2,
  excused: 0,
  late: 0,
  overdue: 1,
  overdueUnits: 1,
  accepted: 0,
  returned: 0,
});

export const detailOf = (changes: Partial<RequestDetail> = {}): RequestDetail => ({
  summary: {
    id: requestId,
    title: '报送耗材自查情况',
    state: 'issued',
    from: '行风办',
    deadline: { on: '2026-07-17', hour: '17:30' },
    dueLabel: { zh: '7月17日（周五）17:30', en: 'Fri 17 Jul 17:30' },
    issuedAt: now,
    version: 7,
    updatedAt: now,
    counts: countsOf(),
  },
  content: contentOf(),
  replyForm: formOfReply,
  occurrences: [
    {
      key: '2026-07-17',
      dueOn: '2026-07-17',
      dueAt,
      dueLabel: { zh: '7月17日（周五）17:30', en: 'Fri 17 Jul 17:30' },
      isRestDay: false,
      isProvisional: false,
    },
  ],
  addressees: [
    { organizationId: 'org_1', organizationName: '东区第一医院', part: 'reply', signedForAt: now },
  ],
  acts: [],
  asks: [],
  reminder: { zh: '截至7月8日，以下1家单位尚未报送：东区第一医院。', en: 'One unit is missing.' },
  may: { draft: true, decide: true, sign: false },
  ...changes,
});
