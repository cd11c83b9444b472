import { isMissing } from '#plugins/sdk/conditions/evaluate.ts';
import type { Field, Form } from '#schema/contracts/campaign/form.ts';
import type { Answers } from '#schema/contracts/submissions.ts';

/** What offices find on their visits; no unit, no person, no patient. */
export const findings = [
  '收费公示牌价格未按最新目录更新，个别项目无收费依据。',
  '处方点评记录不完整，点评结果未反馈到科室。',
  '门诊投诉登记缺少处理结果和回访记录。',
  '高值耗材使用登记与出库记录不一致，需逐项核对。',
  '医德医风考评档案未按人建档，缺少考评小组意见。',
  '意见箱开启无两人以上签字，开启周期不固定。',
  '重点岗位轮岗制度未落实，岗位任期超过规定。',
  '导诊台无人值守时段较长，群众排队等候时间偏长。',
];
const measures = [
  '由分管领导牵头，责任科室逐项核对并公示，月底前完成。',
  '修订科室管理制度，组织全员培训，纳入科室月度考核。',
  '建立登记簿，两人签字，每周检查一次并留存记录。',
];
const posts = ['医务科主任', '药剂科主任', '财务科主任', '门诊部主任', '护理部主任'];

const pick = <Item>(items: readonly Item[], at: number): Item => items[at % items.length] as Item;

function answerOf(field: Field, at: number): string | number | undefined {
  if (field.kind === 'text') return '门诊部';
  if (field.kind === 'long-text') return pick(findings, at);
  if (field.kind === 'integer') return (at % 7) + 1;
  if (field.kind === 'money') return `${((at % 9) + 1) * 120}.50`;
  if (field.kind === 'choice') return pick(field.options, at).key;
  return field.kind === 'post' ? pick(posts, at) : undefined;
}

/** What the `at`-th entry of a demo says where its form must be filled. */
export function demoAnswers(form: Form, at: number, given: Answers = {}): Answers {
  const filled = form.fields.flatMap((field): [string, string | number][] => {
    const isAsked = 'required' in field && field.required === true;
    const value = isAsked && isMissing(given[field.key]) ? answerOf(field, at) : undefined;
    return value === undefined ? [] : [[field.key, value]];
  });
  return { ...Object.fromEntries(filled), ...given };
}

/** What the unit fills in with a step: who answers, what was done, until when. */
export function demoStepAnswers(
  form: Form,
  input: { fields: readonly string[]; at: number; until: string },
): Answers {
  const { fields, at, until } = input;
  const filled = form.fields.flatMap((field): [string, string | number][] => {
    if (!fields.includes(field.key)) return [];
    if (field.kind === 'date') return [[field.key, until]];
    if (field.kind === 'long-text') return [[field.key, pick(measures, at)]];
    const value = answerOf(field, at);
    return value === undefined ? [] : [[field.key, value]];
  });
  return Object.fromEntries(filled);
}
