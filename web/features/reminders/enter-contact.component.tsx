import { For, Show, createSignal } from 'solid-js';
import type { Account } from '#schema/contracts/accounts.ts';
import type { ChannelKind, ContactKind } from '#schema/contracts/reminders.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Select } from '#web/ui/choice-field.component.tsx';
import { Refusal } from '#web/ui/refusal.component.tsx';
import { TextField } from '#web/ui/text-field.component.tsx';
import { announce } from '#web/ui/toast.component.tsx';
import { contactOf } from './contact-kinds.ts';
import { createContactFor, usePeople } from './reminders.queries.ts';

const nameOf = ({ username, post, organization }: Account) =>
  [organization?.name, post, username].filter(Boolean).join(' ');

const Entry = (props: { person: Account; kinds: readonly ContactKind[]; onDone: () => void }) => {
  const [kind, setKind] = createSignal<ContactKind>();
  const [value, setValue] = createSignal('');
  const chosen = () => kind() ?? props.kinds[0] ?? 'email';
  const entry = createContactFor(() => props.person.id);
  const save = async () => {
    if (!(await entry.attempt({ kind: chosen(), value: value().trim() }))) return;
    setValue('');
    announce(t('reminders.contact-kept'), 'done');
    props.onDone();
  };
  return (
    <div class="form stack-tight">
      <p>{nameOf(props.person)}</p>
      <Select
        name="contact-kind"
        label={t('reminders.contact-kind')}
        placeholder={null}
        options={props.kinds.map((each) => ({
          value: each,
          label: t(`reminders.contact-${each}`),
        }))}
        value={chosen()}
        onChange={(next) => setKind(props.kinds.find((each) => each === next))}
      />
      <TextField
        name="contact-value"
        label={t(`reminders.contact-${chosen()}`)}
        hint={t('reminders.contact-told')}
        value={value()}
        onInput={setValue}
      />
      <Refusal problem={entry.problem()} withFields />
      <div class="row">
        <Button busy={entry.isBusy()} disabled={value().trim() === ''} onClick={() => void save()}>
          {t('reminders.contact-save')}
        </Button>
      </div>
    </div>
  );
};

/** 代为登记联系方式: for a person who cannot do it; the owner is told, and nobody is shown it. */
export const EnterContact = (props: { opened: readonly ChannelKind[] }) => {
  const [search, setSearch] = createSignal('');
  const [person, setPerson] = createSignal<Account>();
  const people = usePeople(() => search().trim());
  const kinds = () => [...new Set(props.opened.map((kind) => contactOf[kind]))];
  return (
    <section class="form stack" aria-labelledby="enter-contact">
      <h2 class="section-title" id="enter-contact">
        {t('reminders.enter-contact')}
      </h2>
      <p class="small soft">{t('reminders.enter-contact-words')}</p>
      <Show
        when={kinds().length > 0}
        fallback={<p class="soft">{t('reminders.enter-contact-none')}</p>}
      >
        <TextField
          name="contact-person"
          type="search"
          label={t('reminders.contact-person')}
          value={search()}
          onInput={(words) => {
            setPerson(undefined);
            setSearch(words);
          }}
        />
        <Show
          when={person()}
          fallback={
            <ul class="message-list">
              <For each={people.data?.items}>
                {(account) => (
                  <li class="row-apart">
                    <span>{nameOf(account)}</span>
                    <Button small onClick={() => setPerson(account)}>
                      {t('reminders.contact-choose')}
                      <span class="visually-hidden">{nameOf(account)}</span>
                    </Button>
                  </li>
                )}
              </For>
            </ul>
          }
          keyed
        >
          {(chosen) => (
            <Entry
              person={chosen}
              kinds={kinds()}
              onDone={() => {
                setPerson(undefined);
                setSearch('');
              }}
            />
          )}
        </Show>
      </Show>
    </section>
  );
};
