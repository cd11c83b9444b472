import type { FieldProps } from '#web/ui/field.component.tsx';
import { FileField } from '#web/ui/file-field.component.tsx';
import { formatWords, namesFor } from './evidence-file.presenter.ts';
import type { EvidenceShelf } from './shelf.ts';

type EvidenceFieldProps = FieldProps & {
  shelf: EvidenceShelf;
  ids: readonly string[];
  onChange: (ids: string[]) => void;
  maxFiles?: number | undefined;
  /** The scan of signed and stamped paper: no documents that can still be edited. */
  isScan?: boolean | undefined;
  disabled?: boolean | undefined;
};

/** Files under one name: chosen or dropped, sent at once, kept as a list of ids. */
export const EvidenceField = (props: EvidenceFieldProps) => {
  const items = () => props.shelf.itemsOf(props.name, props.ids);
  const isFull = () => props.maxFiles !== undefined && items().length >= props.maxFiles;
  const add = (files: File[]) => {
    const room = props.maxFiles === undefined ? files.length : props.maxFiles - items().length;
    props.shelf.add({
      slot: props.name,
      files: files.slice(0, room),
      onReceived: (id) => props.onChange([...props.ids, id]),
    });
  };
  const remove = (id: string) => {
    if (!props.shelf.drop(id)) props.onChange(props.ids.filter((each) => each !== id));
  };
  return (
    <FileField
      name={props.name}
      label={props.label}
      hint={props.hint ?? formatWords(props.isScan)}
      error={props.error}
      required={props.required}
      aside={props.aside}
      items={items()}
      accept={namesFor(props.isScan)}
      multiple={props.maxFiles !== 1 && !isFull()}
      disabled={props.disabled}
      onFiles={add}
      onRemove={props.disabled ? undefined : remove}
      onRetry={(id) => props.shelf.retry(id)}
    />
  );
};
