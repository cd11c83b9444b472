import { A } from '@solidjs/router';
import { For, Show, Suspense, createSignal, lazy } from 'solid-js';
import { useSession } from '#web/features/identity/session.ts';
import { t } from '#web/shared/i18n.ts';
import { Button, LinkButton } from '#web/ui/button.component.tsx';
import { dataOf } from '#web/ui/state.component.tsx';
import { Status } from '#web/ui/status.component.tsx';
import { useProgress } from './reviews.queries.ts';
import type { ProgressRow } from './reviews.queries.ts';

const DeductionsDialog = lazy(async () => ({
  default: (await import('./deductions.component.tsx')).DeductionsDialog,
}));

const shownAtOnce = 10;

/** The longest overdue first. */
const worstFirst = (rows: readonly ProgressRow[]) =>
  [...rows].sort((left, right) => right.overdueDays - left.overdueDays);

const Unit = (props: { row: ProgressRow; campaign: string; onDeduct: () => void }) => {
  const { permissions } = useSession();
  const subject = () => ({ organizationId: props.row.organizationId });
  return (
    <li>
      <span class="desk-list-main">
        <A href={`/progress?campaign=${props.campaign}&overdue=true`}>
          {props.row.organizationName}
        </A>{' '}
        <Show when={props.row.arrived === 0}>
          <span class="small soft">{t('desk.nothing-filed')}</span>
        </Show>
      </span>
      <Status kind="late">
        {t('desk.overdue-of', { count: props.row.overdue, days: props.row.overdueDays })}
      </Status>
      <Show when={permissions.can('scoring.deduct', subject())}>
        <Button small onClick={() => props.onDeduct()}>
          {t('reviews.deductions')}
          <span class="visually-hidden">：{props.row.organizationName}</span>
        </Button>
      </Show>
    </li>
  );
};

/** 逾期未报: what waits for nobody's review because it never came. */
export const UnfiledUnits = (props: { campaign: string }) => {
  const { permissions } = useSession();
  const [deducted, setDeducted] = createSignal<ProgressRow>();
  const [isWhole, setWhole] = createSignal(false);
  const progress = useProgress(() => ({ campaign: props.campaign, overdue: true }));
  const rows = () => worstFirst(dataOf(progress)?.rows ?? []);
  const shown = () => (isWhole() ? rows() : rows().slice(0, shownAtOnce));
  return (
    <Show when={rows().length > 0}>
      <section class="stack-tight desk-section">
        <div class="row row-apart">
          <h2 class="section-title">{t('desk.unfiled', { count: rows().length })}</h2>
          <span class="row no-print">
            <Show when={permissions.holds('submissions.fill')}>
              <LinkButton small href={`/on-behalf?campaign=${props.campaign}`}>
                {t('desk.on-behalf')}
              </LinkButton>
            </Show>
            <LinkButton small href={`/progress?campaign=${props.campaign}&overdue=true`}>
              {t('desk.urge')}
            </LinkButton>
          </span>
        </div>
        <ul class="desk-list">
          <For each={shown()}>
            {(row) => (
              <Unit row={row} campaign={props.campaign} onDeduct={() => setDeducted(() => row)} />
            )}
          </For>
        </ul>
        <Show when={rows().length > shownAtOnce && !isWhole()}>
          <Button small kind="quiet" onClick={() => setWhole(true)}>
            {t('desk.unfiled-all', { count: rows().length })}
          </Button>
        </Show>
        <Show when={deducted()}>
          {(row) => (
            <Suspense>
              <DeductionsDialog
                open
                unit={row().organizationName}
                place={{ campaign: props.campaign, organization: row().organizationId }}
                onClose={() => setDeducted(undefined)}
              />
            </Suspense>
          )}
        </Show>
      </section>
    </Show>
  );
};
