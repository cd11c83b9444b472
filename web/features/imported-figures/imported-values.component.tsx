import { useQueryClient } from '@tanstack/solid-query';
import { Show } from 'solid-js';
import type { FigureImport, ImportedFigure } from '#schema/contracts/imported-figures.ts';
import { useSession } from '#web/features/identity/session.ts';
import { formatDate, formatInstant } from '#web/shared/dates.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { formatCount } from '#web/shared/numbers.ts';
import { periodWords } from '#web/shared/period-words.ts';
import { DataTable } from '#web/ui/data-table.component.tsx';
import type { Column } from '#web/ui/data-table.component.tsx';
import { LoadMore } from '#web/ui/load-more.component.tsx';
import { PageHeader } from '#web/ui/page.component.tsx';
import { ReasonedAct } from '#web/ui/reasoned-act.component.tsx';
import { LoadFailed, Loading } from '#web/ui/state.component.tsx';
import { Callout } from '#web/ui/status.component.tsx';
import { alignedValues, formWords } from './imported-figures.presenter.ts';
import { createWithdrawal, useImportedValues } from './imported-figures.queries.ts';

const count = (value: number | null): string => (value === null ? '—' : formatCount(value));
const nameOf = ({ organizationId, organizationName }: ImportedFigure): string =>
  organizationId === undefined ? t('imported.whole') : organizationName;
const assessment = ({ tooFew }: ImportedFigure): string => (tooFew ? t('imported.too-few') : '');

const columns = (
  of: FigureImport,
  aligned: (value: string | null) => string | null,
): Column<ImportedFigure>[] => [
  {
    key: 'unit',
    header: t('imported.unit'),
    rowHeader: true,
    cell: nameOf,
    text: nameOf,
  },
  {
    key: 'value',
    header: formWords(of),
    align: 'end',
    cell: ({ value }) => aligned(value) ?? '—',
    text: ({ value }) => aligned(value) ?? '',
  },
  ...(of.form === 'ratio'
    ? [
        {
          key: 'numerator',
          header: t('imported.numerator'),
          align: 'end' as const,
          cell: ({ numerator }: ImportedFigure) => count(numerator),
          text: ({ numerator }: ImportedFigure) => String(numerator ?? ''),
        },
      ]
    : []),
  ...(of.form === 'ratio' || of.form === 'mean'
    ? [
        {
          key: 'sample',
          header: t(of.form === 'ratio' ? 'imported.denominator' : 'imported.sample'),
          align: 'end' as const,
          cell: ({ sample }: ImportedFigure) => count(sample),
          text: ({ sample }: ImportedFigure) => String(sample ?? ''),
        },
        {
          key: 'assessed',
          header: t('imported.assessed'),
          cell: assessment,
          text: assessment,
        },
      ]
    : []),
];

const factsOf = (of: FigureImport): string =>
  t('imported.facts', {
    system: of.system,
    day: formatDate(of.dataOn),
    file: of.fileName,
    post: of.openedByPost,
    at: formatInstant(of.knownAt),
    level: t(`imported.level-${of.level}`),
    lines: formatCount(of.lines),
  });

const Withdrawal = (props: { of: FigureImport }) => {
  const client = useQueryClient();
  const withdrawal = createWithdrawal();
  const withdraw = async (reason: string) => {
    await withdrawal.run({ id: props.of.id, reason });
    await client.invalidateQueries({ queryKey: ['imported-figures'] });
    await client.invalidateQueries({ queryKey: ['figures'] });
  };
  return (
    <section class="stack form no-print" aria-label={t('imported.withdraw')}>
      <p class="soft">{t('imported.withdraw-note')}</p>
      <ReasonedAct
        name="reason"
        label={t('imported.reason')}
        act={t('imported.withdraw')}
        kind="secondary"
        busy={withdrawal.isBusy()}
        onAct={(reason) => void withdraw(reason).catch(() => undefined)}
      />
      <Show when={withdrawal.error()}>
        <LoadFailed error={withdrawal.error()} />
      </Show>
    </section>
  );
};

/** What one import says, unit by unit; whoever imports may withdraw it. */
export const ImportedValuesView = (props: { id: string }) => {
  const { permissions } = useSession();
  const query = useImportedValues(() => props.id);
  const pages = () => (query.isPending ? [] : (query.data?.pages ?? []));
  const items = () => pages().flatMap((page) => page.items);
  return (
    <Show
      when={pages()[0]?.import}
      fallback={
        <Show when={query.error} fallback={<Loading />}>
          <LoadFailed error={query.error} onRetry={() => void query.refetch()} />
        </Show>
      }
    >
      {(of) => (
        <div class="stack">
          <PageHeader
            title={t('imported.title-values', {
              title: localText(of().title),
              period: periodWords(of().period),
            })}
            breadcrumb={[
              { label: t('imported.title'), href: '/imported-figures' },
              { label: t('imported.values') },
            ]}
            summary={factsOf(of())}
          />
          <Show when={of().withdrawn}>
            {(withdrawn) => (
              <Callout kind="warn" title={t('imported.withdrawn')}>
                {t('imported.withdrawn-words', {
                  post: withdrawn().byPost,
                  at: formatInstant(withdrawn().at),
                  reason: withdrawn().reason,
                })}
              </Callout>
            )}
          </Show>
          <DataTable
            caption={t('imported.values')}
            captionHidden
            rows={items()}
            columns={columns(of(), alignedValues(items().map(({ value }) => value)))}
            empty={{ title: t('imported.values-empty'), next: t('imported.values-empty-next') }}
            footer={<LoadMore shown={items().length} total={of().lines} list={query} />}
          />
          <Show when={of().withdrawn === undefined && permissions.holds('campaigns.draft')}>
            <Withdrawal of={of()} />
          </Show>
        </div>
      )}
    </Show>
  );
};
