import { Show } from 'solid-js';
import { localText } from '#web/shared/i18n.ts';
import { fieldId } from '#web/ui/field.component.tsx';
import type { KindProps } from '../field-frame.component.tsx';

export const SectionKind = (props: KindProps<'section'>) => (
  <div class="form-section" id={fieldId(props.path)} tabindex="-1">
    <h3 class="section-title">{localText(props.field.label)}</h3>
    <Show when={props.field.hint}>{(hint) => <p class="field-hint">{localText(hint())}</p>}</Show>
  </div>
);
