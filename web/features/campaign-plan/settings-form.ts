import type { CampaignHead } from '#plugins/sdk/parts.ts';
import type { PartForm } from '#web/features/campaigns/part-editor.ts';
import { t } from '#web/shared/i18n.ts';
import { readList } from './task-form.ts';

/** The small tables of a document's head. */
export const headLists = [
  'offices',
  'approval',
  'issuers',
  'series',
  'workstreams',
  'labels',
] as const;
export type HeadList = (typeof headLists)[number];

const always: readonly HeadList[] = ['offices', 'approval'];

/** Each table is one value, so that two people's tables are told apart as a whole. */
export const settingsForm: PartForm<CampaignHead> = {
  read: (head) =>
    Object.fromEntries(
      headLists.map((name) => [name, head[name]?.length ? JSON.stringify(head[name]) : '']),
    ),
  write: (head, values) => {
    const {
      issuers: _issuers,
      series: _series,
      workstreams: _works,
      labels: _labels,
      ...rest
    } = head;
    const lists = headLists.flatMap((name) => {
      const items = readList<unknown>(values[name] ?? '');
      return items.length === 0 && !always.includes(name) ? [] : [[name, items] as const];
    });
    // Each list was read from the head and changed only by the fields of its own columns.
    return { ...rest, ...Object.fromEntries(lists) } as CampaignHead;
  },
  labelOf: (name) => t(`plan.list-${name as HeadList}`),
  wordsOf: (_name, value) =>
    readList<{ title: string | { zh: string } }>(value)
      .map(({ title }) => (typeof title === 'string' ? title : title.zh))
      .join('、'),
};
