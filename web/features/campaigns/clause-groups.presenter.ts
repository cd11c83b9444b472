import type { Text } from '#schema/contracts/campaign/text.ts';
import { localText, t } from '#web/shared/i18n.ts';

type Grouped = { workstream?: string | undefined; labels?: string[] | undefined };
type Titled = { key: string; title: Text };
/** The groups that clauses may belong to. */
export type Groups = {
  workstreams?: readonly Titled[] | undefined;
  labels?: readonly Titled[] | undefined;
};

/** 专项 and 口径标签 of a clause, in words. */
export const groupWords = (clause: Grouped, groups: Groups | undefined): string | undefined => {
  const titles = (list: readonly Titled[] | undefined, keys: readonly string[]) =>
    (list ?? []).filter(({ key }) => keys.includes(key)).map(({ title }) => localText(title));
  const { workstream, labels = [] } = clause;
  const streams = titles(groups?.workstreams, workstream === undefined ? [] : [workstream]);
  const marks = titles(groups?.labels, labels);
  return (
    [
      ...streams.map((title) => t('campaigns.workstream', { title })),
      ...(marks.length === 0 ? [] : [t('campaigns.labels', { titles: marks.join('、') })]),
    ].join(t('campaigns.posts-joint')) || undefined
  );
};
