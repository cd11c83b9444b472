import { For, Match, Show, Switch } from 'solid-js';
import { isMissing } from '#plugins/sdk/conditions/evaluate.ts';
import { rowsOf, type Answers } from '#plugins/sdk/forms/answers.ts';
import { finalAnswers } from '#plugins/sdk/forms/validate.ts';
import { visibleFields } from '#plugins/sdk/forms/visibility.ts';
import type { Field, Form } from '#schema/contracts/campaign/form.ts';
import type { Evidence } from '#schema/contracts/evidence.ts';
import { evidenceHref } from '#web/features/evidence/evidence-file.presenter.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { fieldId } from '#web/ui/field.component.tsx';
import type { KindOf } from './field-frame.component.tsx';
import { readableValue } from './readable-value.presenter.ts';
import { shownFields } from './shown-fields.presenter.ts';
import './renderer.css';

type Shown = { answers: Answers; evidence: readonly Evidence[] };

const Files = (props: { value: unknown; evidence: readonly Evidence[] }) => {
  const files = () => {
    const ids = Array.isArray(props.value) ? props.value : [];
    return props.evidence.filter(({ id }) => ids.includes(id));
  };
  return (
    <Show when={files().length > 0} fallback={t('forms.empty')}>
      <ul>
        <For each={files()}>
          {(file) => (
            <li>
              <a href={evidenceHref(file)} rel="external">
                {file.name}
              </a>
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
};

const Rows = (props: { field: KindOf<'table'>; shown: Shown }) => {
  const rows = () => rowsOf(props.shown.answers, props.field.key);
  return (
    <Show when={rows().length > 0} fallback={<p>{t('forms.no-rows')}</p>}>
      <div class="table-scroll">
        <table class="table table-stacked" aria-label={localText(props.field.label)}>
          <thead>
            <tr>
              <For each={props.field.columns}>
                {(column) => <th scope="col">{localText(column.label)}</th>}
              </For>
            </tr>
          </thead>
          <tbody>
            <For each={rows()}>
              {(row) => (
                <tr>
                  <For each={props.field.columns}>
                    {(column) => (
                      <td data-label={localText(column.label)}>
                        <div>{readableValue(column, row[column.key])}</div>
                      </td>
                    )}
                  </For>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </div>
    </Show>
  );
};

const Answer = (props: { field: Field; shown: Shown }) => {
  const value = () => props.shown.answers[props.field.key];
  const table = () => (props.field.kind === 'table' ? props.field : undefined);
  return (
    <Switch
      fallback={
        <div class="answer" id={fieldId(props.field.key)} tabindex="-1">
          <dt>{localText(props.field.label)}</dt>
          <dd class={isMissing(value()) ? 'soft' : undefined}>
            <Show
              when={props.field.kind === 'evidence'}
              fallback={readableValue(props.field, value())}
            >
              <Files value={value()} evidence={props.shown.evidence} />
            </Show>
          </dd>
        </div>
      }
    >
      <Match when={props.field.kind === 'section'}>
        <div class="answer-section">
          <dt>{localText(props.field.label)}</dt>
        </div>
      </Match>
      <Match when={table()}>
        {(field) => (
          <div class="answer answer-table" id={fieldId(field().key)} tabindex="-1">
            <dt>{localText(field().label)}</dt>
            <dd>
              <Rows field={field()} shown={props.shown} />
            </dd>
          </div>
        )}
      </Match>
    </Switch>
  );
};

/** What was answered, to be read and printed: by who signs it, and after it was filed. */
export const FormAnswers = (props: {
  form: Form;
  answers: Answers;
  evidence: readonly Evidence[];
}) => {
  const shown = (): Shown => ({
    answers: finalAnswers(props.form, props.answers),
    evidence: props.evidence,
  });
  const fields = () => {
    const visible = visibleFields(props.form, shown().answers);
    return shownFields(props.form, (key) => visible.has(key));
  };
  return (
    <dl class="answers">
      <For each={fields()}>{(field) => <Answer field={field} shown={shown()} />}</For>
    </dl>
  );
};
