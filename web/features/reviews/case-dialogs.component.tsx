import { useNavigate } from '@solidjs/router';
import { useQueryClient } from '@tanstack/solid-query';
import { Show, Suspense, createEffect, createSignal, lazy } from 'solid-js';
import type { ReviewCase } from '#schema/contracts/reviews.ts';
import { dayOf } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import { announce } from '#web/ui/toast.component.tsx';
import type { Opened } from './case-bar.component.tsx';
import { useReviewChanged } from './reviews.queries.ts';

const ReturnSheet = lazy(async () => ({
  default: (await import('./return-sheet.component.tsx')).ReturnSheet,
}));
const PassOnDialog = lazy(async () => ({
  default: (await import('./pass-on-dialog.component.tsx')).PassOnDialog,
}));
const HoldDialog = lazy(async () => ({
  default: (await import('./decision-dialogs.component.tsx')).HoldDialog,
}));
const RecuseDialog = lazy(async () => ({
  default: (await import('./decision-dialogs.component.tsx')).RecuseDialog,
}));
const DeductionsDialog = lazy(async () => ({
  default: (await import('./deductions.component.tsx')).DeductionsDialog,
}));
const ReliefDialog = lazy(async () => ({
  default: (await import('./relief-dialogs.component.tsx')).ReliefDialog,
}));

type Props = {
  found: ReviewCase;
  asOf: number;
  opened: Opened | undefined;
  onClose: () => void;
  onDecided: () => void;
  onChanged: () => void;
};

/** A dialog is fetched when it is first wanted, and keeps what was typed when it is closed. */
const createWanted = (opened: () => Opened | undefined) => {
  const [wanted, setWanted] = createSignal<ReadonlySet<Opened>>(new Set());
  createEffect(() => {
    const now = opened();
    if (now !== undefined) setWanted((before) => new Set([...before, now]));
  });
  return (dialog: Opened) => wanted().has(dialog);
};

/** Everything that opens over a filing under review. */
export const CaseDialogs = (props: Props) => {
  const navigate = useNavigate();
  const client = useQueryClient();
  const changed = useReviewChanged();
  const isWanted = createWanted(() => props.opened);
  const recused = () => {
    props.onClose();
    announce(t('reviews.recused'));
    void client.invalidateQueries({ queryKey: ['me'] });
    void changed();
    navigate('/reviews');
  };
  const closed = () => {
    props.onClose();
    props.onChanged();
  };
  const common = () => ({
    found: props.found,
    onClose: () => props.onClose(),
    onDecided: () => props.onDecided(),
  });
  return (
    <Suspense>
      <Show when={isWanted('return')}>
        <ReturnSheet {...common()} open={props.opened === 'return'} />
      </Show>
      <Show when={isWanted('hold')}>
        <HoldDialog {...common()} open={props.opened === 'hold'} />
      </Show>
      <Show when={isWanted('pass-on')}>
        <PassOnDialog {...common()} onAsked={closed} open={props.opened === 'pass-on'} />
      </Show>
      <Show when={isWanted('recuse')}>
        <RecuseDialog {...common()} onRecused={recused} open={props.opened === 'recuse'} />
      </Show>
      <OfUnit {...props} isWanted={isWanted} onDone={closed} />
    </Suspense>
  );
};

/** What is put on record about the unit or its paper, whatever is decided. */
const OfUnit = (props: Props & { isWanted: (dialog: Opened) => boolean; onDone: () => void }) => {
  const summary = () => props.found.submission.summary;
  return (
    <>
      <Show when={props.isWanted('deduct')}>
        <DeductionsDialog
          open={props.opened === 'deduct'}
          unit={summary().organizationName}
          place={{
            campaign: summary().campaignId,
            organization: summary().organizationId,
            submissionId: summary().id,
          }}
          onClose={() => props.onClose()}
        />
      </Show>
      <Show when={props.isWanted('paper')}>
        <ReliefDialog
          relief={props.opened === 'paper' ? 'paper' : undefined}
          summary={summary()}
          today={dayOf(props.asOf)}
          onClose={() => props.onClose()}
          onDone={() => props.onDone()}
        />
      </Show>
    </>
  );
};
