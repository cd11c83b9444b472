import { For, Show } from 'solid-js';
import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { Form } from '#schema/contracts/campaign/form.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { Confirm } from '#web/ui/dialog.component.tsx';
import { chinese } from '../texts.ts';
import { dependentsOf, fieldAt } from './field-list.ts';
import type { FieldAddress } from './field-list.ts';

/** Asked once, with everything that goes or changes together with the field. */
export const RemoveField = (props: {
  form: Form;
  campaign: Campaign;
  address: FieldAddress | undefined;
  onRemove: (address: FieldAddress) => void;
  onCancel: () => void;
}) => {
  const key = () => props.address?.column ?? props.address?.field ?? '';
  const name = () => (props.address ? chinese(fieldAt(props.form, props.address)?.label) : '');
  const dependents = () => dependentsOf(props.form, key(), props.campaign);
  return (
    <Confirm
      open={props.address !== undefined}
      title={t('editors.remove-title', { name: name() })}
      act={t('acts.remove')}
      danger
      onConfirm={() => {
        if (props.address) props.onRemove(props.address);
      }}
      onCancel={props.onCancel}
    >
      <Show when={dependents().length > 0} fallback={<p>{t('editors.remove-alone')}</p>}>
        <p>{t('editors.remove-with')}</p>
        <ul>
          <For each={dependents()}>
            {(each) => (
              <li>{t(`editors.dependent-${each.kind}`, { name: localText(each.title) })}</li>
            )}
          </For>
        </ul>
      </Show>
    </Confirm>
  );
};
