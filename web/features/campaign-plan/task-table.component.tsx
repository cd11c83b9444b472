import { For, Show, createMemo, createSignal } from 'solid-js';
import { describeAudience } from '#plugins/sdk/audience/describe-audience.ts';
import { dayOfRule } from '#plugins/sdk/drafting/moved-date.ts';
import type { Deliverable, Task } from '#schema/contracts/campaign/task.ts';
import { textIn } from '#schema/contracts/campaign/text.ts';
import type { Draft } from '#schema/contracts/campaigns.ts';
import {
  describeRecurrence,
  describeRule,
  isWeekend,
} from '#web/features/campaigns/date-rule.presenter.ts';
import { headOf, partsOf } from '#web/features/campaigns/draft-parts.ts';
import type { PartOf } from '#web/features/campaigns/draft-parts.ts';
import { parseDay } from '#web/shared/dates.ts';
import { locale, t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { RadioGroup } from '#web/ui/choice-field.component.tsx';
import { Empty } from '#web/ui/state.component.tsx';
import { KeptCell } from './kept-cell.component.tsx';
import { makeKey } from './new-key.ts';
import type { PartActs } from './part-acts.ts';
import { withDays } from './plan-dates.ts';
import './tasks.css';

type RowProps = {
  part: PartOf<'task'>;
  acts: PartActs;
  onEdit: (key: string) => void;
};

/** What names a cell across a reload: the draft, the task, the column. */
const cellName = ({ acts, part }: RowProps, column: string): string =>
  `${acts.draft().id}.${part.key}.${column}`;

const isStamped = ({ deliverables }: Task) =>
  deliverables?.some(({ kind }) => kind === 'stamped-scan') ?? false;

const withStamp = ({ deliverables = [], ...task }: Task, isOn: boolean): Task => {
  const others = deliverables.filter(({ kind }) => kind !== 'stamped-scan');
  const title = t('plan.deliverable-stamped-scan');
  const scan: Deliverable = { key: makeKey('item'), title, kind: 'stamped-scan', required: true };
  const all = isOn ? [scan, ...others] : others;
  return all.length === 0 ? task : { ...task, deliverables: all };
};

const withNil = ({ nilReturn: _nilReturn, ...task }: Task, isOn: boolean): Task =>
  isOn ? { ...task, nilReturn: true } : task;

const DueCell = (props: RowProps & { label: string; save: (body: object) => void }) => {
  const due = () => props.part.body.due;
  const day = () => {
    const rule = due();
    return rule && rule.kind !== 'month-part' ? dayOfRule(rule) : undefined;
  };
  const save = (written: string) => {
    const on = parseDay(written);
    if (on !== undefined) props.save(withDays(props.part, { due: on }));
  };
  const words = () => {
    const { recurs } = props.part.body;
    const rule = due();
    if (recurs) return describeRecurrence(recurs);
    return rule ? describeRule(rule) : '';
  };
  return (
    <>
      <Show when={day()} fallback={<span class="small">{words()}</span>}>
        {(on) => (
          <KeptCell
            name={cellName(props, 'due')}
            label={props.label}
            value={on()}
            width="plan-cell-day"
            onSave={save}
          />
        )}
      </Show>
      <Show when={isWeekend(day() ?? '')}>
        <p class="small plan-fault">{t('plan.weekend')}</p>
      </Show>
      <Show when={due()?.wording}>
        {(wording) => <p class="small document-words">“{wording()}”</p>}
      </Show>
    </>
  );
};

type CellsProps = RowProps & {
  save: (body: object) => void;
  labelOf: (column: 'title' | 'due' | 'to' | 'minutes' | 'stamp' | 'nil') => string;
};

const OfficeCell = (props: CellsProps) => (
  <select
    class="input plan-cell"
    aria-label={props.labelOf('to')}
    onChange={(event) => props.save({ ...props.part.body, to: event.currentTarget.value })}
  >
    <For each={headOf(props.acts.draft())?.body.offices ?? []}>
      {({ key, title: name }) => (
        <option value={key} selected={key === props.part.body.to}>
          {name}
        </option>
      )}
    </For>
  </select>
);

const TickCells = (props: CellsProps) => (
  <>
    <td data-label={t('plan.column-stamp')}>
      <input
        type="checkbox"
        aria-label={props.labelOf('stamp')}
        checked={isStamped(props.part.body)}
        onChange={(event) => props.save(withStamp(props.part.body, event.currentTarget.checked))}
      />
    </td>
    <td data-label={t('plan.column-nil')}>
      <input
        type="checkbox"
        aria-label={props.labelOf('nil')}
        checked={props.part.body.nilReturn ?? false}
        onChange={(event) => props.save(withNil(props.part.body, event.currentTarget.checked))}
      />
    </td>
  </>
);

const Row = (props: RowProps) => {
  const task = () => props.part.body;
  const title = () => textIn(task().title, 'zh-CN').value;
  const save = (body: object) => {
    const { kind, key, version } = props.part;
    void props.acts.change({ save: [{ kind, key, version, body: { ...body } }] });
  };
  const labelOf: CellsProps['labelOf'] = (column) =>
    t('plan.cell', { column: t(`plan.column-${column}`), what: title() });
  const clause = () =>
    partsOf(props.acts.draft(), 'clause').find(({ key }) => key === task().clause)?.body.number;
  return (
    <tr>
      <td class="nowrap" data-label={t('plan.column-clause')}>
        {clause()}
      </td>
      <th scope="row" data-label={t('plan.column-title')}>
        <KeptCell
          name={cellName(props, 'title')}
          label={labelOf('title')}
          value={title()}
          width="plan-cell-wide"
          onSave={(value) => save({ ...task(), title: value })}
        />
      </th>
      <td data-label={t('plan.column-due')}>
        <DueCell {...props} label={labelOf('due')} save={save} />
      </td>
      <td data-label={t('plan.column-to')}>
        <OfficeCell {...props} save={save} labelOf={labelOf} />
      </td>
      <td class="small plan-audience-words" data-label={t('plan.column-audience')}>
        {describeAudience(task().audience, locale() === 'en' ? 'en' : 'zh-CN')}
      </td>
      <TickCells {...props} save={save} labelOf={labelOf} />
      <td data-label={t('plan.column-minutes')}>
        <KeptCell
          name={cellName(props, 'minutes')}
          label={labelOf('minutes')}
          value={String(task().minutes)}
          width="plan-cell-figure"
          onSave={(value) => save({ ...task(), minutes: Number(value) })}
        />
      </td>
      <td>
        <Button small kind="quiet" onClick={() => props.onEdit(props.part.key)}>
          {t('acts.edit')}
          <span class="visually-hidden">{t('plan.about', { what: title() })}</span>
        </Button>
      </td>
    </tr>
  );
};

const columns = ['clause', 'title', 'due', 'to', 'audience', 'stamp', 'nil', 'minutes'] as const;

const dayIn = ({ body }: PartOf<'task'>): string =>
  (body.due && dayOfRule(body.due)) ?? '9999-99-99';

const keysInOrder = (draft: Draft, order: string): string[] => {
  const clauses = partsOf(draft, 'clause').map(({ key }) => key);
  const place = ({ body }: PartOf<'task'>) => clauses.indexOf(body.clause);
  const byDate = (one: PartOf<'task'>, other: PartOf<'task'>) =>
    dayIn(one).localeCompare(dayIn(other));
  const byPlace = (one: PartOf<'task'>, other: PartOf<'task'>) =>
    place(one) - place(other) || one.position - other.position;
  return partsOf(draft, 'task')
    .sort(order === 'date' ? byDate : byPlace)
    .map(({ key }) => key);
};

/** 任务表: all tasks as one table, its plain cells written in place. */
export const TaskTable = (props: { acts: PartActs; onEdit: (key: string) => void }) => {
  const [order, setOrder] = createSignal('document');
  const keys = createMemo(() => keysInOrder(props.acts.draft(), order()));
  const find = (key: string) =>
    partsOf(props.acts.draft(), 'task').find((part) => part.key === key);
  return (
    <Show when={keys().length > 0} fallback={<Empty title={t('plan.tasks-empty')} />}>
      <RadioGroup
        name="order"
        label={t('plan.order')}
        inline
        options={[
          { value: 'document', label: t('plan.order-document') },
          { value: 'date', label: t('plan.order-date') },
        ]}
        value={order()}
        onChange={setOrder}
      />
      <div class="plan-scroll" tabindex="0" role="group" aria-label={t('plan.view-tasks')}>
        <table class="table table-stacked plan-tasks">
          <caption class="visually-hidden">{t('plan.view-tasks')}</caption>
          <thead>
            <tr>
              <For each={columns}>
                {(column) => <th scope="col">{t(`plan.column-${column}`)}</th>}
              </For>
              <th scope="col">
                <span class="visually-hidden">{t('acts.edit')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            <For each={keys()}>
              {(key) => (
                <Show when={find(key)}>
                  {(part) => <Row part={part()} acts={props.acts} onEdit={props.onEdit} />}
                </Show>
              )}
            </For>
          </tbody>
        </table>
      </div>
    </Show>
  );
};
