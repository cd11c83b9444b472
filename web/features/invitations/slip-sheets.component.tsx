import { For, Show, onCleanup, onMount } from 'solid-js';
import type { Slip } from '#schema/contracts/invitations.ts';
import { formatDate, formatInstant } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import { formatCount } from '#web/shared/numbers.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Callout } from '#web/ui/status.component.tsx';
import './invitations.css';
import { linkOf } from './invitation.presenter.ts';

type Sheet = { readonly unit: string; readonly slips: readonly Slip[] };

/** One sheet a unit, in official order; the commission's own come first. */
export const sheetsOf = (slips: readonly Slip[]): Sheet[] => {
  const groups = new Map<string, { order: number; unit: string; slips: Slip[] }>();
  for (const slip of slips) {
    const key = slip.unit?.id ?? '';
    const unit = slip.unit?.name ?? t('people.slips-own');
    const group = groups.get(key) ?? { order: slip.unit?.order ?? -1, unit, slips: [] };
    group.slips.push(slip);
    groups.set(key, group);
  }
  return [...groups.values()].toSorted((left, right) => left.order - right.order);
};

const OneSlip = (props: { slip: Slip }) => (
  <li class="slip">
    <p>
      <strong>{props.slip.addressee}</strong> {props.slip.post} ·{' '}
      {t(`accounts.role-${props.slip.role}`)}
    </p>
    <p>{t('people.slip-username', { username: props.slip.username ?? '' })}</p>
    <Show when={props.slip.from}>
      {(from) => <p>{t('people.join-from', { day: formatDate(from()) })}</p>}
    </Show>
    <p>{t('people.slip-until', { until: formatInstant(props.slip.expiresAt) })}</p>
    <p class="slip-link">{linkOf(props.slip)}</p>
  </li>
);

const printing = 'prints-slips';

/** Sheets for other people's hands bear no heading of this page, however printing is begun. */
const createBareSheets = () => {
  const { classList } = document.documentElement;
  onMount(() => classList.add(printing));
  onCleanup(() => classList.remove(printing));
};

const Sheets = (props: { slips: readonly Slip[] }) => {
  createBareSheets();
  return (
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
  );
};

/** Every slip, to be printed now: a page a unit. */
export const SlipSheets = (props: {
  slips: readonly Slip[];
  onPrint: () => void;
  onClose: () => void;
}) => (
  <section class="stack slip-desk">
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
        <Button kind="primary" onClick={() => props.onPrint()}>
          {t('people.slips-print')}
        </Button>
      </div>
    </div>
    <Sheets slips={props.slips} />
  </section>
);
