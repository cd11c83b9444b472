import { Index, Show } from 'solid-js';
import { relationKinds } from '#schema/contracts/campaign/audience.ts';
import type { RollUp } from '#schema/contracts/campaign/task.ts';
import type { Draft } from '#schema/contracts/campaigns.ts';
import { partsOf } from '#web/features/campaigns/draft-parts.ts';
import type { PartEditor } from '#web/features/campaigns/part-editor.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Select } from '#web/ui/choice-field.component.tsx';
import type { Option } from '#web/ui/choice-field.component.tsx';
import { readOne } from './task-form.ts';

type Props = { editor: PartEditor; draft: Draft; own: string };
type Sum = RollUp['sums'][number];

/** The fields of a form that hold one figure. */
const figuresOf = (draft: Draft, form: string | undefined): Option[] =>
  (partsOf(draft, 'form').find(({ key }) => key === form)?.body.fields ?? [])
    .filter(({ kind }) => ['integer', 'decimal', 'money'].includes(kind))
    .map(({ key, label }) => ({ value: key, label: localText(label) }));

const SumRows = (props: Props & { rollUp: RollUp; write: (next: RollUp) => void }) => {
  const below = () =>
    partsOf(props.draft, 'task').find(({ key }) => key === props.rollUp.task)?.body.form;
  const here = () => figuresOf(props.draft, props.editor.valueOf('form'));
  const there = () => figuresOf(props.draft, below());
  const set = (index: number, changes: Partial<Sum>) =>
    props.write({
      ...props.rollUp,
      sums: props.rollUp.sums.map((sum, at) => (at === index ? { ...sum, ...changes } : sum)),
    });
  const without = (index: number) =>
    props.write({ ...props.rollUp, sums: props.rollUp.sums.filter((_, at) => at !== index) });
  const add = () =>
    props.write({
      ...props.rollUp,
      sums: [...props.rollUp.sums, { field: here()[0]?.value ?? '', of: there()[0]?.value ?? '' }],
    });
  return (
    <>
      <ul class="plan-rows">
        <Index each={props.rollUp.sums}>
          {(sum, index) => (
            <li class="plan-row">
              <Select
                name={`rollUp/${index}/field`}
                label={t('plan.sum-here')}
                options={here()}
                value={sum().field}
                onChange={(field) => set(index, { field })}
              />
              <Select
                name={`rollUp/${index}/of`}
                label={t('plan.sum-there')}
                options={there()}
                value={sum().of}
                onChange={(of) => set(index, { of })}
              />
              <Button
                small
                kind="quiet"
                disabled={props.rollUp.sums.length === 1}
                onClick={() => without(index)}
              >
                {t('acts.remove')}
              </Button>
            </li>
          )}
        </Index>
      </ul>
      <div class="row">
        <Button small onClick={add}>
          {t('plan.add-sum')}
        </Button>
      </div>
    </>
  );
};

/** 汇总上报: which task below is added up, by which relation, figure by figure. */
export const RollUpFields = (props: Props) => {
  const rollUp = () => readOne<RollUp>(props.editor.valueOf('rollUp'));
  const write = (next: RollUp | undefined) =>
    props.editor.set('rollUp', next === undefined ? '' : JSON.stringify(next));
  const choose = (task: string): void => {
    if (task === '') {
      write(undefined);
      return;
    }
    const form = partsOf(props.draft, 'task').find(({ key }) => key === task)?.body.form;
    const here = figuresOf(props.draft, props.editor.valueOf('form'))[0]?.value ?? '';
    const there = figuresOf(props.draft, form)[0]?.value ?? '';
    const sums = rollUp()?.task === task ? rollUp()?.sums : undefined;
    write({
      task,
      relation: rollUp()?.relation ?? 'supervision',
      sums: sums ?? [{ field: here, of: there }],
    });
  };
  return (
    <fieldset class="stack-tight">
      <legend>{t('plan.roll-up')}</legend>
      <div class="part-fields">
        <Select
          name="rollUp/task"
          label={t('plan.roll-up-of')}
          hint={t('plan.roll-up-hint')}
          placeholder={t('plan.no-roll-up')}
          options={partsOf(props.draft, 'task')
            .filter(({ key }) => key !== props.own)
            .map(({ key, body }) => ({ value: key, label: localText(body.title) }))}
          value={rollUp()?.task ?? ''}
          onChange={choose}
        />
        <Show when={rollUp()}>
          {(held) => (
            <Select
              name="rollUp/relation"
              label={t('plan.roll-up-relation')}
              placeholder={null}
              options={relationKinds.map((value) => ({
                value,
                label: t(`plan.relation-${value}`),
              }))}
              value={held().relation}
              onChange={(value) =>
                write({
                  ...held(),
                  relation: relationKinds.find((each) => each === value) ?? 'supervision',
                })
              }
            />
          )}
        </Show>
      </div>
      <Show when={rollUp()}>{(held) => <SumRows {...props} rollUp={held()} write={write} />}</Show>
    </fieldset>
  );
};
