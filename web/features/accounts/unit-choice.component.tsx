import { useQuery } from '@tanstack/solid-query';
import { createSignal, untrack } from 'solid-js';
import type { OrganizationDetail, OrganizationPage } from '#schema/contracts/organizations.ts';
import { api } from '#web/shared/client.ts';
import { t } from '#web/shared/i18n.ts';
import { Select } from '#web/ui/choice-field.component.tsx';
import { dataOf } from '#web/ui/state.component.tsx';
import { TextField } from '#web/ui/text-field.component.tsx';

const useUnits = (search: () => string) =>
  useQuery(() => ({
    queryKey: ['organizations', 'choice', search()],
    queryFn: ({ signal }) =>
      api.get<OrganizationPage>(
        '/api/organizations',
        { search: search() || undefined, limit: 50 },
        signal,
      ),
  }));

/** A unit that was chosen elsewhere stands in the list, wherever it comes in the order. */
const useChosen = (id: () => string) =>
  useQuery(() => ({
    queryKey: ['organizations', 'detail', id()],
    queryFn: ({ signal }) =>
      api.get<OrganizationDetail>(`/api/organizations/${id()}`, undefined, signal),
    enabled: id() !== '',
  }));

type UnitChoiceProps = {
  value: string;
  required: boolean;
  error: string | undefined;
  /** What no unit means; the commission itself unless told. */
  none?: string | undefined;
  onChange: (id: string) => void;
};

/** One unit of the territory, found by its name; none is the commission itself. */
export const UnitChoice = (props: UnitChoiceProps) => {
  const [search, setSearch] = createSignal('');
  const units = useUnits(search);
  const given = untrack(() => props.value);
  const chosen = useChosen(() => given);
  const options = () => {
    const found = dataOf(units)?.items ?? [];
    const own = given === '' ? undefined : dataOf(chosen);
    const isMissing = own !== undefined && !found.some(({ id }) => id === own.id);
    return [...(isMissing ? [own] : []), ...found].map(({ id, name }) => ({
      value: id,
      label: name,
    }));
  };
  return (
    <>
      <TextField
        name="unitSearch"
        type="search"
        label={t('accounts.unit-search')}
        value={search()}
        onCommit={(value) => setSearch(value.trim())}
      />
      <Select
        name="organizationId"
        label={t('accounts.col-unit')}
        required={props.required}
        placeholder={props.required ? undefined : (props.none ?? t('accounts.reach-all'))}
        options={options()}
        value={props.value}
        onChange={props.onChange}
        error={props.error}
      />
    </>
  );
};
