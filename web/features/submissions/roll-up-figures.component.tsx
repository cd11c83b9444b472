import { For, Show, createEffect, createSignal, on } from 'solid-js';
import type { RollUpTable } from '#schema/contracts/roll-up.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { LoadFailed } from '#web/ui/state.component.tsx';
import { Status } from '#web/ui/status.component.tsx';
import { TextField } from '#web/ui/text-field.component.tsx';
import { announce } from '#web/ui/toast.component.tsx';
import type { Filing } from './filing.ts';
import { adjustmentsOf, figureWords, headOf, typedOf } from './roll-up.presenter.ts';
import type { ShownTable, Typed } from './roll-up.presenter.ts';
import { createTakeSums } from './roll-up.queries.ts';

/** What the bureau types over the sums, and the way to the server. */
const createAdjusting = (props: { table: RollUpTable; filing: Filing }) => {
  const [typed, setTyped] = createSignal<Typed>({});
  const [wrong, setWrong] = createSignal<readonly { path: string; message: string }[]>([]);
  const take = createTakeSums(() => props.filing.draft.id());
  createEffect(
    on(
      () => props.table.figures,
      (figures) => setTyped(typedOf(figures)),
    ),
  );
  const write = (field: string, change: Partial<Typed[string]>) =>
    setTyped((before) => ({
      ...before,
      [field]: { figure: '', reason: '', ...before[field], ...change },
    }));
  const errorOf = (path: string) => wrong().find((each) => each.path === path)?.message;
  const save = async () => {
    const read = adjustmentsOf(props.table, typed());
    setWrong(read.status === 'wrong' ? read.errors : []);
    if (read.status === 'wrong') return;
    if (!(await take.attempt({ adjustments: read.adjustments }))) return;
    props.filing.setErrors([]);
    announce(t('submissions.roll-up-taken'));
    await props.filing.refresh();
  };
  return { typed, write, errorOf, save, take };
};
type Adjustment = ReturnType<typeof createAdjusting>;

const Adjusted = (props: {
  adjusting: Adjustment;
  field: RollUpTable['fields'][number];
  sum: string;
}) => {
  const typed = () => props.adjusting.typed()[props.field.field];
  return (
    <>
      <td class="cell-end roll-up-typed" data-label={t('submissions.roll-up-adjusted')}>
        <TextField
          name={props.field.field}
          label={t('rollup.adjusted-of', { label: headOf(props.field) })}
          inputMode="decimal"
          placeholder={props.sum}
          value={typed()?.figure ?? ''}
          error={props.adjusting.errorOf(props.field.field)}
          onInput={(figure) => props.adjusting.write(props.field.field, { figure })}
        />
      </td>
      <td class="roll-up-typed" data-label={t('submissions.roll-up-reason')}>
        <TextField
          name={`${props.field.field}-reason`}
          label={t('rollup.reason-of', { label: headOf(props.field) })}
          value={typed()?.reason ?? ''}
          error={props.adjusting.errorOf(`${props.field.field}-reason`)}
          onInput={(reason) => props.adjusting.write(props.field.field, { reason })}
        />
      </td>
    </>
  );
};

const ReadLine = (props: { line: RollUpTable['figures'][number] | undefined }) => (
  <>
    <td class="cell-end" data-label={t('submissions.roll-up-adjusted')}>
      <div>{props.line?.standing === 'adjusted' ? figureWords(props.line.figure) : '—'}</div>
    </td>
    <td data-label={t('submissions.roll-up-reason')}>
      <Show when={props.line?.standing === 'unexplained'} fallback={props.line?.reason}>
        <Status kind="late">{t('submissions.roll-up-unexplained')}</Status>
      </Show>
    </td>
  </>
);

/** 汇总数、调整数、原因、上报数, line by line; what is worked out by the form cannot be adjusted. */
export const Figures = (props: { table: ShownTable; adjusting?: Adjustment | undefined }) => (
  <div class="table-scroll no-print">
    <table class="table table-stacked roll-up-figures">
      <caption>{t('submissions.roll-up-figures')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('submissions.roll-up-indicator')}</th>
          <th scope="col" class="cell-end">
            {t('submissions.roll-up-sum')}
          </th>
          <th scope="col" class="cell-end">
            {t('submissions.roll-up-adjusted')}
          </th>
          <th scope="col">{t('submissions.roll-up-reason')}</th>
          <th scope="col" class="cell-end">
            {t('submissions.roll-up-figure')}
          </th>
        </tr>
      </thead>
      <tbody>
        <For each={props.table.fields}>
          {(field) => {
            const line = () => props.table.figures.find((each) => each.field === field.field);
            return (
              <tr>
                <th scope="row">{headOf(field)}</th>
                <td class="cell-end" data-label={t('submissions.roll-up-sum')}>
                  <div>{figureWords(line()?.sum)}</div>
                </td>
                <Show
                  when={!field.computed && props.adjusting}
                  fallback={<ReadLine line={line()} />}
                >
                  {(adjusting) => (
                    <Adjusted
                      adjusting={adjusting()}
                      field={field}
                      sum={figureWords(line()?.sum)}
                    />
                  )}
                </Show>
                <td class="cell-end" data-label={t('submissions.roll-up-figure')}>
                  <div>{figureWords(line()?.figure)}</div>
                </td>
              </tr>
            );
          }}
        </For>
      </tbody>
    </table>
  </div>
);

/** 调整数 with its reason; an empty one is the sum. */
export const Adjusting = (props: { table: RollUpTable; shown: ShownTable; filing: Filing }) => {
  const adjusting = createAdjusting(props);
  return (
    <>
      <Figures table={props.shown} adjusting={adjusting} />
      <div class="stack-tight no-print">
        <Show when={adjusting.take.error()}>
          <LoadFailed error={adjusting.take.error()} />
        </Show>
        <div class="row">
          <Button
            kind="primary"
            busy={adjusting.take.isBusy()}
            onClick={() => void adjusting.save()}
          >
            {t('submissions.roll-up-take')}
          </Button>
          <span class="small soft">{t('submissions.roll-up-adjust-words')}</span>
        </div>
      </div>
    </>
  );
};
