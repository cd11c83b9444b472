import type { LevelCounts } from '#schema/contracts/register-level.ts';
import type { EntryDetail, EntrySummary, RegisterBoard } from '#schema/contracts/registers.ts';
import { formatDate } from '#web/shared/dates.ts';
import { locale, localText, t } from '#web/shared/i18n.ts';
import { formatShare } from '#web/shared/numbers.ts';
import type { StatusKind } from '#web/ui/status.component.tsx';

type State = EntrySummary['state'];

/** 销号 and 办结 are done, what was merged or void is stopped; a long-term one waits. */
export const statusOf = (state: State): { kind: StatusKind; words: string } => {
  const words = localText(state.title);
  if (state.ends === 'closed') return { kind: 'done', words };
  if (state.ends !== undefined) return { kind: 'stopped', words };
  return { kind: state.longTerm ? 'waiting' : 'current', words };
};

export const numberWords = ({ number }: Pick<EntrySummary, 'number'>): string =>
  t('registers.number-of', { number });

/** □ 信访工作条例 60日，剩12日（自然日）: the sign of its days first. */
export const clockLine = (clock: NonNullable<EntrySummary['clock']>): string =>
  `${clock.sign} ${localText(clock.words)}`;

const share = (numerator: number, denominator: number): string =>
  denominator === 0 ? t('registers.no-rate') : formatShare(numerator, denominator);

/** Where an act of a hand-over is sent. */
export const handOverPath = (
  { summary }: Pick<EntryDetail, 'summary'>,
  act: 'hand-over' | 'receipt' | 'hand-back' | 'withdrawal',
): string => `/api/registers/entries/${summary.id}/${act}`;

/** 待认领 2，整改中 5: the states that have any, in the order of the workflow. */
export const stateCounts = ({ states }: Pick<LevelCounts, 'states'>): string =>
  states
    .map(({ title, entries }) =>
      t('registers.state-count', { state: localText(title), count: entries }),
    )
    .join(t('registers.state-join'));

/** 到期…件，整改完成…件，已销号…件: a sentence, not tiles. What is not due stands in no denominator. */
export const boardSentence = ({ total, register }: RegisterBoard): string => {
  if (total.due === 0) return t('registers.board-none', { noun: localText(register.noun) });
  return t('registers.board-due', {
    due: total.due,
    rectified: total.dueRectified,
    rectification: share(total.dueRectified, total.due),
    closed: total.dueClosed,
    closing: share(total.dueClosed, total.due),
    overdue: total.overdue,
  });
};

export type HistoryLine = {
  readonly what: string;
  readonly who: string;
  readonly on: string;
  readonly reason: string | undefined;
  readonly entry: string | undefined;
  /** What a hand-over adds: to whom, on which basis it came back, what its receipt says. */
  readonly notes: readonly string[];
};

const listOf = (words: readonly string[]) => words.join(locale() === 'en' ? ', ' : '、');

const notesOf = ({
  verb,
  receiver,
  receipt,
  basis,
  lost,
  units,
}: EntryDetail['history'][number]): string[] => [
  ...(verb && receiver
    ? [t('registers.history-receiver', { verb: t(`registers.verb-${verb}`), receiver })]
    : []),
  ...(receipt
    ? [
        t('registers.history-receipt', {
          post: receipt.post,
          on: formatDate(receipt.on),
          number: receipt.number ?? t('registers.no-number'),
        }),
      ]
    : []),
  ...(basis ? [t('registers.history-basis', { basis })] : []),
  ...(units ? [t('registers.history-units', units)] : []),
  ...(lost ? [t('registers.history-lost', { places: listOf(lost.map(localText)) })] : []),
];

/** The history in words, the newest first. */
export const historyLines = (history: EntryDetail['history']): HistoryLine[] =>
  history
    .map((event) => {
      const title = event.title && localText(event.title);
      const named = title ?? t(`registers.kind-${event.kind}`);
      const to = event.to && localText(event.to);
      return {
        what:
          to === undefined || to === named
            ? named
            : t('registers.history-to', { title: named, to }),
        who: t('registers.by', { post: event.post }),
        on: formatDate(event.on),
        reason: event.reason,
        entry: event.entry,
        notes: notesOf(event),
      };
    })
    .reverse();
