import { For, Show, createSignal } from 'solid-js';
import type { BulletinDetail, FigureChange } from '#schema/contracts/bulletins.ts';
import { t } from '#web/shared/i18n.ts';
import { DateField } from '#web/ui/date-field.component.tsx';
import { QueryView } from '#web/ui/state.component.tsx';
import { ActDialog } from './act.component.tsx';
import { bulletinPath, useFigureChanges } from './bulletins.queries.ts';

const isOther = ({ before, after }: FigureChange): boolean => before.value !== after?.value;

const Changes = (props: { detail: BulletinDetail; asOf: string }) => {
  const changes = useFigureChanges(() => ({
    id: props.detail.summary.id,
    asOf: props.asOf,
    textVersion: props.detail.checks.textVersion,
  }));
  return (
    <QueryView query={changes}>
      {(found) => (
        <ul class="source-list">
          <For
            each={found().changes.filter(isOther)}
            fallback={<li class="soft">{t('bulletins.no-changes')}</li>}
          >
            {(change) => (
              <li lang="zh-CN">
                {change.label}：{change.before.value} →{' '}
                <Show when={change.after} fallback={t('bulletins.figure-gone')}>
                  {(after) => <strong class="figures">{after().value}</strong>}
                </Show>
              </li>
            )}
          </For>
        </ul>
      )}
    </QueryView>
  );
};

/** 更新到…: every figure is read anew as of one day, and what changes is shown before. */
export const RefreshFigures = (props: { detail: BulletinDetail }) => {
  const [asOf, setAsOf] = createSignal('');
  return (
    <ActDialog
      wide
      label={t('bulletins.refresh')}
      done="bulletins.refreshed"
      target={{
        path: `${bulletinPath(props.detail.summary.id)}/figures`,
        version: props.detail.summary.version,
      }}
      body={() => ({
        ...(asOf() === '' ? {} : { asOf: asOf() }),
        textVersion: props.detail.checks.textVersion,
      })}
    >
      <DateField
        name="asOf"
        label={t('bulletins.refresh-day')}
        hint={t('bulletins.refresh-hint')}
        value={asOf()}
        onInput={setAsOf}
      />
      <Changes detail={props.detail} asOf={asOf()} />
    </ActDialog>
  );
};
