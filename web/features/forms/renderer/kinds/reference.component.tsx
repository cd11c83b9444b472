import { useQuery } from '@tanstack/solid-query';
import { For, createSignal } from 'solid-js';
import type { OrganizationPage } from '#schema/contracts/organizations.ts';
import { api } from '#web/shared/client.ts';
import { t } from '#web/shared/i18n.ts';
import { Field, fieldId } from '#web/ui/field.component.tsx';
import { dataOf } from '#web/ui/state.component.tsx';
import { TextField } from '#web/ui/text-field.component.tsx';
import { frameOf, textOf } from '../field-frame.component.tsx';
import type { KindProps } from '../field-frame.component.tsx';
import { useForm } from '../form-model.ts';

const suggestionCount = 12;

const useSuggestions = (text: () => string) =>
  useQuery(() => ({
    queryKey: ['organizations', 'suggest', text()],
    queryFn: ({ signal }) =>
      api.get<OrganizationPage>(
        '/api/organizations',
        { search: text(), limit: suggestionCount },
        signal,
      ),
    enabled: text().trim().length >= 2,
    staleTime: 300_000,
    retry: false,
  }));

/** The name of a unit: offered from the list of units, and free where a unit has no account. */
export const OrganizationKind = (props: KindProps<'organization'>) => {
  const form = useForm();
  const [search, setSearch] = createSignal('');
  const found = useSuggestions(search);
  const listId = () => `${fieldId(props.path)}-units`;
  const type = (value: string) => {
    setSearch(value);
    form.type(props.path, value);
  };
  return (
    <Field {...frameOf(form, props)}>
      {(aria) => (
        <>
          <input
            {...aria()}
            class="input"
            name={props.path}
            type="text"
            autocomplete="off"
            list={listId()}
            value={textOf(form.valueOf(props.path))}
            onInput={(typed) => type(typed.currentTarget.value)}
            onChange={(left) => form.commit(props.path, left.currentTarget.value.trim())}
          />
          <datalist id={listId()}>
            <For each={dataOf(found)?.items ?? []}>{(unit) => <option value={unit.name} />}</For>
          </datalist>
        </>
      )}
    </Field>
  );
};

/** A post, never a person. */
export const PostKind = (props: KindProps<'post'>) => {
  const form = useForm();
  const frame = () => {
    const own = frameOf(form, props);
    return { ...own, hint: own.hint ?? t('forms.post-hint') };
  };
  return (
    <TextField
      {...frame()}
      value={textOf(form.valueOf(props.path))}
      onInput={(value) => form.type(props.path, value)}
      onCommit={(value) => form.commit(props.path, value.trim())}
    />
  );
};
