import { For, Show, createEffect, on } from 'solid-js';
import { t } from '#web/shared/i18n.ts';
import type { FieldProblem } from '#web/shared/problem.ts';
import { fieldId } from './field.component.tsx';

type ErrorSummaryProps = {
  /** As a 422 answer gives them; an empty list draws nothing. */
  errors: readonly Pick<FieldProblem, 'path' | 'message'>[];
  /** The field's name in the form, where the message alone does not say it. */
  labelOf?: ((path: string) => string | undefined) | undefined;
  title?: string | undefined;
};

const goTo = (event: MouseEvent, path: string) => {
  const field = document.getElementById(fieldId(path));
  if (!field) return;
  event.preventDefault();
  field.scrollIntoView?.({ block: 'center' });
  field.focus({ preventScroll: true });
};

/** Takes the focus each time a new list of errors arrives, and leads to each field. */
export const ErrorSummary = (props: ErrorSummaryProps) => {
  let box: HTMLDivElement | undefined;
  createEffect(
    on(
      () => props.errors,
      (errors) => {
        if (errors.length > 0) queueMicrotask(() => box?.focus());
      },
    ),
  );
  const lead = (path: string) => {
    const label = props.labelOf?.(path);
    return label ? `${label}：` : '';
  };
  return (
    <Show when={props.errors.length > 0}>
      <div class="error-summary" role="alert" tabindex="-1" ref={(element) => (box = element)}>
        <h2>{props.title ?? t('kit.error-summary', { count: props.errors.length })}</h2>
        <ol>
          <For each={props.errors}>
            {(error) => (
              <li>
                <a href={`#${fieldId(error.path)}`} onClick={(event) => goTo(event, error.path)}>
                  {lead(error.path)}
                  {error.message}
                </a>
              </li>
            )}
          </For>
        </ol>
      </div>
    </Show>
  );
};
