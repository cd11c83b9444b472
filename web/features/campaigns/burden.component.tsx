import { Show } from 'solid-js';
import { unitClassName } from '#plugins/sdk/burden/unit-classes.ts';
import type { UnitClass } from '#plugins/sdk/burden/unit-classes.ts';
import type { BurdenAnswer } from '#schema/contracts/campaigns.ts';
import { locale, localText, t } from '#web/shared/i18n.ts';
import { formatCount } from '#web/shared/numbers.ts';
import { DataTable } from '#web/ui/data-table.component.tsx';
import type { Column } from '#web/ui/data-table.component.tsx';
import { Callout, Status } from '#web/ui/status.component.tsx';

type Row = BurdenAnswer['rows'][number];

/** Hours with one place, by integers alone. */
export const hoursOf = (minutes: number): string => {
  const tenths = Math.round(minutes / 6);
  return tenths % 10 === 0 ? String(tenths / 10) : `${Math.floor(tenths / 10)}.${tenths % 10}`;
};

export const differenceOf = (now: number, before: number | undefined): string => {
  if (before === undefined) return t('campaigns.no-previous');
  if (now === before) return t('campaigns.same-as-before');
  return now > before ? `+${now - before}` : `−${before - now}`;
};

/** The kinds and levels of a row are those of organizations. */
const nameOf = (row: Row): string =>
  unitClassName({ kind: row.unitKind, level: row.level } as UnitClass, locale());

const columns = (): Column<Row>[] => [
  {
    key: 'kind',
    header: t('campaigns.burden-kind'),
    rowHeader: true,
    cell: (row) => (
      <>
        {nameOf(row)}
        <Show when={row.isOver}>
          {' '}
          <Status kind="late">{t('campaigns.burden-over')}</Status>
        </Show>
      </>
    ),
    text: nameOf,
  },
  {
    key: 'units',
    header: t('campaigns.burden-units'),
    align: 'end',
    cell: (row) => formatCount(row.units),
    text: (row) => row.units,
  },
  {
    key: 'filings',
    header: t('campaigns.burden-filings'),
    align: 'end',
    cell: (row) => formatCount(row.filings),
    text: (row) => row.filings,
  },
  {
    key: 'difference',
    header: t('campaigns.burden-difference'),
    align: 'end',
    cell: (row) => differenceOf(row.filings, row.previousFilings),
    text: (row) => differenceOf(row.filings, row.previousFilings),
  },
  {
    key: 'fields',
    header: t('campaigns.burden-fields'),
    align: 'end',
    cell: (row) => formatCount(row.fields),
    text: (row) => row.fields,
  },
  {
    key: 'hours',
    header: t('campaigns.burden-hours'),
    align: 'end',
    cell: (row) => hoursOf(row.minutes),
    text: (row) => hoursOf(row.minutes),
  },
  {
    key: 'previous-hours',
    header: t('campaigns.burden-previous-hours'),
    align: 'end',
    cell: (row) =>
      row.previousMinutes === undefined ? t('campaigns.no-previous') : hoursOf(row.previousMinutes),
    text: (row) => (row.previousMinutes === undefined ? '' : hoursOf(row.previousMinutes)),
  },
];

/** 负担测算: per kind of unit, against last year and the ceiling. */
export const BurdenTable = (props: { burden: BurdenAnswer }) => (
  <div class="stack">
    <Show when={props.burden.isOver}>
      <Callout kind="warn" title={t('campaigns.burden-over-title')}>
        {t(
          props.burden.hasCountersignature
            ? 'campaigns.burden-over-countersigned'
            : 'campaigns.burden-over-mend',
        )}
      </Callout>
    </Show>
    <DataTable
      caption={t('campaigns.burden')}
      captionHidden
      rows={props.burden.rows}
      columns={columns()}
      empty={{ title: t('campaigns.burden-empty'), next: t('campaigns.burden-empty-next') }}
      copy={{
        lead: () => props.burden.rows.map(({ words }) => localText(words)).join('\n'),
      }}
      footer={
        <span class="small soft">
          {t('campaigns.burden-note', { hours: hoursOf(props.burden.ceilingMinutes) })}
          <Show when={props.burden.previous}>
            {(previous) => (
              <>
                {t('campaigns.burden-previous', { title: previous().title, year: previous().year })}
              </>
            )}
          </Show>
        </span>
      }
    />
  </div>
);
