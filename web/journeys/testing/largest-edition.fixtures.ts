import { plugins } from '#plugins/registry.ts';
import { readParagraphs } from '#plugins/sdk/drafting/paragraphs.ts';
import { splitCampaign } from '#plugins/sdk/parts.ts';
import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { Column, Field, Form } from '#schema/contracts/campaign/form.ts';
import type { Criterion, ScoreNode } from '#schema/contracts/campaign/scorecard.ts';
import type { Task } from '#schema/contracts/campaign/task.ts';
import { textIn } from '#schema/contracts/campaign/text.ts';
import type { Text } from '#schema/contracts/campaign/text.ts';
import { editors } from '#web/locales/zh-CN/editors.ts';

/** The edition that asks most of who configures it, and the commission that issued it. */
export type Model = { slug: string; campaign: Campaign };

/** How much there is of everything a person puts in. */
export type Size = Readonly<Record<SizeOf, number>>;
const sizes = [
  'clauses',
  'phases',
  'tasks',
  'forms',
  'fields',
  'registers',
  'states',
  'steps',
  'indicators',
  'criteria',
  'offices',
  'workstreams',
  'issuers',
] as const;
type SizeOf = (typeof sizes)[number];

export const zh = (text: Text): string => textIn(text, 'zh-CN').value;
export const titlesOf = (list: readonly { title: Text }[]): string[] =>
  list.map(({ title }) => zh(title));
const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);

const columnsOf = (field: Field): readonly Column[] =>
  field.kind === 'table' ? field.columns : [];

export const fieldsIn = (form: Form): number =>
  total(form.fields.map((field) => 1 + columnsOf(field).length));

export const criteriaIn = (nodes: readonly ScoreNode[]): Criterion[] =>
  nodes.flatMap((node) => (node.type === 'group' ? criteriaIn(node.children) : [node]));

export function sizeOf(campaign: Campaign): Size {
  const { forms, registers, scorecards } = campaign;
  return {
    clauses: campaign.clauses.length,
    phases: campaign.phases.length,
    tasks: campaign.tasks.length,
    forms: forms.length,
    fields: total(forms.map(fieldsIn)),
    registers: registers.length,
    states: total(registers.map(({ workflow }) => workflow?.states.length ?? 0)),
    steps: total(registers.map(({ workflow }) => workflow?.transitions.length ?? 0)),
    indicators: campaign.indicators.length,
    criteria: total(scorecards.map(({ children }) => criteriaIn(children).length)),
    offices: campaign.offices.length,
    workstreams: campaign.workstreams?.length ?? 0,
    issuers: campaign.issuers?.length ?? 0,
  };
}

/** Of all editions that are shipped, the one with the most parts. */
export async function largestEdition(): Promise<Model> {
  const loaded = await Promise.all(
    plugins.flatMap(({ id, editions }) =>
      editions.map(async ({ load }) => ({ slug: id, campaign: (await load()).campaign })),
    ),
  );
  const [largest] = loaded.sort(
    (a, b) => splitCampaign(b.campaign).length - splitCampaign(a.campaign).length,
  );
  if (!largest) throw new Error('no edition is shipped');
  return largest;
}

/** The document as it stands in Word: a paragraph to a line. */
export const documentOf = ({ clauses }: Campaign): string =>
  clauses.map(({ words }) => words.replaceAll('\n', '')).join('\n');

/** The number under which a pasted clause stands afterwards. */
const numbersOf = (campaign: Campaign): Map<string, string> => {
  const passages = readParagraphs(documentOf(campaign), 'split');
  return new Map(campaign.clauses.map(({ key }, at) => [key, passages[at]?.number ?? '']));
};

const numberOf = (campaign: Campaign, key: string): string => {
  const number = numbersOf(campaign).get(key);
  if (number === undefined) throw new Error(`no clause ${key}`);
  return number;
};

/** The demo region works on the edition itself: what is drafted here has names of its own. */
export const taskName = ({ title }: Pick<Task, 'title'>): string => `2026年${zh(title)}`;

const sheet = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => cells.map((cell) => cell.replace(/[\t\n]/g, ' ')).join('\t')).join('\n');

/** Working days of the second half of the year, a week apart. */
const dueDays = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => new Date(Date.UTC(2026, 7, 5 + 7 * at))).map(
    (day) => `${day.getUTCMonth() + 1}月${day.getUTCDate()}日前`,
  );

/** 任务表 as an office keeps it in a spreadsheet; `last` is when the last one is due. */
export function taskSheet(campaign: Campaign, last: string): string {
  const days = dueDays(campaign.tasks.length);
  const rows = campaign.tasks.map((task, at) => [
    taskName(task),
    at === campaign.tasks.length - 1 ? last : (days[at] ?? ''),
    campaign.offices.find(({ key }) => key === task.to)?.title ?? '',
    '各医疗卫生机构',
    numberOf(campaign, task.clause),
    task.deliverables ? '是' : '',
    String(task.minutes),
  ]);
  return sheet([['任务名称', '截止', '报给', '对象', '条款', '盖章', '用时（分钟）'], ...rows]);
}

const plainSum = (field: Field, fields: readonly Field[]): boolean =>
  field.kind === 'computed' &&
  field.compute.op === 'sum' &&
  field.compute.of.every((key) =>
    fields.some((each) => each.key === key && each.kind === 'integer'),
  );

function fieldRow(field: Field | Column, fields: readonly Field[], table = ''): string[] {
  const isSum = field.kind === 'computed' && plainSum(field, fields);
  const kind = field.kind === 'computed' && !isSum ? 'integer' : field.kind;
  const summed = isSum
    ? field.compute.of.map((key) => zh(fields.find((each) => each.key === key)?.label ?? key))
    : [];
  const options = 'options' in field ? field.options.map(({ label }) => zh(label)) : summed;
  const isRequired = 'required' in field && field.required === true;
  const unit = 'unit' in field && field.unit !== undefined ? zh(field.unit) : '';
  return [
    zh(field.label),
    editors[`kind-${kind}`],
    isRequired ? '是' : '',
    unit,
    options.join('；') + (options.length > 0 ? '；' : ''),
    table,
  ];
}

/** The form of a task, to be told apart from the task by its fields alone. */
export function formOf({ forms }: Campaign, task: Pick<Task, 'form'>): Form {
  const form = forms.find(({ key }) => key === task.form);
  if (!form) throw new Error(`no form ${task.form}`);
  return form;
}

/** A form as it stands in a spreadsheet, a field to a row. */
export function formSheet({ fields }: Form): string {
  const rows = fields.flatMap((field) => [
    fieldRow(field, fields),
    ...columnsOf(field).map((column) => fieldRow(column, fields, zh(field.label))),
  ]);
  return sheet([['项目名称', '类型', '必填', '计量单位', '选项', '所属表格'], ...rows]);
}

/** The points of the edition as a table: 类别, 考评项目, 分值, 评分标准. */
export function scoreSheet({ scorecards }: Campaign): string {
  const rows = scorecards.flatMap(({ children }) =>
    children.flatMap((node) =>
      criteriaIn([node]).map((item) => [
        `${zh(node.title)}${item.account === 'bonus' ? '（加分）' : ''}`,
        zh(item.title),
        item.points,
        item.words ?? '',
      ]),
    ),
  );
  return sheet([['类别', '考评项目', '分值', '评分标准'], ...rows]);
}
