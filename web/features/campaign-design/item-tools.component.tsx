import { Show } from 'solid-js';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';

/** 上移, 下移, 移除 of one item of a list; every button names its item for who cannot see the row. */
export const ItemTools = (props: {
  name: string;
  at: number;
  of: number;
  onMove: (to: number) => void;
  onRemove?: (() => void) | undefined;
}) => (
  <span class="item-tools">
    <Button
      small
      kind="quiet"
      disabled={props.at <= 0}
      aria-label={t('editors.move-up-item', { name: props.name })}
      title={t('editors.move-up')}
      onClick={() => props.onMove(props.at - 1)}
    >
      ↑
    </Button>
    <Button
      small
      kind="quiet"
      disabled={props.at >= props.of - 1}
      aria-label={t('editors.move-down-item', { name: props.name })}
      title={t('editors.move-down')}
      onClick={() => props.onMove(props.at + 1)}
    >
      ↓
    </Button>
    <Show when={props.onRemove}>
      {(remove) => (
        <Button
          small
          kind="quiet"
          aria-label={t('editors.remove-item', { name: props.name })}
          onClick={() => remove()()}
        >
          {t('acts.remove')}
        </Button>
      )}
    </Show>
  </span>
);
