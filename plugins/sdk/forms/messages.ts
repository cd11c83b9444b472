import { textIn, type Language, type Text } from '#schema/contracts/campaign/text.ts';
import type { FormProblem, FormProblemCode, FormProblemParams } from './problems.ts';

type Render = (subject: string, params: FormProblemParams) => string;

function within({ min, max }: FormProblemParams, language: Language): string {
  if (language === 'en') {
    if (min !== undefined && max !== undefined) return ` from ${min} to ${max}`;
    if (min !== undefined) return ` of at least ${min}`;
    return max === undefined ? '' : ` of at most ${max}`;
  }
  if (min !== undefined && max !== undefined) return `${min}至${max}之间的`;
  if (min !== undefined) return `不小于${min}的`;
  return max === undefined ? '' : `不大于${max}的`;
}

const numberZh = ({ kind }: FormProblemParams) =>
  kind === 'integer' ? '整数' : kind === 'money' ? '金额' : '数';
const numberEn = ({ kind }: FormProblemParams) =>
  kind === 'integer' ? 'a whole number' : kind === 'money' ? 'an amount' : 'a number';

const chinese: Record<Exclude<FormProblemCode, 'forms.check'>, Render> = {
  'forms.required': (subject) => `${subject}尚未填写，请补充`,
  'forms.text': (subject) => `${subject}应为文字，请重新填写`,
  'forms.integer': (subject, params) => `${subject}应为${within(params, 'zh-CN')}整数，请填写数字`,
  'forms.decimal': (subject, params) => `${subject}应为${within(params, 'zh-CN')}数，请填写数字`,
  'forms.places': (subject, { count }) => `${subject}最多保留${count}位小数，请修改`,
  'forms.range': (subject, params) =>
    `${subject}应为${within(params, 'zh-CN')}${numberZh(params)}，现为${params.value}，请核对`,
  'forms.date': (subject) => `${subject}应为日期，请按“2026-07-08”的格式填写`,
  'forms.month': (subject) => `${subject}应为月份，请按“2026-07”的格式填写`,
  'forms.choice': (subject) => `${subject}不在可选范围内，请从选项中选择一项`,
  'forms.choices': (subject) => `${subject}不在可选范围内，请从选项中选择，不要重复`,
  'forms.choice-limit': (subject, { count, max }) =>
    `${subject}最多选${max}项，现选了${count}项，请减少`,
  'forms.reference': (subject) => `${subject}无法识别，请从列表中选择`,
  'forms.files': (subject) => `${subject}无法识别，请重新上传`,
  'forms.file-limit': (subject, { count, max }) =>
    `${subject}最多上传${max}个文件，现有${count}个，请删减`,
  'forms.too-short': (subject, { count, min }) =>
    `${subject}不少于${min}字，现为${count}字，请补充`,
  'forms.too-long': (subject, { count, max }) => `${subject}不超过${max}字，现为${count}字，请精简`,
  'forms.table': (subject) => `${subject}应为表格，请重新填写`,
  'forms.row-id': (subject) => `${subject}有无法识别或重复的行，请刷新页面后重新填写`,
  'forms.rows-too-few': (subject, { count, min }) =>
    `${subject}至少填写${min}行，现有${count}行，请补充`,
  'forms.rows-too-many': (subject, { count, max }) =>
    `${subject}最多填写${max}行，现有${count}行，请删减`,
  'forms.unknown-field': (subject) => `${subject}不在本表中，请刷新页面后重新填写`,
  'forms.not-asked': (subject) => `${subject}由系统取得，无需填写；如有出入，请联系主管部门核对`,
};

const english: Record<Exclude<FormProblemCode, 'forms.check'>, Render> = {
  'forms.required': (subject) => `${subject} is not filled in yet. Please complete it.`,
  'forms.text': (subject) => `${subject} must be text. Please enter it again.`,
  'forms.integer': (subject, params) =>
    `${subject} must be a whole number${within(params, 'en')}. Please enter digits.`,
  'forms.decimal': (subject, params) =>
    `${subject} must be a number${within(params, 'en')}. Please enter digits.`,
  'forms.places': (subject, { count }) =>
    `${subject} takes at most ${count} decimal places. Please correct it.`,
  'forms.range': (subject, params) =>
    `${subject} must be ${numberEn(params)}${within(params, 'en')}; it is ${params.value}. Please check.`,
  'forms.date': (subject) => `${subject} must be a date such as 2026-07-08.`,
  'forms.month': (subject) => `${subject} must be a month such as 2026-07.`,
  'forms.choice': (subject) => `${subject} is not one of the options. Please choose one.`,
  'forms.choices': (subject) =>
    `${subject} is not among the options. Please choose from them, each at most once.`,
  'forms.choice-limit': (subject, { count, max }) =>
    `${subject} takes at most ${max} choices; ${count} are chosen. Please take some away.`,
  'forms.reference': (subject) => `${subject} is not known. Please choose from the list.`,
  'forms.files': (subject) => `${subject} cannot be read. Please upload it again.`,
  'forms.file-limit': (subject, { count, max }) =>
    `${subject} takes at most ${max} files; there are ${count}. Please remove some.`,
  'forms.too-short': (subject, { count, min }) =>
    `${subject} needs at least ${min} characters; there are ${count}. Please add to it.`,
  'forms.too-long': (subject, { count, max }) =>
    `${subject} takes at most ${max} characters; there are ${count}. Please shorten it.`,
  'forms.table': (subject) => `${subject} must be a table. Please fill it in again.`,
  'forms.row-id': (subject) =>
    `${subject} has rows that are unknown or double. Please reload the page and fill it in again.`,
  'forms.rows-too-few': (subject, { count, min }) =>
    `${subject} needs at least ${min} rows; there are ${count}. Please add some.`,
  'forms.rows-too-many': (subject, { count, max }) =>
    `${subject} takes at most ${max} rows; there are ${count}. Please remove some.`,
  'forms.unknown-field': (subject) =>
    `${subject} is not part of this form. Please reload the page and fill it in again.`,
  'forms.not-asked': (subject) =>
    `${subject} comes from a source system and is not asked. If it is wrong, please tell the office in charge.`,
};

function subjectOf({ label, table, row }: FormProblemParams, language: Language): string {
  const quoted = (text: Text) => `“${textIn(text, language).value}”`;
  const name = label === undefined ? '' : quoted(label);
  if (table === undefined || row === undefined) return name;
  return language === 'en'
    ? `${quoted(table)}, row ${row}, ${name}`
    : `${quoted(table)}第${row}行${name}`;
}

/** What is wrong and what to do: 「“培训人次”应为不小于0的整数，请填写数字」. */
export function describeFormProblem(problem: FormProblem, language: Language = 'zh-CN'): string {
  const { code, params } = problem;
  if (code === 'forms.check') return textIn(params.message ?? code, language).value;
  const render = (language === 'en' ? english : chinese)[code];
  return render(subjectOf(params, language), params);
}
