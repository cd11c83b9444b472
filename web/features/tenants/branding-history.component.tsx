import { For, Show } from 'solid-js';
import type { BrandingChange, BrandingDesk } from '#schema/contracts/tenant-branding.ts';
import { formatInstant } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Refusal } from '#web/ui/refusal.component.tsx';
import { Status } from '#web/ui/status.component.tsx';
import { announce } from '#web/ui/toast.component.tsx';
import { describeChange } from './branding.presenter.ts';
import { createBrandingRestore } from './branding.queries.ts';

type RowProps = {
  change: BrandingChange;
  former: BrandingChange | undefined;
  isNow: boolean;
  busy: boolean;
  onRestore: () => void;
};

const ChangeRow = (props: RowProps) => {
  const name = () =>
    props.change.number === 0
      ? t('branding.history-template')
      : t('branding.history-number', { number: props.change.number });
  return (
    <li>
      <span>
        <span
          class="branding-swatch"
          aria-hidden="true"
          style={{ 'background-color': props.change.site.accent }}
        />
        {name()}
        <Show when={props.change.number > 0}>
          {' '}
          <span class="soft">
            {formatInstant(props.change.at)} {props.change.post}
          </span>
          <span class="branding-change">{describeChange(props.change, props.former)}</span>
        </Show>
      </span>
      <Show
        when={!props.isNow}
        fallback={<Status kind="current">{t('branding.history-now')}</Status>}
      >
        <Button small busy={props.busy} onClick={() => props.onRestore()}>
          {t('branding.restore')}
          <span class="visually-hidden">{name()}</span>
        </Button>
      </Show>
    </li>
  );
};

/** 修改记录: who changed what and when; each former state can be taken back to. */
export const BrandingHistory = (props: {
  desk: BrandingDesk;
  onRestored: (version: number) => void;
}) => {
  const restore = createBrandingRestore(() => props.desk.version);
  const send = async (number: number) => {
    const moved = await restore.attempt(number);
    if (!moved) return;
    announce(t('branding.restored'), 'done');
    props.onRestored(moved.data.version);
  };
  return (
    <section class="stack" aria-labelledby="branding-history">
      <h2 class="section-title" id="branding-history">
        {t('branding.history')}
      </h2>
      <Show
        when={props.desk.changes.length > 0}
        fallback={<p class="soft">{t('branding.history-none')}</p>}
      >
        <Refusal problem={restore.problem()} withFields stale={t('branding.stale-words')} />
        <ol class="branding-changes">
          <For each={props.desk.changes}>
            {(change, at) => (
              <ChangeRow
                change={change}
                former={props.desk.changes[at() + 1]}
                isNow={at() === 0}
                busy={restore.isBusy()}
                onRestore={() => void send(change.number)}
              />
            )}
          </For>
        </ol>
      </Show>
    </section>
  );
};
