import type { Audience } from '#schema/contracts/campaign/audience.ts';
import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { DateRule, Recurrence } from '#schema/contracts/campaign/dates.ts';
import { textIn, type Language, type Text } from '#schema/contracts/campaign/text.ts';
import { describeAudience } from '../audience/describe-audience.ts';
import { monthPartDays } from '../dates/rule.ts';
import { dayLabel } from '../dates/words.ts';

type Words = Record<Language, string>;
type Print = (value: never, campaign: Campaign, language: Language) => string;
export type Property = { name: Words; print?: Print };

const periods: Record<Recurrence['every'], Words> = {
  month: { 'zh-CN': '每月', en: 'every month' },
  quarter: { 'zh-CN': '每季度', en: 'every quarter' },
  'half-year': { 'zh-CN': '每半年', en: 'every half-year' },
  year: { 'zh-CN': '每年', en: 'every year' },
};

/** A date rule in words: the day where the rule gives one, else the document's own words. */
function printDate(rule: DateRule, _campaign: Campaign, language: Language): string {
  if (rule.kind === 'on') return dayLabel(rule.on, language, { year: true });
  if (rule.kind === 'by-document' && rule.on !== undefined) {
    return dayLabel(rule.on, language, { year: true });
  }
  if (rule.kind !== 'month-part') return rule.wording;
  const [from, to] = monthPartDays(rule);
  return `${rule.wording}（${from}—${to}）`;
}

const printText = (text: Text, _campaign: Campaign, language: Language) =>
  textIn(text, language).value;
const printPlain = (value: string | number) => String(value);
const printAudience = (audience: Audience, _campaign: Campaign, language: Language) =>
  describeAudience(audience, language);
const printRecurrence = (recurrence: Recurrence, _campaign: Campaign, language: Language) =>
  `${periods[recurrence.every][language]}（${recurrence.wording}）`;
const printOffice = (key: string, { offices }: Campaign) =>
  offices.find((office) => office.key === key)?.title ?? key;

const printReview = ({ double }: { double?: boolean }, _: Campaign, language: Language) => {
  if (double !== true) return language === 'en' ? 'one reviewer' : '一人审核';
  return language === 'en' ? 'two reviewers' : '双人复核';
};

const named = (zh: string, en: string, print?: Print): Property => ({
  name: { 'zh-CN': zh, en },
  ...(print ? { print } : {}),
});

/** What each property of a part is called; one without a printer is only said to have changed. */
export const properties: Readonly<Record<string, Property>> = {
  title: named('名称', 'title', printText),
  number: named('序号', 'number', printPlain),
  words: named('条款文字', 'words'),
  kind: named('类别', 'kind'),
  parent: named('所属上级条款', 'parent clause'),
  posts: named('责任部门', 'responsible posts'),
  clause: named('所属条款', 'clause'),
  phase: named('所属阶段', 'phase'),
  from: named('开始时间', 'start', printDate),
  to: named('结束时间', 'end', printDate),
  permits: named('阶段内允许的办理', 'what the phase permits'),
  audience: named('报送范围', 'audience', printAudience),
  due: named('截止日', 'due day', printDate),
  recurs: named('周期', 'cycle', printRecurrence),
  office: named('接收科室', 'receiving office', printOffice),
  form: named('所用报表', 'form'),
  deliverables: named('应附材料', 'deliverables'),
  signOff: named('审签环节', 'sign-off'),
  nilReturn: named('零报告', 'nil return'),
  review: named('审核方式', 'review', printReview),
  minutes: named('预计用时（分钟）', 'minutes', printPlain),
  guidance: named('填报说明', 'guidance', printText),
  source: named('依据', 'source'),
  checks: named('审核关系', 'checks'),
  note: named('说明', 'note', printText),
  definition: named('口径', 'definition', printText),
  numerator: named('分子', 'numerator', printText),
  denominator: named('分母', 'denominator', printText),
  unit: named('单位', 'unit', printText),
  measure: named('取数方式', 'measure'),
  direction: named('方向', 'direction'),
  target: named('目标值', 'target'),
  minimum: named('最小样本', 'minimum sample', printPlain),
  noun: named('事项名称', 'noun', printText),
  points: named('满分', 'points', printPlain),
  bonusPoints: named('加分上限', 'bonus', printPlain),
  children: named('考评项目', 'criteria'),
  vetoes: named('一票否决事项', 'vetoes'),
  grades: named('等次', 'grades'),
  entries: named('分类项', 'entries'),
  label: named('名称', 'label', printText),
  required: named('是否必填', 'whether it is required'),
  visible: named('显示条件', 'when it shows'),
  options: named('选项', 'options'),
  columns: named('列', 'columns'),
  min: named('下限', 'minimum', printPlain),
  max: named('上限', 'maximum', printPlain),
  maxLength: named('字数上限', 'length', printPlain),
  year: named('年度', 'year', printPlain),
  period: named('起止时间', 'period'),
  document: named('文件信息', 'document'),
  offices: named('接收科室目录', 'offices'),
  approval: named('方案审签环节', 'chain of approval'),
  crosswalk: named('指标口径对照', 'crosswalk'),
  workstreams: named('专项', 'workstreams'),
};
