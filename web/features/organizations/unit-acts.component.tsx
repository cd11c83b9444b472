import { For, Match, Show, Switch, createSignal, lazy } from 'solid-js';
import type { OrganizationAct } from '#schema/contracts/organization-acts.ts';
import type { OrganizationDetail } from '#schema/contracts/organizations.ts';
import { formatDate, formatInstant } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { DataTable } from '#web/ui/data-table.component.tsx';
import { Dialog } from '#web/ui/dialog.component.tsx';
import { Status } from '#web/ui/status.component.tsx';
import { factName, factValue } from './organization.presenter.ts';

const changing = () => import('./change-unit.component.tsx');
const ending = () => import('./end-unit.component.tsx');
const RenameForm = lazy(async () => ({ default: (await changing()).RenameForm }));
const SuperiorForm = lazy(async () => ({ default: (await changing()).SuperiorForm }));
const FactForm = lazy(async () => ({ default: (await changing()).FactForm }));
const EndForm = lazy(async () => ({ default: (await ending()).EndForm }));
const ReopenForm = lazy(async () => ({ default: (await ending()).ReopenForm }));

const verbs = ['rename', 'superior', 'facts', 'end'] as const;
type Verb = (typeof verbs)[number] | 'reopen';

/** 办理: what may be done to a unit, each in a dialog of its own. */
export const UnitActs = (props: { unit: OrganizationDetail }) => {
  const [verb, setVerb] = createSignal<Verb>();
  const isUndoable = () =>
    props.unit.acts?.some(
      ({ kind, state }) => (kind === 'close' || kind === 'merge') && state === 'standing',
    ) ?? false;
  const title = () => {
    const chosen = verb();
    return chosen ? t(`units.verb-${chosen}`) : '';
  };
  const close = () => setVerb(undefined);
  return (
    <>
      <Show when={props.unit.status === 'open'}>
        <For each={verbs}>
          {(each) => <Button onClick={() => setVerb(each)}>{t(`units.verb-${each}`)}</Button>}
        </For>
      </Show>
      <Show when={isUndoable()}>
        <Button onClick={() => setVerb('reopen')}>{t('units.verb-reopen')}</Button>
      </Show>
      <Dialog open={verb() !== undefined} wide={verb() === 'end'} title={title()} onClose={close}>
        <Switch>
          <Match when={verb() === 'rename'}>
            <RenameForm unit={props.unit} onDone={close} />
          </Match>
          <Match when={verb() === 'superior'}>
            <SuperiorForm unit={props.unit} onDone={close} />
          </Match>
          <Match when={verb() === 'facts'}>
            <FactForm unit={props.unit} onDone={close} />
          </Match>
          <Match when={verb() === 'end'}>
            <EndForm unit={props.unit} onDone={close} />
          </Match>
          <Match when={verb() === 'reopen'}>
            <ReopenForm unit={props.unit} onDone={close} />
          </Match>
        </Switch>
      </Dialog>
    </>
  );
};

const changeOf = ({ facts }: OrganizationAct): string => {
  const { before, after, into, key } = facts;
  if (into) return t('units.act-into', { unit: String(into) });
  if (before === undefined && after === undefined) return '';
  const fact = typeof key === 'string' ? key : '';
  const words = (value: typeof before) =>
    value === null || value === undefined ? t('organizations.none') : factValue(value, fact);
  const change = t('units.act-change', { before: words(before), after: words(after) });
  return fact === '' ? change : t('units.act-fact', { fact: factName(fact), change });
};

const Done = (props: { act: OrganizationAct }) => (
  <>
    {props.act.byPost} {formatInstant(props.act.at)}{' '}
    <Show when={props.act.state === 'undone'}>
      <Status kind="stopped">{t('units.act-undone')}</Status>
    </Show>
  </>
);

/** 变更记录: what was done to the unit, from which day, why and by which post. */
export const UnitHistory = (props: { acts: readonly OrganizationAct[] }) => (
  <DataTable
    caption={t('units.history')}
    rows={props.acts}
    columns={[
      {
        key: 'kind',
        header: t('units.act-kind'),
        rowHeader: true,
        cell: ({ kind }) => t(`units.act-${kind}`),
        text: ({ kind }) => t(`units.act-${kind}`),
      },
      { key: 'change', header: t('units.act-what'), cell: changeOf, text: changeOf },
      {
        key: 'on',
        header: t('units.act-on'),
        cell: ({ effectiveOn }) => formatDate(effectiveOn),
        text: ({ effectiveOn }) => formatDate(effectiveOn),
      },
      {
        key: 'reason',
        header: t('units.act-reason'),
        cell: ({ reason }) => reason,
        text: ({ reason }) => reason,
      },
      {
        key: 'by',
        header: t('units.act-by'),
        cell: (act) => <Done act={act} />,
      },
    ]}
    empty={{ title: t('units.history-empty') }}
  />
);
