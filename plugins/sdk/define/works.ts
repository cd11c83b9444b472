import type { ApprovalStepDefinition } from '#schema/contracts/campaign/campaign.ts';
import type { Phase } from '#schema/contracts/campaign/dates.ts';
import type { Form } from '#schema/contracts/campaign/form.ts';
import type { Crosswalk, Indicator } from '#schema/contracts/campaign/indicator.ts';
import type { Register } from '#schema/contracts/campaign/register.ts';
import type { Source } from '#schema/contracts/campaign/source.ts';
import type { Deliverable, Office, Task } from '#schema/contracts/campaign/task.ts';
import type { Text } from '#schema/contracts/campaign/text.ts';

/** Where a thing stands: the clause it is written under, a quote of that clause, or said outright. */
type Sourced = { clause?: string; quote?: string; source?: Source };

export type TaskNode = Omit<Task, 'key' | 'clause' | 'source' | 'form' | 'signOff'> &
  Sourced & { key: string; form: string | Form; signOff?: Task['signOff'] };
export type RegisterNode = Omit<Register, 'clause' | 'source' | 'form'> &
  Sourced & { form?: string | Form };
export type IndicatorNode = Omit<Indicator, 'source'> & {
  quote?: string;
  source?: Source;
  answers?: Omit<Crosswalk, 'indicator'>[];
};
type IndicatorRest = Omit<IndicatorNode, 'key' | 'form'>;

/**
 * What an audience must do. Written under its clause it needs neither `clause` nor `source`; `form`
 * is a form or the key of one. Sign-off is filler and head unless said otherwise.
 * `task('self-check-report', { title: '自查情况报告', audience: institutions(), due: on(…), … })`
 */
export function task(key: string, rest: Omit<TaskNode, 'key'>): TaskNode {
  return { key, ...rest };
}

/** A phase of the campaign: `phase('self-check', { title: '自查整改', from: on(…), to: on(…) })`. */
export function phase(key: string, rest: Omit<Phase, 'key'>): Phase {
  return { key, ...rest };
}

/**
 * A list of cases; `form` is a form or the key of one.
 * `register('risk-points', { title: '廉政风险点', noun: '风险点', form: riskPoint, ...problemClosing(…) })`
 */
export function register(key: string, rest: Omit<RegisterNode, 'key'>): RegisterNode {
  return { key, ...rest };
}

/** An indicator that is a share of something: `ratio('handled', { numerator: '按期办结件数', … })`. */
export function ratio(
  key: string,
  rest: IndicatorRest & { numerator: Text; denominator: Text },
): IndicatorNode {
  return { key, form: 'ratio', ...rest };
}

/** An indicator that counts. */
export function count(key: string, rest: IndicatorRest): IndicatorNode {
  return { key, form: 'count', ...rest };
}

/** An indicator that is a mean of many values. */
export function mean(key: string, rest: IndicatorRest): IndicatorNode {
  return { key, form: 'mean', ...rest };
}

/** An indicator with a value of its own unit. */
export function value(key: string, rest: IndicatorRest): IndicatorNode {
  return { key, form: 'value', ...rest };
}

/** An office that receives filings: `office('medical', '医政医管科')`. */
export function office(
  key: string,
  title: string,
  rest: Omit<Office, 'key' | 'title'> = {},
): Office {
  return { key, title, ...rest };
}

/** A stamped scan beside the answers. */
export function stampedScan(
  key: string,
  title: Text,
  rest: Partial<Deliverable> = {},
): Deliverable {
  return { required: true, ...rest, key, title, kind: 'stamped-scan' };
}

/** A paper copy beside the answers: `paper('plan-paper', '方案（纸质）', { copies: 1 })`. */
export function paper(key: string, title: Text, rest: Partial<Deliverable> = {}): Deliverable {
  return { required: true, ...rest, key, title, kind: 'paper' };
}

/** A free attachment beside the answers. */
export function attachment(key: string, title: Text, rest: Partial<Deliverable> = {}): Deliverable {
  return { required: false, ...rest, key, title, kind: 'attachment' };
}

/** 拟稿 → 核稿 → 会签 → 签发, with the posts of this commission. */
export function issuing(posts: {
  drafter: string;
  checker: string;
  countersigner?: string;
  signer: string;
}): ApprovalStepDefinition[] {
  const steps: ApprovalStepDefinition[] = [
    { key: 'draft', title: `拟稿（${posts.drafter}）`, role: 'drafter' },
    { key: 'check', title: `核稿（${posts.checker}）`, role: 'checker' },
  ];
  if (posts.countersigner !== undefined) {
    steps.push({
      key: 'countersign',
      title: `会签（${posts.countersigner}）`,
      role: 'countersigner',
    });
  }
  return [...steps, { key: 'sign', title: `签发（${posts.signer}）`, role: 'signer' }];
}
