import { useSearchParams } from '@solidjs/router';
import { For, Show } from 'solid-js';
import type { RegisterView } from '#schema/contracts/registers.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { Checkbox, Select } from '#web/ui/choice-field.component.tsx';
import { LoadMore } from '#web/ui/load-more.component.tsx';
import { dataOf } from '#web/ui/state.component.tsx';
import { EntryTable } from './entry-table.component.tsx';
import { boardSentence } from './entry.presenter.ts';
import { Head } from './register-head.component.tsx';
import { RegisterLevels } from './register-level.component.tsx';
import { useBoard, useEntries } from './registers.queries.ts';

type Search = {
  state?: string;
  organization?: string;
  row?: string;
  overdue?: string;
  open?: string;
  field?: string;
  value?: string;
  sort?: string;
  awaiting?: string;
};

const flagOf = (flag: string | undefined) => (flag === 'true' ? true : undefined);

/** 待我方签收: the unit's own signature, or that of the office. */
const sideOf = (side: string | undefined) =>
  (['unit', 'office'] as const).find((each) => each === side);

/** The filters in the address, and where they are set. */
const createFilter = () => {
  const [params, setParams] = useSearchParams<Search>();
  const filter = () => ({
    state: params.state || undefined,
    organization: params.organization || undefined,
    row: params.row || undefined,
    overdue: flagOf(params.overdue),
    open: flagOf(params.open),
    sort: params.sort || undefined,
    awaiting: sideOf(params.awaiting),
    ...(params.field && params.value ? { field: params.field, value: params.value } : {}),
  });
  return { filter, set: (change: Search) => setParams(change, { replace: true }) };
};

type Filter = ReturnType<typeof createFilter>;

/** The register's own kinds: 问题类别, 风险等级, 行为类别. */
const listedFields = ({ form, listed }: RegisterView) =>
  form.fields.flatMap((field) =>
    field.kind === 'choice' && listed.includes(field.key) ? [field] : [],
  );

const sortable = ({ form, listed }: RegisterView) =>
  form.fields
    .filter(({ key }) => listed.includes(key))
    .map(({ key, label }) => ({ value: key, label: localText(label) }));

const OrderAndSignature = (props: { filter: Filter; register: RegisterView }) => (
  <>
    <Show when={sortable(props.register).length > 0}>
      <Select
        name="sort"
        label={t('registers.sort')}
        placeholder={t('registers.sort-order')}
        options={sortable(props.register)}
        value={props.filter.filter().sort ?? ''}
        onChange={(sort) => props.filter.set({ sort })}
      />
    </Show>
    <Select
      name="awaiting"
      label={t('registers.awaiting')}
      placeholder={t('registers.all')}
      options={[
        { value: 'unit', label: t('registers.awaiting-unit') },
        { value: 'office', label: t('registers.awaiting-office') },
      ]}
      value={props.filter.filter().awaiting ?? ''}
      onChange={(awaiting) => props.filter.set({ awaiting })}
    />
  </>
);

const Filters = (props: {
  filter: Filter;
  register: RegisterView;
  units: readonly { organizationId: string; organizationName: string }[];
}) => (
  <form class="filter-bar no-print" role="search" onSubmit={(event) => event.preventDefault()}>
    <Select
      name="state"
      label={t('registers.state')}
      placeholder={t('registers.all')}
      options={props.register.states.map(({ key, title }) => ({
        value: key,
        label: localText(title),
      }))}
      value={props.filter.filter().state ?? ''}
      onChange={(state) => props.filter.set({ state })}
    />
    <Show when={props.units.length > 1}>
      <Select
        name="organization"
        label={t('registers.unit')}
        placeholder={t('registers.all')}
        options={props.units.map(({ organizationId, organizationName }) => ({
          value: organizationId,
          label: organizationName,
        }))}
        value={props.filter.filter().organization ?? ''}
        onChange={(organization) => props.filter.set({ organization })}
      />
    </Show>
    <For each={listedFields(props.register)}>
      {(field) => (
        <Select
          name={field.key}
          label={localText(field.label)}
          placeholder={t('registers.all')}
          options={field.options.map(({ key, label }) => ({ value: key, label: localText(label) }))}
          value={
            props.filter.filter().field === field.key ? (props.filter.filter().value ?? '') : ''
          }
          onChange={(value) => props.filter.set({ field: value === '' ? '' : field.key, value })}
        />
      )}
    </For>
    <OrderAndSignature filter={props.filter} register={props.register} />
    <Checkbox
      name="overdue"
      label={t('registers.only-overdue')}
      checked={props.filter.filter().overdue ?? false}
      onChange={(isOn) => props.filter.set({ overdue: isOn ? 'true' : '' })}
    />
    <Checkbox
      name="open"
      label={t('registers.only-open')}
      checked={props.filter.filter().open ?? false}
      onChange={(isOn) => props.filter.set({ open: isOn ? 'true' : '' })}
    />
  </form>
);

/** A register: how it stands in a sentence, its filters, its entries. */
export const RegisterEntries = (props: { register: string }) => {
  const filter = createFilter();
  const entries = useEntries(() => props.register, filter.filter);
  const board = useBoard(() => props.register);
  const pages = () => (entries.isPending ? undefined : entries.data?.pages);
  const rows = () => pages()?.flatMap((page) => page.rows);
  const sentence = () => {
    const found = dataOf(board);
    return found && boardSentence(found);
  };
  return (
    <>
      <Show when={pages()?.[0]}>
        {(first) => (
          <>
            <Head first={first()} sentence={sentence()} />
            <Filters
              filter={filter}
              register={first().register}
              units={dataOf(board)?.units ?? []}
            />
          </>
        )}
      </Show>
      <EntryTable
        register={pages()?.[0]?.register}
        rows={rows()}
        error={entries.error}
        onRetry={() => void entries.refetch()}
        footer={
          <Show when={rows()}>
            {(all) => <LoadMore shown={all().length} total={pages()?.[0]?.total} list={entries} />}
          </Show>
        }
      />
      <RegisterLevels register={props.register} />
    </>
  );
};
