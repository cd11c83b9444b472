import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { Condition } from '#schema/contracts/campaign/condition.ts';
import type { Column, Field, Form } from '#schema/contracts/campaign/form.ts';
import { textIn } from '#schema/contracts/campaign/text.ts';
import { fieldsOf } from '../../conditions/evaluate.ts';
import { words, type CampaignProblem, type CampaignRule } from '../problem.ts';

type Use = { path: string; keys: string[] };

const columnsOf = (form: Form): Column[] =>
  form.fields.flatMap((field) => (field.kind === 'table' ? field.columns : []));

function conditionUse(path: string, condition: Condition | boolean | undefined): Use[] {
  return condition === undefined || typeof condition === 'boolean'
    ? []
    : [{ path, keys: fieldsOf(condition) }];
}

function usesOf(field: Field | Column, path: string): Use[] {
  return [
    ...conditionUse(`${path}/visible`, field.visible),
    ...('required' in field ? conditionUse(`${path}/required`, field.required) : []),
    ...(field.kind === 'computed' ? [{ path: `${path}/compute`, keys: field.compute.of }] : []),
    ...(field.kind === 'table'
      ? field.columns.flatMap((column) => usesOf(column, `${path}/${column.key}`))
      : []),
  ];
}

function problem(
  path: string,
  code: string,
  [message, mend]: [CampaignProblem['message'], CampaignProblem['mend']],
  severity: CampaignProblem['severity'] = 'error',
): CampaignProblem {
  return { severity, code, path, message, mend };
}

/** Conditions, checks and computed values speak of fields that are there. */
export const formReferences: CampaignRule = (campaign) =>
  campaign.forms.flatMap((form) => {
    const path = `forms/${form.key}`;
    const known = new Set([...form.fields, ...columnsOf(form)].map(({ key }) => key));
    const uses = [
      ...form.fields.flatMap((field) => usesOf(field, `${path}/${field.key}`)),
      ...(form.checks ?? []).flatMap((check) => [
        ...conditionUse(`${path}/checks/${check.key}/when`, check.when),
        ...conditionUse(`${path}/checks/${check.key}/assert`, check.assert),
        { path: `${path}/checks/${check.key}/at`, keys: [check.at] },
      ]),
    ];
    return uses.flatMap(({ path: at, keys }) =>
      keys
        .filter((key) => !known.has(key))
        .map((key) =>
          problem(at, 'forms.unknown-field', [
            words(`表中没有“${key}”这一项`, `The form has no field “${key}”`),
            words('请改为表中已有的项', 'Name a field of this form'),
          ]),
        ),
    );
  });

/** A field shows or hides by what stands before it, never by what comes after. */
export const visibleLooksBack: CampaignRule = (campaign) =>
  campaign.forms.flatMap((form) => {
    const order = new Map(form.fields.map(({ key }, index) => [key, index]));
    return form.fields.flatMap((field, index) => {
      const keys = field.visible ? fieldsOf(field.visible) : [];
      return keys
        .filter((key) => (order.get(key) ?? -1) >= index)
        .map((key) =>
          problem(`forms/${form.key}/${field.key}/visible`, 'forms.looks-ahead', [
            words(`显示条件用到了后面的“${key}”`, `It shows by “${key}”, which comes after it`),
            words('请把作为条件的项移到前面', 'Move the field it depends on before it'),
          ]),
        );
    });
  });

/** In a row, a column and a field of the form must not go by one key. */
export const columnShadows: CampaignRule = (campaign) =>
  campaign.forms.flatMap((form) => {
    const keys = new Set(form.fields.map(({ key }) => key));
    return columnsOf(form)
      .filter(({ key }) => keys.has(key))
      .map(({ key }) =>
        problem(`forms/${form.key}/${key}`, 'forms.column-shadows-field', [
          words(
            `表格列与表中另一项同用标识“${key}”`,
            `A column and a field share the key “${key}”`,
          ),
          words('请给表格列换一个标识', 'Give the column another key'),
        ]),
      );
  });

const isUsed = ({ key }: Form, { tasks, registers }: Campaign): boolean =>
  [...tasks, ...registers].some(({ form }) => form === key);

/** A form that neither a task nor a register asks for. */
export const unusedForm: CampaignRule = (campaign) =>
  campaign.forms
    .filter((form) => !isUsed(form, campaign))
    .map((form) =>
      problem(
        `forms/${form.key}`,
        'forms.unused',
        [
          words(
            `没有任务使用“${textIn(form.title, 'zh-CN').value}”`,
            `No task uses “${textIn(form.title, 'en').value}”`,
          ),
          words('请关联到任务或台账，或删去', 'Use it in a task or a register, or take it out'),
        ],
        'hint',
      ),
    );

/** A key keeps its meaning from one year to the next. */
export const keyReused: CampaignRule = (campaign, { previous }) =>
  campaign.forms.flatMap((form) => {
    const before = previous?.forms.find(({ key }) => key === form.key);
    return form.fields
      .filter((field) =>
        before?.fields.some(({ key, kind }) => key === field.key && kind !== field.kind),
      )
      .map((field) =>
        problem(`forms/${form.key}/${field.key}`, 'forms.key-reused', [
          words(
            `“${textIn(field.label, 'zh-CN').value}”沿用了上年标识，但类型不同`,
            `“${textIn(field.label, 'en').value}” reuses a key of last year for another kind of field`,
          ),
          words(
            '请换一个新的标识，以免混淆两年数据',
            'Give it a new key, so that two years do not mix',
          ),
        ]),
      );
  });
