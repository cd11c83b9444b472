import { For, Match, Show, Switch } from 'solid-js';
import type { ReviewCase } from '#schema/contracts/reviews.ts';
import { formatDay } from '#web/shared/dates.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { fieldId } from '#web/ui/field.component.tsx';
import { Status } from '#web/ui/status.component.tsx';
import {
  earlierReasons,
  fieldViews,
  previousLabel,
  previousSource,
  returnedReasons,
} from './case-fields.presenter.ts';
import type { FieldView } from './case-fields.presenter.ts';
import { sheetPlace } from './evidence-order.presenter.ts';
import { paperNote } from './queue-row.presenter.ts';

const Rows = (props: { field: FieldView }) => (
  <Show when={props.field.rows.length > 0} fallback={<p class="soft">{t('forms.no-rows')}</p>}>
    <div class="table-scroll">
      <table class="table table-stacked" aria-label={props.field.label}>
        <thead>
          <tr>
            <For each={props.field.columns}>
              {(column) => <th scope="col">{localText(column.label)}</th>}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={props.field.rows}>
            {(row) => (
              <tr class={row.isNew ? 'row-changed' : ''}>
                <For each={props.field.columns}>
                  {(column, index) => (
                    <td
                      data-label={localText(column.label)}
                      class={row.cells[index()]?.isChanged ? 'cell-changed' : ''}
                    >
                      <div>{row.cells[index()]?.words}</div>
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

const Files = (props: { ids: readonly string[]; found: ReviewCase }) => (
  <ul>
    <For each={props.ids}>
      {(id) => (
        <li>
          <a href={`#${sheetPlace(id)}`} rel="external">
            {props.found.submission.evidence.find((each) => each.id === id)?.name ??
              t('evidence.unnamed')}
          </a>
        </li>
      )}
    </For>
  </ul>
);

const Marks = (props: { field: FieldView; label: string | undefined }) => (
  <>
    <Show when={props.field.isChanged}>
      <p class="case-changed">
        <Status kind="current">{t('reviews.changed')}</Status>
        <Show when={props.field.rowsGone > 0}>
          {' '}
          {t('reviews.rows-gone', { count: props.field.rowsGone })}
        </Show>
      </p>
    </Show>
    <Show when={props.field.returned}>
      {(reason) => (
        <p class="case-returned small">{t('reviews.was-returned', { reason: reason() })}</p>
      )}
    </Show>
    <Show when={props.field.returnedEarlier}>
      {(words) => <p class="case-earlier small">{words()}</p>}
    </Show>
    <Show when={props.label !== undefined && props.field.previous}>
      {(previous) => (
        <p class="case-previous">
          {props.label}
          <Show when={props.field.isSameAsBefore} fallback={previous()}>
            {t('reviews.previous-same')}
          </Show>
        </p>
      )}
    </Show>
  </>
);

const labelOf = ({ submission: { previous } }: ReviewCase) => previous && previousLabel(previous);

const Answer = (props: { field: FieldView; found: ReviewCase }) => (
  <Switch
    fallback={
      <div
        class={`case-answer${props.field.isChanged ? ' case-answer-changed' : ''}${props.field.kind === 'table' ? ' case-answer-table' : ''}`}
        id={fieldId(props.field.key)}
        tabindex="-1"
      >
        <dt>{props.field.label}</dt>
        <dd>
          <Switch
            fallback={
              <p class={props.field.isEmpty ? 'soft' : 'case-value'}>{props.field.words}</p>
            }
          >
            <Match when={props.field.kind === 'table'}>
              <Rows field={props.field} />
            </Match>
            <Match when={props.field.evidenceIds.length > 0}>
              <Files ids={props.field.evidenceIds} found={props.found} />
            </Match>
          </Switch>
          <Marks field={props.field} label={labelOf(props.found)} />
        </dd>
      </div>
    }
  >
    <Match when={props.field.kind === 'section'}>
      <div class="case-section">
        <dt>{props.field.label}</dt>
      </div>
    </Match>
  </Switch>
);

const Materials = (props: { found: ReviewCase }) => {
  const reasons = () => returnedReasons(props.found);
  const changed = () => new Set(props.found.changedPaths);
  const earlier = () => earlierReasons(props.found);
  return (
    <dl class="case-answers">
      <For each={props.found.submission.deliverables}>
        {(item) => {
          const path = `deliverables/${item.key}`;
          const ids = () => props.found.submission.deliverableEvidence[item.key] ?? [];
          const isPaper = item.kind === 'paper';
          return (
            <div class={`case-answer${changed().has(path) ? ' case-answer-changed' : ''}`}>
              <dt>{localText(item.title)}</dt>
              <dd>
                <Show when={!isPaper} fallback={<Paper found={props.found} />}>
                  <Show
                    when={ids().length > 0}
                    fallback={<p class="soft">{t('reviews.material-missing')}</p>}
                  >
                    <Files ids={ids()} found={props.found} />
                  </Show>
                </Show>
                <Show when={changed().has(path)}>
                  <p class="case-changed">
                    <Status kind="current">{t('reviews.changed')}</Status>
                  </p>
                </Show>
                <Show when={earlier().get(path)}>
                  {(words) => <p class="case-earlier small">{words()}</p>}
                </Show>
                <Show when={reasons().get(path)}>
                  {(reason) => (
                    <p class="case-returned small">
                      {t('reviews.was-returned', { reason: reason() })}
                    </p>
                  )}
                </Show>
              </dd>
            </div>
          );
        }}
      </For>
    </dl>
  );
};

const Paper = (props: { found: ReviewCase }) => (
  <Show
    when={props.found.submission.paperRegistration}
    fallback={
      <Show
        when={paperNote(props.found.submission.summary)}
        fallback={<p class="soft">{t('desk.paper-none')}</p>}
      >
        {(words) => <Status kind="waiting">{words()}</Status>}
      </Show>
    }
  >
    {(paper) => (
      <p>
        {t('reviews.paper-received', {
          day: formatDay(paper().receivedOn),
          copies: paper().copies,
          post: paper().receiverPost,
        })}
      </p>
    )}
  </Show>
);

/** Left: what was filed, what changed since the last round, and last time's answers in grey. */
export const CaseAnswers = (props: { found: ReviewCase }) => (
  <>
    <Show when={props.found.submission.previous}>
      {(previous) => <p class="case-previous">{previousSource(previous())}</p>}
    </Show>
    <Show
      when={!props.found.submission.summary.nil}
      fallback={<p class="figure-sentence">{t('submissions.nil')}</p>}
    >
      <dl class="case-answers">
        <For each={fieldViews(props.found)}>
          {(field) => <Answer field={field} found={props.found} />}
        </For>
      </dl>
    </Show>
    <Show when={props.found.submission.deliverables.length > 0}>
      <h3 class="case-subtitle">{t('reviews.materials')}</h3>
      <Materials found={props.found} />
    </Show>
  </>
);
