import { A } from '@solidjs/router';
import type { JSX } from 'solid-js';
import { t } from '#web/shared/i18n.ts';
import { ComputedAsOf } from '#web/ui/page.component.tsx';
import { totalsFigures } from './progress.presenter.ts';
import type { Progress } from './reviews.queries.ts';

const place = /\{(\w+)\}/;

/** The sentence with its figures put in as links, in whichever order the language has them. */
export const fillSentence = (
  sentence: string,
  figures: Readonly<Record<string, JSX.Element>>,
): JSX.Element[] =>
  sentence.split(/(\{\w+\})/).map((piece) => {
    const name = place.exec(piece)?.[1];
    return name === undefined ? piece : figures[name];
  });

/** 到期应报 2,622 件，已报 2,310 件…: each figure leads to its list. */
export const ProgressSentence = (props: {
  progress: Pick<Progress, 'totals' | 'asOf'>;
  campaign: string;
  task: string;
}) => {
  const href = (query: Record<string, string>) => {
    const all = { campaign: props.campaign, task: props.task, ...query };
    const kept = Object.entries(all).filter(([, value]) => value !== '');
    return `/progress?${new URLSearchParams(kept).toString()}`;
  };
  const figures = () => totalsFigures(props.progress.totals);
  const linked = (name: keyof ReturnType<typeof totalsFigures>, query: Record<string, string>) => (
    <A class="figure-link" href={href(query)}>
      {figures()[name]}
    </A>
  );
  return (
    <p class="figure-sentence">
      {fillSentence(t('reviews.totals'), {
        due: linked('due', {}),
        arrived: linked('arrived', {}),
        onTime: figures().onTime,
        overdue: linked('overdue', { overdue: 'true' }),
        units: linked('units', { overdue: 'true' }),
      })}{' '}
      <ComputedAsOf at={props.progress.asOf} />
    </p>
  );
};
