import { For, Show, createSignal } from 'solid-js';
import { useOrganizations } from '#web/features/organizations/organizations.queries.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { dataOf } from '#web/ui/state.component.tsx';
import { TextField } from '#web/ui/text-field.component.tsx';

/** Finds a unit by some of its name; nothing is looked up before something is written. */
export const AddUnit = (props: {
  onAdd: (id: string, name: string) => void;
  taken: readonly string[];
  label?: string | undefined;
}) => {
  const label = () => props.label ?? t('requests.add-unit');
  const [search, setSearch] = createSignal('');
  const found = useOrganizations(() => ({ search: search().trim() || undefined }));
  const hits = () =>
    search().trim() === ''
      ? []
      : (dataOf(found)?.pages[0]?.items ?? [])
          .filter(({ id }) => !props.taken.includes(id))
          .slice(0, 8);
  const add = (id: string, name: string) => {
    props.onAdd(id, name);
    setSearch('');
  };
  return (
    <>
      <TextField
        name="to/search"
        type="search"
        label={label()}
        hint={t('organizations.search-hint')}
        value={search()}
        onInput={setSearch}
      />
      <Show when={search().trim() !== ''}>
        <ul class="request-hits" aria-label={label()}>
          <For each={hits()} fallback={<li class="soft">{t('organizations.empty-title')}</li>}>
            {({ id, name }) => (
              <li>
                <Button small onClick={() => add(id, name)}>
                  {name}
                </Button>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </>
  );
};
