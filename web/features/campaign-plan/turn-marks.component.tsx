import { For } from 'solid-js';
import { officialCalendar } from '#plugins/sdk/dates/official-calendar.ts';
import { occurrencesOf } from '#plugins/sdk/dates/recurrence.ts';
import type { Occurrence } from '#plugins/sdk/dates/recurrence.ts';
import type { Recurrence } from '#schema/contracts/campaign/dates.ts';
import { periodWords } from '#web/features/submissions/occurrence.presenter.ts';
import { formatDay } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import { placeOfDay } from './plan-dates.ts';
import type { Span } from './plan-dates.ts';

const turnWords = ({ key, due, provisional }: Occurrence): string =>
  t(provisional ? 'plan.turn-provisional' : 'plan.turn', {
    period: periodWords(key),
    day: formatDay(due, { year: true }),
  });

/** The due day of every period of a task that recurs: shown, and moved only by its rule. */
export const TurnMarks = (props: { title: string; recurs: Recurrence; span: Span }) => (
  <ul class="plan-turns" aria-label={t('plan.turns', { what: props.title })}>
    <For each={occurrencesOf(props.recurs, officialCalendar)}>
      {(turn) => (
        <li style={{ left: `${placeOfDay(props.span, turn.due)}%` }} title={turnWords(turn)}>
          <span class="visually-hidden">{turnWords(turn)}</span>
        </li>
      )}
    </For>
  </ul>
);
