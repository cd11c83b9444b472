import { For, Show, createSignal } from 'solid-js';
import { t } from '#web/shared/i18n.ts';
import { formatBytes } from '#web/shared/numbers.ts';
import { Button } from './button.component.tsx';
import { FieldGroup, fieldId } from './field.component.tsx';
import type { FieldProps } from './field.component.tsx';
import { Status } from './status.component.tsx';

export type FileItem = {
  id: string;
  name: string;
  bytes: number;
  state: 'uploading' | 'done' | 'failed';
  /** 0 to 100 while uploading. */
  percent?: number | undefined;
  error?: string | undefined;
  href?: string | undefined;
};

type FileFieldProps = FieldProps & {
  items: readonly FileItem[];
  accept?: string | undefined;
  multiple?: boolean | undefined;
  disabled?: boolean | undefined;
  onFiles: (files: File[]) => void;
  onRemove?: ((id: string) => void) | undefined;
  onRetry?: ((id: string) => void) | undefined;
};

const Item = (props: { item: FileItem; field: FileFieldProps }) => (
  <li class="file-item">
    <span>
      <Show when={props.item.href} fallback={props.item.name}>
        {(href) => (
          <a href={href()} rel="external">
            {props.item.name}
          </a>
        )}
      </Show>{' '}
      <span class="small soft nowrap">{formatBytes(props.item.bytes)}</span>
    </span>
    <span class="small">
      <Show when={props.item.state === 'done'}>
        <Status kind="done">{t('kit.uploaded')}</Status>
      </Show>
      <Show when={props.item.state === 'uploading'}>
        {t('kit.uploading', { percent: props.item.percent ?? 0 })}
      </Show>
      <Show when={props.item.state === 'failed' && props.field.onRetry}>
        <Button small kind="quiet" onClick={() => props.field.onRetry?.(props.item.id)}>
          {t('acts.retry')}
        </Button>
      </Show>
    </span>
    <Show when={props.field.onRemove && !props.field.disabled}>
      <Button small kind="quiet" onClick={() => props.field.onRemove?.(props.item.id)}>
        {t('acts.remove')}
        <span class="visually-hidden">{props.item.name}</span>
      </Button>
    </Show>
    <Show when={props.item.state === 'uploading'}>
      <progress max="100" value={props.item.percent ?? 0} aria-label={props.item.name} />
    </Show>
    <Show when={props.item.state === 'failed'}>
      <p class="field-error" role="alert">
        {props.item.error ?? t('kit.file-failed')}
      </p>
    </Show>
  </li>
);

/** Chooses or takes dropped files; sending them is the caller's work. */
export const FileField = (props: FileFieldProps) => {
  const [isOver, setOver] = createSignal(false);
  let input: HTMLInputElement | undefined;
  const take = (list: FileList | null | undefined) => {
    const files = [...(list ?? [])];
    if (files.length > 0) props.onFiles(props.multiple ? files : files.slice(0, 1));
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer?.files);
  };
  const over = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  const canAdd = () => !props.disabled && (props.multiple || props.items.length === 0);
  return (
    <FieldGroup {...props}>
      <Show when={canAdd()}>
        <div
          class={`file-drop row${isOver() ? ' file-drop-over' : ''}`}
          onDragOver={over}
          onDragLeave={() => setOver(false)}
          onDrop={drop}
        >
          <input
            ref={(created) => (input = created)}
            class="visually-hidden"
            type="file"
            tabindex="-1"
            id={`${fieldId(props.name)}-input`}
            aria-label={props.label}
            accept={props.accept}
            multiple={props.multiple}
            onChange={(event) => {
              take(event.currentTarget.files);
              event.currentTarget.value = '';
            }}
          />
          <Button onClick={() => input?.click()}>
            {t('kit.choose-file')}
            <span class="visually-hidden">{props.label}</span>
          </Button>
          <span class="small soft">{t('kit.drop-here')}</span>
        </div>
      </Show>
      <Show when={props.items.length > 0}>
        <ul class="file-list">
          <For each={props.items}>{(item) => <Item item={item} field={props} />}</For>
        </ul>
      </Show>
    </FieldGroup>
  );
};
