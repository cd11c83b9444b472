import { For, Show, createSignal } from 'solid-js';
import type { EndingPreview, OpenWork } from '#schema/contracts/organization-acts.ts';
import type { OrganizationDetail } from '#schema/contracts/organizations.ts';
import { UnitChoice } from '#web/features/accounts/unit-choice.component.tsx';
import { formatDate } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import { DataTable } from '#web/ui/data-table.component.tsx';
import { QueryView } from '#web/ui/state.component.tsx';
import { ActForm } from './unit-act-form.component.tsx';
import { useEnding } from './unit-acts.queries.ts';

const dueWords = ({ dueOn }: OpenWork) => (dueOn === null ? '' : formatDate(dueOn));

const Preview = (props: { ending: EndingPreview }) => (
  <div class="stack">
    <DataTable
      caption={t('units.ending-work')}
      rows={props.ending.work}
      columns={[
        {
          key: 'title',
          header: t('units.ending-title'),
          rowHeader: true,
          cell: ({ title }) => title,
          text: ({ title }) => title,
        },
        {
          key: 'kind',
          header: t('units.ending-kind'),
          cell: ({ kind }) => t(`units.work-${kind}`),
          text: ({ kind }) => t(`units.work-${kind}`),
        },
        {
          key: 'due',
          header: t('units.ending-due'),
          cell: dueWords,
          text: dueWords,
        },
        {
          key: 'fate',
          header: t('units.ending-fate'),
          cell: ({ fate }) => t(`units.fate-${fate}`),
          text: ({ fate }) => t(`units.fate-${fate}`),
        },
      ]}
      empty={{ title: t('units.ending-no-work') }}
    />
    <Show when={props.ending.subordinates.length > 0}>
      <div>
        <p>{t('units.ending-subordinates', { count: props.ending.subordinates.length })}</p>
        <ul>
          <For each={props.ending.subordinates}>
            {({ name, relation }) => (
              <li>
                {name}（{t(`organizations.relation-${relation}`)}）
              </li>
            )}
          </For>
        </ul>
      </div>
    </Show>
    <Show when={props.ending.accounts.length > 0}>
      <p>
        {t('units.ending-accounts', {
          accounts: props.ending.accounts.map(({ username }) => username ?? '').join('、'),
        })}
      </p>
    </Show>
  </div>
);

/** 停业或并入: first what would become of everything, then the act. */
export const EndForm = (props: { unit: OrganizationDetail; onDone: () => void }) => {
  const [intoId, setIntoId] = createSignal('');
  const ending = useEnding(() => props.unit.id, intoId);
  const act = () => t(intoId() === '' ? 'units.close' : 'units.merge');
  return (
    <ActForm
      unit={props.unit}
      onDone={() => props.onDone()}
      verb="end"
      act={act()}
      danger
      body={() => (intoId() === '' ? {} : { intoId: intoId() })}
    >
      <p>{t('units.end-words')}</p>
      <p>{t('units.end-into')}</p>
      <UnitChoice
        value={intoId()}
        required={false}
        error={undefined}
        none={t('units.end-none')}
        onChange={setIntoId}
      />
      <QueryView query={ending}>{(preview) => <Preview ending={preview()} />}</QueryView>
    </ActForm>
  );
};

export const ReopenForm = (props: { unit: OrganizationDetail; onDone: () => void }) => (
  <ActForm
    unit={props.unit}
    onDone={() => props.onDone()}
    verb="reopen"
    act={t('units.reopen')}
    body={() => ({})}
    withoutDay
  >
    <p>{t('units.reopen-words')}</p>
  </ActForm>
);
