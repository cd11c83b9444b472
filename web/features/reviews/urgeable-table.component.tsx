import { Show, Suspense, createSignal, lazy } from 'solid-js';
import type { Urge, UrgeAll } from '#schema/contracts/reminders.ts';
import { useSession } from '#web/features/identity/session.ts';
import { useRemindersChanged } from '#web/features/reminders/reminders.queries.ts';
import { t } from '#web/shared/i18n.ts';
import { formatCount } from '#web/shared/numbers.ts';
import { Button } from '#web/ui/button.component.tsx';
import { ProgressTable, canBeUrged } from './progress-table.component.tsx';
import { useReviewChanged } from './reviews.queries.ts';
import type { ProgressRow } from './reviews.queries.ts';

const UrgeDialog = lazy(() =>
  import('#web/features/reminders/urge-dialog.component.tsx').then((part) => ({
    default: part.UrgeDialog,
  })),
);

type Props = {
  rows: readonly ProgressRow[];
  campaign: string;
  task: string;
  caption: string;
  /** What the list is filtered by: 催办全部逾期 finds the same on the server. */
  all: UrgeAll;
};

type Wanted = Pick<Urge, 'organizationIds' | 'all'>;

const BulkButtons = (props: {
  chosen: readonly string[];
  all: UrgeAll;
  hasOverdue: boolean;
  onUrge: (wanted: Wanted) => void;
}) => (
  <div class="row no-print">
    <Show when={props.chosen.length > 0}>
      <Button kind="primary" onClick={() => props.onUrge({ organizationIds: [...props.chosen] })}>
        {t('reminders.urge-selected', { count: formatCount(props.chosen.length) })}
      </Button>
    </Show>
    <Show when={props.hasOverdue}>
      <Button onClick={() => props.onUrge({ all: props.all })}>{t('reminders.urge-all')}</Button>
    </Show>
  </div>
);

/** 报送进度 with 催办: of one unit, of those chosen, or of all that are overdue. */
export const UrgeableTable = (props: Props) => {
  const { me, permissions } = useSession();
  const changed = [useReviewChanged(), useRemindersChanged()];
  const [chosen, setChosen] = createSignal<ReadonlySet<string>>(new Set());
  const [urged, setUrged] = createSignal<Wanted>();
  const own = () => me().person.organizationId;
  const mayUrge = () => permissions.holds('reminders.urge');
  const overdue = () =>
    props.rows.flatMap((row) =>
      canBeUrged(row, own()) && row.urged?.today !== true ? [row.organizationId] : [],
    );
  const choose = (id: string, isChosen: boolean) => {
    const next = new Set(chosen());
    if (isChosen) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  const urging = () =>
    mayUrge()
      ? {
          chosen: chosen(),
          own: own(),
          onChoose: choose,
          onUrge: (ids: readonly string[]) => setUrged({ organizationIds: [...ids] }),
        }
      : undefined;
  const done = () => {
    setChosen(new Set<string>());
    for (const refresh of changed) void refresh();
  };
  return (
    <div class="stack">
      <Show when={mayUrge()}>
        <BulkButtons
          chosen={overdue().filter((id) => chosen().has(id))}
          all={props.all}
          hasOverdue={overdue().length > 0}
          onUrge={setUrged}
        />
      </Show>
      <ProgressTable {...props} urging={urging()} />
      <Show when={urged()}>
        {(wanted) => (
          <Suspense>
            <UrgeDialog
              urge={{
                campaign: props.campaign,
                ...(props.task === '' ? {} : { task: props.task }),
                ...wanted(),
              }}
              onClose={() => setUrged(undefined)}
              onDone={done}
            />
          </Suspense>
        )}
      </Show>
    </div>
  );
};
