import { useBeforeLeave } from '@solidjs/router';
import type { BeforeLeaveEventArgs } from '@solidjs/router';
import { Show, createEffect, createSignal, onCleanup } from 'solid-js';
import type { InvitationBatch, Slip } from '#schema/contracts/invitations.ts';
import { t } from '#web/shared/i18n.ts';
import { Confirm } from '#web/ui/dialog.component.tsx';
import { LoadFailed } from '#web/ui/state.component.tsx';
import { makeSlips } from './batches.queries.ts';
import { useInvitationsChanged } from './invitations.queries.ts';
import { MakeSlips } from './make-slips.component.tsx';
import { SlipSheets } from './slip-sheets.component.tsx';

/** What was made is kept step by step: a link is told once, also where a later step fails. */
const createMaking = (batch: () => InvitationBatch) => {
  const [slips, setSlips] = createSignal<readonly Slip[]>([]);
  const [isMaking, setMaking] = createSignal(false);
  const [failure, setFailure] = createSignal<unknown>();
  const changed = useInvitationsChanged();
  const make = async (again: boolean) => {
    setFailure(undefined);
    setMaking(true);
    try {
      await makeSlips(batch().id, again, (made) => setSlips((before) => [...before, ...made]));
    } catch (error) {
      setFailure(error);
    } finally {
      setMaking(false);
      await changed();
    }
  };
  return { slips, isMaking, failure, make, drop: () => setSlips([]) };
};

/** The browser's own question before the window is closed or loaded anew. */
const createUnloadGuard = (isKept: () => boolean) =>
  createEffect(() => {
    if (!isKept()) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    onCleanup(() => window.removeEventListener('beforeunload', ask));
  });

/** Asks before slips that nobody has printed are dropped, by closing them or by leaving the page. */
const createKeeping = (slips: () => readonly Slip[], drop: () => void) => {
  const [isPrinted, setPrinted] = createSignal(false);
  const [leaving, setLeaving] = createSignal<() => void>();
  const isKept = () => slips().length > 0 && !isPrinted();
  createUnloadGuard(isKept);
  useBeforeLeave((event: BeforeLeaveEventArgs) => {
    if (event.defaultPrevented || !isKept()) return;
    event.preventDefault();
    setLeaving(() => () => event.retry(true));
  });
  const close = () => {
    drop();
    setPrinted(false);
  };
  return {
    isAsking: () => leaving() !== undefined,
    stay: () => setLeaving(undefined),
    go: () => {
      const away = leaving();
      setLeaving(undefined);
      away?.();
    },
    print: () => {
      setPrinted(true);
      window.print();
    },
    close: () => (isPrinted() ? close() : setLeaving(() => close)),
  };
};

/** 告知单: made for everybody who has no link yet, or anew for all; shown and printed once. */
export const BatchSlips = (props: { batch: InvitationBatch }) => {
  const making = createMaking(() => props.batch);
  const keeping = createKeeping(making.slips, making.drop);
  return (
    <>
      <Show
        when={making.slips().length > 0 && !making.isMaking()}
        fallback={
          <MakeSlips
            batch={props.batch}
            made={making.isMaking() ? making.slips().length : undefined}
            failure={making.failure()}
            onMake={(again) => void making.make(again)}
          />
        }
      >
        <Show when={making.failure()}>
          {(error) => (
            <div class="no-print">
              <LoadFailed error={error()} />
            </div>
          )}
        </Show>
        <SlipSheets slips={making.slips()} onPrint={keeping.print} onClose={keeping.close} />
      </Show>
      <Confirm
        open={keeping.isAsking()}
        title={t('people.slips-unprinted')}
        act={t('people.slips-leave')}
        danger
        onConfirm={keeping.go}
        onCancel={keeping.stay}
      >
        <p>{t('people.slips-unprinted-words')}</p>
      </Confirm>
    </>
  );
};
