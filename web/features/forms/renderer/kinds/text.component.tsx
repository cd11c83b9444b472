import { TextArea, TextField } from '#web/ui/text-field.component.tsx';
import { frameOf, textOf } from '../field-frame.component.tsx';
import type { KindProps } from '../field-frame.component.tsx';
import { useForm } from '../form-model.ts';

export const TextKind = (props: KindProps<'text'>) => {
  const form = useForm();
  return (
    <TextField
      {...frameOf(form, props)}
      value={textOf(form.valueOf(props.path))}
      onInput={(value) => form.type(props.path, value)}
      onCommit={(value) => form.commit(props.path, value)}
    />
  );
};

const rowsOf = (maxLength: number | undefined, path: string): number =>
  path.includes('/') ? 3 : maxLength !== undefined && maxLength <= 200 ? 3 : 6;

export const LongTextKind = (props: KindProps<'long-text'>) => {
  const form = useForm();
  return (
    <TextArea
      {...frameOf(form, props)}
      rows={rowsOf(props.field.maxLength, props.path)}
      limit={props.field.maxLength}
      value={textOf(form.valueOf(props.path))}
      onInput={(value) => form.type(props.path, value)}
      onCommit={(value) => form.commit(props.path, value)}
    />
  );
};
