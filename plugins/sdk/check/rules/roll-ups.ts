import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { Field } from '#schema/contracts/campaign/form.ts';
import type { RollUp, Task } from '#schema/contracts/campaign/task.ts';
import { nameOf, words, type CampaignRule, type Wording } from '../problem.ts';

type RollingUp = Task & { rollUp: RollUp };
type Finding = { place: string; code: string; message: Wording; mend: Wording };

const figures: readonly Field['kind'][] = ['integer', 'decimal', 'money', 'computed'];

const hasFigure = (campaign: Campaign, form: string | undefined, key: string) =>
  campaign.forms
    .find((each) => each.key === form)
    ?.fields.some((field) => field.key === key && figures.includes(field.kind)) === true;

function sumsOf(campaign: Campaign, task: RollingUp, below: Task): Finding[] {
  return task.rollUp.sums.flatMap(({ field, of, by }) => {
    const pairs = [
      { form: task.form, key: field },
      ...(by === 'filings' ? [] : [{ form: below.form, key: of }]),
    ];
    return pairs
      .filter(({ form, key }) => !hasFigure(campaign, form, key))
      .map(({ form, key }) => ({
        place: `rollUp/${field}`,
        code: 'tasks.roll-up-without-figure',
        message: words(
          `报表“${form}”中没有数字项“${key}”`,
          `The form “${form}” has no figure “${key}”`,
        ),
        mend: words('请改为该报表的数字项', 'Name a figure of that form'),
      }));
  });
}

/** 汇总 after 报送: nothing can be added up before it has arrived. */
function orderOf(
  task: RollingUp,
  below: Task,
  due: (key: string) => string | undefined,
): Finding[] {
  const [own, lower] = [due(task.key), due(below.key)];
  if (own === undefined || lower === undefined || own > lower) return [];
  return [
    {
      place: 'due',
      code: 'tasks.roll-up-too-early',
      message: words(
        `汇总期限${own}不晚于下级报送期限${lower}`,
        `It is due on ${own}, not after the filings it adds up (${lower})`,
      ),
      mend: words('请把汇总期限定在下级报送之后', 'Set it after the lower filings are due'),
    },
  ];
}

function circleOf(campaign: Campaign, task: RollingUp): Finding[] {
  const seen = new Set([task.key]);
  let next = campaign.tasks.find(({ key }) => key === task.rollUp.task);
  while (next?.rollUp && !seen.has(next.key)) {
    seen.add(next.key);
    const { task: lower } = next.rollUp;
    next = campaign.tasks.find(({ key }) => key === lower);
  }
  if (next?.key !== task.key) return [];
  return [
    {
      place: 'rollUp',
      code: 'tasks.roll-up-circle',
      message: words('汇总任务互相引用，无法汇总', 'The tasks add up each other'),
      mend: words('请改为汇总下级单位的任务', 'Add up a task of the units below'),
    },
  ];
}

/** A roll-up adds up figures that are asked for below, after they are due. */
export const rollUps: CampaignRule = (campaign, { dates }) => {
  const due = (key: string) => {
    const computed = dates.tasks.get(key)?.due;
    return computed?.status === 'dated' ? computed.day : undefined;
  };
  return campaign.tasks
    .filter((task): task is RollingUp => task.rollUp !== undefined)
    .flatMap((task) => {
      const below = campaign.tasks.find(({ key }) => key === task.rollUp.task);
      const found = below ? [...sumsOf(campaign, task, below), ...orderOf(task, below, due)] : [];
      return [...found, ...circleOf(campaign, task)].map(({ place, code, message, mend }) => ({
        severity: 'error' as const,
        code,
        path: `tasks/${task.key}/${place}`,
        clause: task.clause,
        message: words(`“${nameOf(task)}”：${message.zh}`, `“${nameOf(task)}”: ${message.en}`),
        mend,
      }));
    });
};
