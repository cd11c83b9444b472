import { textIn } from '#schema/contracts/campaign/text.ts';
import type { Draft } from '#schema/contracts/campaigns.ts';
import { t } from '#web/shared/i18n.ts';
import type { Option } from '#web/ui/choice-field.component.tsx';
import { shortName } from './clause-view.presenter.ts';
import { partsOf } from './draft-parts.ts';

type Parts = Pick<Draft, 'parts'>;

/** The clauses in document order, by what the outline calls them. */
export const clauseOptions = (draft: Parts): Option[] =>
  partsOf(draft, 'clause').map(({ key, body }) => ({
    value: key,
    label: shortName({ number: body.number, title: body.title, words: body.words }),
  }));

export const phaseOptions = (draft: Parts): Option[] =>
  partsOf(draft, 'phase').map(({ key, body }) => ({ value: key, label: body.title }));

/** What a term of days may be counted from, `anchor ref`; never from itself. */
export const anchorsOf = (draft: Parts, own: string): Option[] => [
  { value: 'issue', label: t('campaigns.anchor-issue') },
  { value: 'publication', label: t('campaigns.anchor-publication') },
  ...partsOf(draft, 'phase')
    .filter(({ key }) => key !== own)
    .flatMap(({ key, body }) => [
      { value: `phase-start ${key}`, label: t('campaigns.anchor-start-of', { name: body.title }) },
      { value: `phase-end ${key}`, label: t('campaigns.anchor-end-of', { name: body.title }) },
    ]),
  ...partsOf(draft, 'task')
    .filter(({ key }) => key !== own)
    .map(({ key, body }) => ({
      value: `task-due ${key}`,
      label: t('campaigns.anchor-due-of', { name: textIn(body.title, 'zh-CN').value }),
    })),
];
