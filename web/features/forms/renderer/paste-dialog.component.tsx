import { For, Show, createMemo, createSignal } from 'solid-js';
import { localText, t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Dialog } from '#web/ui/dialog.component.tsx';
import { Callout } from '#web/ui/status.component.tsx';
import { TextArea } from '#web/ui/text-field.component.tsx';
import { announce } from '#web/ui/toast.component.tsx';
import type { KindOf } from './field-frame.component.tsx';
import { useForm } from './form-model.ts';
import { readPastedTable } from './pasted-table.presenter.ts';
import type { UnreadCell } from './pasted-table.presenter.ts';
import { addPastedRows } from './table-paste.ts';

const shownUnread = 8;

const Unread = (props: { cells: readonly UnreadCell[] }) => (
  <Callout kind="warn" title={t('forms.paste-unread', { count: props.cells.length })}>
    <ul>
      <For each={props.cells.slice(0, shownUnread)}>
        {(cell) => (
          <li>
            {t('forms.paste-unread-cell', { row: cell.row, label: cell.label, text: cell.text })}
          </li>
        )}
      </For>
    </ul>
  </Callout>
);

/** Says before anything is added how many rows were understood and what was not. */
export const PasteDialog = (props: {
  field: KindOf<'table'>;
  open: boolean;
  onClose: () => void;
}) => {
  const form = useForm();
  const [text, setText] = createSignal('');
  const read = createMemo(() => readPastedTable(text(), props.field.columns));
  const close = () => {
    setText('');
    props.onClose();
  };
  const add = () => {
    const count = addPastedRows(form, props.field, read().rows);
    announce(t('forms.rows-added', { count }));
    close();
  };
  const columns = () => props.field.columns.map(({ label }) => localText(label)).join('、');
  return (
    <Dialog
      wide
      open={props.open}
      title={t('forms.paste-rows')}
      onClose={close}
      footer={
        <>
          <Button onClick={close}>{t('acts.cancel')}</Button>
          <Button kind="primary" disabled={read().rows.length === 0} onClick={add}>
            {t('forms.add-rows', { count: read().rows.length })}
          </Button>
        </>
      }
    >
      <div class="stack">
        <TextArea
          name={`paste-${props.field.key}`}
          label={t('forms.paste-label')}
          hint={t('forms.paste-hint', { columns: columns() })}
          rows={8}
          value={text()}
          onInput={setText}
        />
        <Show when={read().foreign.length > 0}>
          <Callout kind="warn">
            {t('forms.paste-foreign', { heads: read().foreign.join('、') })}
          </Callout>
        </Show>
        <Show when={read().unread.length > 0}>
          <Unread cells={read().unread} />
        </Show>
      </div>
    </Dialog>
  );
};
