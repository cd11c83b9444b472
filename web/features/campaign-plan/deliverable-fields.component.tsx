import { Index, Show } from 'solid-js';
import type { Deliverable } from '#schema/contracts/campaign/task.ts';
import { textIn } from '#schema/contracts/campaign/text.ts';
import type { PartEditor } from '#web/features/campaigns/part-editor.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Checkbox, Select } from '#web/ui/choice-field.component.tsx';
import { NumberField, TextField } from '#web/ui/text-field.component.tsx';
import { makeKey } from './new-key.ts';
import { readList } from './task-form.ts';

const kinds = ['stamped-scan', 'paper', 'attachment'] as const;

type RowProps = {
  item: Deliverable;
  place: string;
  onChange: (item: Deliverable) => void;
  onRemove: () => void;
};

const Row = (props: RowProps) => (
  <li class="plan-row">
    <Select
      name={`${props.place}/kind`}
      label={t('plan.deliverable-kind')}
      placeholder={null}
      options={kinds.map((value) => ({ value, label: t(`plan.deliverable-${value}`) }))}
      value={props.item.kind}
      onChange={(value) =>
        props.onChange({ ...props.item, kind: kinds.find((each) => each === value) ?? 'paper' })
      }
    />
    <TextField
      name={`${props.place}/title`}
      label={t('plan.deliverable-title')}
      value={textIn(props.item.title, 'zh-CN').value}
      onInput={(title) => props.onChange({ ...props.item, title })}
    />
    <Show when={props.item.kind === 'paper'}>
      <NumberField
        name={`${props.place}/copies`}
        label={t('plan.deliverable-copies')}
        value={String(props.item.copies ?? 1)}
        onCommit={(copies) => props.onChange({ ...props.item, copies: Number(copies) || 1 })}
      />
    </Show>
    <Checkbox
      name={`${props.place}/required`}
      label={t('plan.deliverable-required')}
      checked={props.item.required}
      onChange={(required) => props.onChange({ ...props.item, required })}
    />
    <Button small kind="quiet" onClick={() => props.onRemove()}>
      {t('acts.remove')}
      <span class="visually-hidden">
        {t('plan.about', { what: textIn(props.item.title, 'zh-CN').value })}
      </span>
    </Button>
  </li>
);

/** 应附材料: stamped scans, papers with their copies, attachments. */
export const DeliverableFields = (props: { editor: PartEditor }) => {
  const items = () => readList<Deliverable>(props.editor.valueOf('deliverables'));
  const write = (next: readonly Deliverable[]) =>
    props.editor.set('deliverables', next.length === 0 ? '' : JSON.stringify(next));
  const add = (kind: Deliverable['kind']) => {
    const title = t(`plan.deliverable-${kind}`);
    write([...items(), { key: makeKey('item'), title, kind, required: true }]);
  };
  return (
    <fieldset class="stack-tight">
      <legend>{t('plan.deliverables')}</legend>
      <ul class="plan-rows">
        <Index each={items()}>
          {(item, index) => (
            <Row
              item={item()}
              place={`deliverables/${index}`}
              onChange={(next) => write(items().map((each, at) => (at === index ? next : each)))}
              onRemove={() => write(items().filter((_, at) => at !== index))}
            />
          )}
        </Index>
      </ul>
      <div class="row">
        <Button small onClick={() => add('stamped-scan')}>
          {t('plan.add-stamped-scan')}
        </Button>
        <Button small onClick={() => add('paper')}>
          {t('plan.add-paper')}
        </Button>
        <Button small onClick={() => add('attachment')}>
          {t('plan.add-attachment')}
        </Button>
      </div>
    </fieldset>
  );
};
