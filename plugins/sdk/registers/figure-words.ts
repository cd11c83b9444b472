import type { RegisterRate, TotalKey } from './totals.ts';

/** What is counted of filings. */
export type FilingsMeasure = 'due' | 'arrived' | 'on-time' | 'overdue' | 'overdue-units';

type Both = { zh: string; en: string };
type Words = { title: Both; statement: Both; unit: Both };

const both = (zh: string, en: string): Both => ({ zh, en });
export const units = {
  item: both('件', 'filings'),
  unit: both('个单位', 'units'),
  entry: both('个', 'entries'),
  complaint: both('件', 'cases'),
  share: both('%', '%'),
};

type FilingWords = Words & {
  statistic: FilingsMeasure | 'on-time-rate';
  form: 'count' | 'ratio';
};

/** 报送: what is due counts from its due instant on; what is exempt is in none of the figures. */
export const filingWords: readonly FilingWords[] = [
  {
    statistic: 'due',
    form: 'count',
    title: both('应报送', 'Due'),
    statement: both(
      '截止时间已过、未免报的报送件数',
      'filings whose due time has passed, exempt ones left out',
    ),
    unit: units.item,
  },
  {
    statistic: 'arrived',
    form: 'count',
    title: both('已报', 'Filed'),
    statement: both('应报送中已经首次报送的件数', 'due filings that have arrived'),
    unit: units.item,
  },
  {
    statistic: 'on-time',
    form: 'count',
    title: both('按时', 'In time'),
    statement: both(
      '应报送中首次报送不晚于截止时间的件数',
      'due filings that first arrived no later than their due time',
    ),
    unit: units.item,
  },
  {
    statistic: 'overdue',
    form: 'count',
    title: both('逾期未报', 'Overdue'),
    statement: both('应报送中尚未报送的件数', 'due filings that have not arrived'),
    unit: units.item,
  },
  {
    statistic: 'overdue-units',
    form: 'count',
    title: both('逾期单位', 'Units overdue'),
    statement: both('有逾期未报件的单位数', 'units with an overdue filing'),
    unit: units.unit,
  },
  {
    statistic: 'on-time-rate',
    form: 'ratio',
    title: both('按时率', 'Share in time'),
    statement: both('按时件数／应报送件数', 'filings in time over filings due'),
    unit: units.share,
  },
];

export type EntryStatistic = TotalKey | RegisterRate;
type EntryWords = {
  form: 'count' | 'ratio';
  measured: TotalKey | RegisterRate;
  words: Record<'problems' | 'complaints', Words>;
};

const count = (
  measured: TotalKey,
  title: Both | { problems: Both; complaints: Both },
  statement: Both,
): EntryWords => {
  const titles = 'zh' in title ? { problems: title, complaints: title } : title;
  return {
    form: 'count',
    measured,
    words: {
      problems: { title: titles.problems, statement, unit: units.entry },
      complaints: { title: titles.complaints, statement, unit: units.complaint },
    },
  };
};
const share = (measured: RegisterRate, title: Both, statement: Both): EntryWords => {
  const words = { title, statement, unit: units.share };
  return { form: 'ratio', measured, words: { problems: words, complaints: words } };
};

/** 销号、整改、办结: the words of the definitions that `totals.ts` computes. */
export const entryWords: Readonly<Record<EntryStatistic, EntryWords>> = {
  entries: count(
    'entries',
    { problems: both('发现', 'Found'), complaints: both('收件', 'Received') },
    both('登记在册的件数，合并、作废的不计', 'entries on record, merged and void ones left out'),
  ),
  open: count('open', both('未结', 'Open'), both('尚未销号或办结的件数', 'entries not ended')),
  longTerm: count(
    'longTerm',
    both('长期整改', 'Long-term'),
    both('转长期整改的件数', 'entries turned into long-term rectification'),
  ),
  due: count(
    'due',
    both('到期', 'Due'),
    both('期限已到的件数，长期整改的不计', 'entries whose day has come, long-term ones left out'),
  ),
  overdue: count(
    'overdue',
    { problems: both('超期未整改', 'Overdue'), complaints: both('超期', 'Overdue') },
    both(
      '期限已过而未整改完成或办结的件数',
      'entries past their day and neither put right nor done',
    ),
  ),
  rectified: count(
    'rectified',
    both('已整改', 'Put right'),
    both(
      '单位已报整改完成的件数，含已销号',
      'entries reported as put right, struck-off ones included',
    ),
  ),
  closed: count(
    'closed',
    both('已销号', 'Struck off'),
    both('主管部门已同意销号的件数', 'entries that the authority has struck off'),
  ),
  accepted: count('accepted', both('受理', 'Accepted'), both('已受理的件数', 'cases accepted')),
  done: count('done', both('办结', 'Done'), both('已办结的件数', 'cases done')),
  dueRectified: count(
    'dueRectified',
    both('到期已整改', 'Due and put right'),
    both('到期的件中已整改的', 'due entries put right'),
  ),
  dueClosed: count(
    'dueClosed',
    both('到期已销号', 'Due and struck off'),
    both('到期的件中已销号的', 'due entries struck off'),
  ),
  dueOnTime: count(
    'dueOnTime',
    both('期限内办结', 'Done in time'),
    both('到期的件中期限内办结的', 'due entries done within their term'),
  ),
  dueAccepted: count(
    'dueAccepted',
    both('到期已受理', 'Due and accepted'),
    both('到期的件中已受理的', 'due cases accepted'),
  ),
  dueDone: count(
    'dueDone',
    both('到期已办结', 'Due and done'),
    both('到期已受理的件中已办结的', 'due and accepted cases done'),
  ),
  dueVerification: count(
    'dueVerification',
    both('应核查', 'To be looked into'),
    both('应核查且核查期限已到的件数', 'cases due to be looked into'),
  ),
  verified: count(
    'verified',
    both('已核查', 'Looked into'),
    both('应核查的件中已核查的', 'of these, cases looked into'),
  ),
  dueReply: count(
    'dueReply',
    both('应答复', 'To be answered'),
    both('应答复且答复期限已到的件数', 'cases due to be answered'),
  ),
  replied: count(
    'replied',
    both('已答复', 'Answered'),
    both('应答复的件中已答复的', 'of these, cases answered'),
  ),
  'rectification-rate': share(
    'rectification-rate',
    both('整改率', 'Share put right'),
    both('（申请销号+已销号）／到期', 'put right over due'),
  ),
  'closing-rate': share(
    'closing-rate',
    both('销号率', 'Share struck off'),
    both('已销号／到期，未到期的不进分母', 'struck off over due; what is not due is not in it'),
  ),
  'on-time-completion-rate': share(
    'on-time-completion-rate',
    both('按期办结率', 'Share done in time'),
    both('期限内办结／到期', 'done in time over due'),
  ),
  'completion-rate': share(
    'completion-rate',
    both('办结率', 'Share done'),
    both('办结／受理，未到期的不计', 'done over accepted, of what is due'),
  ),
  'verification-rate': share(
    'verification-rate',
    both('查办率', 'Share looked into'),
    both('已核查／应核查', 'looked into over to be looked into'),
  ),
  'reply-rate': share(
    'reply-rate',
    both('回复率', 'Share answered'),
    both('已答复／应答复（实名）', 'answered over to be answered'),
  ),
};
