import { For, Show, createResource } from 'solid-js';
import { nameOfTarget } from '#web/features/campaigns/problems.presenter.ts';
import { t } from '#web/shared/i18n.ts';
import { Confirm } from '#web/ui/dialog.component.tsx';
import { Refusal } from '#web/ui/refusal.component.tsx';
import { goesWith, leftBehind, nameOf } from './hanging.ts';
import { usePartActs } from './part-acts.ts';
import type { PartActs } from './part-acts.ts';
import type { Address } from './part-changes.ts';

const LeftBehind = (props: { acts: PartActs; gone: readonly Address[] }) => {
  const [left] = createResource(
    () => props.gone,
    async (gone) => {
      const found = await leftBehind(props.acts.draft(), gone);
      const names = found.map((problem) => nameOfTarget(props.acts.draft(), problem));
      return [...new Set(names.map((name) => name ?? t('campaigns.head')))];
    },
  );
  return (
    <Show when={!left.loading && (left.latest?.length ?? 0) > 0}>
      <p>{t('plan.remove-left-behind')}</p>
      <ul class="plan-names">
        <For each={left.latest}>{(name) => <li>{name}</li>}</For>
      </ul>
    </Show>
  );
};

/** 删除: what goes with it and what would still name it, before it is done. */
export const RemoveDialog = (props: { address: Address; onClose: () => void }) => {
  const acts = usePartActs();
  const gone = () => (acts ? goesWith(acts.draft(), props.address) : []);
  const name = () => (acts ? nameOf(acts.draft(), props.address) : '');
  const remove = async () => {
    if (await acts?.remove(gone(), name())) props.onClose();
  };
  return (
    <Confirm
      open
      danger
      title={t('plan.remove-title', { what: name() })}
      act={t('plan.act-remove')}
      busy={acts?.isBusy()}
      onConfirm={() => void remove()}
      onCancel={() => props.onClose()}
    >
      <div class="stack">
        <Refusal problem={acts?.problem()} />
        <Show when={gone().length > 1} fallback={<p>{t('plan.remove-alone')}</p>}>
          <p>{t('plan.remove-with', { count: gone().length - 1 })}</p>
          <ul class="plan-names">
            <For each={gone().slice(1)}>
              {(address) => <li>{acts && nameOf(acts.draft(), address)}</li>}
            </For>
          </ul>
        </Show>
        <Show when={acts}>{(held) => <LeftBehind acts={held()} gone={gone()} />}</Show>
        <p class="small soft">{t('plan.remove-undo')}</p>
      </div>
    </Confirm>
  );
};
