import { For, Show, createSignal } from 'solid-js';
import type { InvitationBatch, Slip } from '#schema/contracts/invitations.ts';
import { formatDate, formatInstant } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import { formatCount } from '#web/shared/numbers.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Confirm } from '#web/ui/dialog.component.tsx';
import { LoadFailed } from '#web/ui/state.component.tsx';
import { Callout } from '#web/ui/status.component.tsx';
import './invitations.css';
import { makeSlips, useBatchesChanged } from './batches.queries.ts';
import { linkOf } from './invitation.presenter.ts';

type Sheet = { readonly unit: string; readonly slips: readonly Slip[] };

/** One sheet a unit, in official order; the commission's own come first. */
export const sheetsOf = (slips: readonly Slip[]): Sheet[] => {
  const groups = new Map<string, { order: number; unit: string; slips: Slip[] }>();
  for (const slip of slips) {
    const key = slip.unit?.id ?? '';
    const unit = slip.unit?.name ?? t('organizations.superior-self');
    const group = groups.get(key) ?? { order: slip.unit?.order ?? -1, unit, slips: [] };
    group.slips.push(slip);
    groups.set(key, group);
  }
  return [...groups.values()].toSorted((left, right) => left.order - right.order);
};

const OneSlip = (props: { slip: Slip }) => (
  <li class="slip">
    <p>
      <strong>{props.slip.addressee}</strong> {props.slip.post}（
      {t(`accounts.role-${props.slip.role}`)}）
    </p>
    <p>{t('people.slip-username', { username: props.slip.username ?? '' })}</p>
    <Show when={props.slip.from}>
      {(from) => <p>{t('people.join-from', { day: formatDate(from()) })}</p>}
    </Show>
    <p>{t('people.slip-until', { until: formatInstant(props.slip.expiresAt) })}</p>
    <p class="slip-link">{linkOf(props.slip)}</p>
  </li>
);

const Sheets = (props: { slips: readonly Slip[]; onClose: () => void }) => (
  <section class="stack">
    <div class="no-print stack">
      <Callout
        kind="warn"
        live
        title={t('people.slips-made', { count: formatCount(props.slips.length) })}
      >
        {t('people.slips-once')}
      </Callout>
      <div class="row">
        <Button kind="quiet" onClick={() => props.onClose()}>
          {t('people.slips-close')}
        </Button>
        <Button kind="primary" onClick={() => window.print()}>
          {t('people.slips-print')}
        </Button>
      </div>
    </div>
    <For each={sheetsOf(props.slips)}>
      {(sheet) => (
        <article class="slip-sheet">
          <h2>{t('people.slips-unit', { unit: sheet.unit })}</h2>
          <p>{t('people.slips-words')}</p>
          <ul class="slips">
            <For each={sheet.slips}>{(slip) => <OneSlip slip={slip} />}</For>
          </ul>
        </article>
      )}
    </For>
  </section>
);

type MakeProps = {
  batch: InvitationBatch;
  /** How many are made so far, while they are being made. */
  made: number | undefined;
  failure: unknown;
  onMake: (again: boolean) => void;
};

const MakeSlips = (props: MakeProps) => {
  const [isAsking, setAsking] = createSignal(false);
  const again = () => {
    setAsking(false);
    props.onMake(true);
  };
  return (
    <div class="stack-tight no-print">
      <Show when={props.failure}>
        <LoadFailed error={props.failure} />
      </Show>
      <div class="row">
        <Show when={props.batch.authorized > 0}>
          <Button
            kind="primary"
            busy={props.made !== undefined}
            onClick={() => props.onMake(false)}
          >
            {t('people.slips-make', { count: formatCount(props.batch.authorized) })}
          </Button>
        </Show>
        <Show when={props.batch.linked > 0}>
          <Button busy={props.made !== undefined} onClick={() => setAsking(true)}>
            {t('people.slips-again')}
          </Button>
        </Show>
        <Show when={props.made !== undefined}>
          <span role="status">
            {t('people.slips-making', { made: formatCount(props.made ?? 0) })}
          </span>
        </Show>
      </div>
      <Confirm
        open={isAsking()}
        title={t('people.slips-again')}
        act={t('people.slips-again')}
        busy={false}
        onConfirm={again}
        onCancel={() => setAsking(false)}
      >
        <p>{t('people.slips-again-words')}</p>
      </Confirm>
    </div>
  );
};

/** 告知单: made for everybody who has no link yet, or anew for all; shown and printed once. */
export const BatchSlips = (props: { batch: InvitationBatch }) => {
  const [slips, setSlips] = createSignal<readonly Slip[]>();
  const [made, setMade] = createSignal<number>();
  const [failure, setFailure] = createSignal<unknown>();
  const changed = useBatchesChanged();
  const make = async (again: boolean) => {
    setFailure(undefined);
    setMade(0);
    try {
      setSlips(await makeSlips(props.batch.id, again, setMade));
    } catch (error) {
      setFailure(error);
    } finally {
      setMade(undefined);
    }
  };
  const close = () => {
    setSlips(undefined);
    void changed();
  };
  return (
    <Show
      when={slips()}
      fallback={
        <MakeSlips
          batch={props.batch}
          made={made()}
          failure={failure()}
          onMake={(again) => void make(again)}
        />
      }
    >
      {(list) => <Sheets slips={list()} onClose={close} />}
    </Show>
  );
};
