import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { Column, Field } from '#schema/contracts/campaign/form.ts';
import { commonIndicatorCatalogue } from '#schema/contracts/common-indicators.ts';
import { words, type CampaignRule } from '../problem.ts';

type Keyed = { path: string; keys: string[] };
const keysOf = (named: readonly { key: string }[] | undefined) =>
  (named ?? []).map(({ key }) => key);

function optionLists(path: string, field: Field | Column): Keyed[] {
  if (field.kind === 'choice' || field.kind === 'multiple-choice') {
    return [{ path: `${path}/options`, keys: keysOf(field.options) }];
  }
  if (field.kind === 'rating') return [{ path: `${path}/steps`, keys: keysOf(field.steps) }];
  if (field.kind !== 'table') return [];
  const columns = field.columns.flatMap((each) => optionLists(`${path}/${each.key}`, each));
  // `id` is the name of the row itself.
  return [{ path: `${path}/columns`, keys: ['id', ...keysOf(field.columns)] }, ...columns];
}

function listsOf(campaign: Campaign): Keyed[] {
  const lists = ['offices', 'approval', 'workstreams', 'clauses', 'phases', 'tasks'] as const;
  const more = ['forms', 'registers', 'indicators', 'scorecards', 'dictionaries'] as const;
  return [
    ...[...lists, ...more].map((list) => ({ path: list, keys: keysOf(campaign[list]) })),
    { path: 'crosswalk', keys: campaign.crosswalk.map(({ common }) => common) },
    ...campaign.tasks.map((task) => ({
      path: `tasks/${task.key}/deliverables`,
      keys: keysOf(task.deliverables),
    })),
    ...campaign.forms.flatMap((form) => [
      { path: `forms/${form.key}/fields`, keys: keysOf(form.fields) },
      { path: `forms/${form.key}/checks`, keys: keysOf(form.checks) },
      ...form.fields.flatMap((field) => optionLists(`forms/${form.key}/${field.key}`, field)),
    ]),
  ];
}

/** A shared indicator goes by its name: nobody who maps to it has seen its key. */
function repetition(path: string, key: string) {
  if (path !== 'crosswalk') {
    return {
      message: words(`标识“${key}”重复`, `The key “${key}” is used twice`),
      mend: words('请给其中一个换一个标识', 'Give one of them another key'),
    };
  }
  const shared = commonIndicatorCatalogue.find((each) => each.key === key);
  const title = typeof shared?.title === 'object' ? shared.title : words(key, key);
  return {
    message: words(
      `可比指标“${title.zh}”由两项本地指标重复作答`,
      `Two indicators answer the shared indicator “${title.en}”`,
    ),
    mend: words(
      '一项可比指标只对照一次，请移除其中一处',
      'Each is answered once: remove one of them',
    ),
  };
}

/** One key for one thing, within each list. */
export const duplicateKeys: CampaignRule = (campaign) =>
  listsOf(campaign).flatMap(({ path, keys }) => {
    const repeated = new Set(keys.filter((key, index) => keys.indexOf(key) !== index));
    return [...repeated].map((key) => ({
      severity: 'error' as const,
      code: 'keys.duplicate',
      path: `${path}/${key}`,
      ...repetition(path, key),
    }));
  });
