import type { Proposal, ProposalShelf } from '#schema/contracts/proposals.ts';
import { formatDate, formatInstant } from '#web/shared/dates.ts';
import { localText, t } from '#web/shared/i18n.ts';
import type { StatusKind } from '#web/ui/status.component.tsx';

/** Where it lies: one whose facts are gone waits for nobody. */
export const shelfOf = ({ state, holds }: Pick<Proposal, 'state' | 'holds'>): ProposalShelf =>
  state === 'proposed' && !holds ? 'lapsed' : state;

export const shelfKinds: Record<ProposalShelf, StatusKind> = {
  proposed: 'waiting',
  accepted: 'done',
  declined: 'stopped',
  lapsed: 'draft',
};

export type TraceLine = {
  at: string;
  what: string;
  who?: string | undefined;
  notes: readonly string[];
};

const decidedLine = ({ decision, post }: Proposal): TraceLine[] => {
  if (decision === undefined) return [];
  const { at, byPost, measure, reason, standsIn } = decision;
  return [
    {
      at: formatInstant(at),
      what: measure
        ? t('proposals.trace-accepted', { measure: t(`proposals.measure-${measure}`) })
        : t('proposals.trace-declined'),
      who: byPost,
      notes: [
        ...(reason === undefined ? [] : [t('proposals.trace-reason', { reason })]),
        ...(standsIn ? [t('proposals.trace-stands-in', { post: localText(post) })] : []),
      ],
    },
  ];
};

const takenLine = ({ taken }: Proposal): TraceLine[] => {
  if (taken === undefined) return [];
  const { on, basis, note, byPost, at } = taken;
  return [
    {
      at: formatInstant(at),
      what: t('proposals.trace-taken', { day: formatDate(on) }),
      who: byPost,
      notes: [t('proposals.trace-basis', { basis }), ...(note === undefined ? [] : [note])],
    },
  ];
};

/** What happened to it, in order: found, decided by whom, done on what basis, no longer so. */
export const traceOf = (proposal: Proposal): TraceLine[] => {
  const { foundAt, lapsedAt } = proposal;
  const found = { at: formatInstant(foundAt), what: t('proposals.trace-found'), notes: [] };
  const lapsed =
    lapsedAt === undefined
      ? []
      : [{ at: formatInstant(lapsedAt), what: t('proposals.trace-lapsed'), notes: [] }];
  const decided = decidedLine(proposal);
  const isLapsedFirst = (lapsedAt ?? 0) < (proposal.decision?.at ?? 0);
  return isLapsedFirst
    ? [found, ...lapsed, ...decided, ...takenLine(proposal)]
    : [found, ...decided, ...takenLine(proposal), ...lapsed];
};
