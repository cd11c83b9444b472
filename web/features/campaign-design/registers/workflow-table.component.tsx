import { For, Show } from 'solid-js';
import type { CampaignProblem } from '#plugins/sdk/check/problem.ts';
import type { Transition } from '#schema/contracts/campaign/workflow.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { findingsAt } from '../findings.ts';
import { ItemTools } from '../item-tools.component.tsx';
import { fieldsOfRegister } from './register-parts.ts';
import type { RegisterEditing } from './register-parts.ts';
import { StepProperties } from './step-properties.component.tsx';
import { demandWords, stateWords } from './step-words.presenter.ts';
import { addStep, moveStep, removeStep } from './workflow-edit.ts';
import type { Spot } from './workflow-picture.component.tsx';

type Props = RegisterEditing & {
  findings: readonly CampaignProblem[];
  spot: Spot | undefined;
  open: string | undefined;
  onSpot: (spot: Spot) => void;
  onOpen: (key: string | undefined) => void;
};

const Name = (props: {
  step: Transition;
  found: readonly CampaignProblem[];
  isOpen: boolean;
  onToggle: () => void;
}) => (
  <th scope="row">
    <button
      type="button"
      class="field-row-name"
      aria-expanded={props.isOpen ? 'true' : 'false'}
      onClick={() => props.onToggle()}
    >
      {localText(props.step.title)}
    </button>
    <For each={props.found}>
      {(problem) => <span class="design-found">{localText(problem.message)}</span>}
    </For>
  </th>
);

const Cells = (props: RegisterEditing & { step: Transition }) => {
  const register = () => props.editor.body();
  return (
    <>
      <td data-label={t('editors.step-from')}>{stateWords(register(), props.step.from)}</td>
      <td data-label={t('editors.step-to')}>{stateWords(register(), [props.step.to])}</td>
      <td data-label={t('editors.step-by')}>
        {props.step.by.map((actor) => t(`editors.actor-${actor}`)).join(t('editors.list-mark'))}
      </td>
      <td data-label={t('editors.step-demands')}>
        {demandWords(props.step, register(), fieldsOfRegister(props)) || t('editors.nothing-asked')}
      </td>
    </>
  );
};

const Row = (props: Props & { key: string; at: number; of: number }) => {
  const register = () => props.editor.body();
  const step = () => register().workflow?.transitions[props.at];
  const isSpot = () => props.spot?.kind === 'step' && props.spot.key === props.key;
  const isOpen = () => props.open === props.key;
  const found = () => findingsAt(props.findings, props.key);
  const move = (to: number) => {
    const { at } = props;
    props.editor.change((before) => moveStep(before, at, to));
  };
  const remove = () => {
    const { key } = props;
    props.editor.change((before) => removeStep(before, key));
  };
  return (
    <Show when={step()}>
      {(each) => (
        <>
          <tr
            id={`design-${props.key}`}
            class={isSpot() ? 'flow-row flow-row-spot' : 'flow-row'}
            onMouseEnter={() => props.onSpot({ kind: 'step', key: props.key })}
            onFocusIn={() => props.onSpot({ kind: 'step', key: props.key })}
          >
            <td data-label={t('editors.step-number')}>{props.at + 1}</td>
            <Name
              step={each()}
              found={found()}
              isOpen={isOpen()}
              onToggle={() => props.onOpen(isOpen() ? undefined : props.key)}
            />
            <Cells editor={props.editor} campaign={props.campaign} step={each()} />
            <td>
              <ItemTools
                name={localText(each().title)}
                at={props.at}
                of={props.of}
                onMove={move}
                onRemove={props.of > 1 ? remove : undefined}
              />
            </td>
          </tr>
          <Show when={isOpen()}>
            <tr>
              <td colspan="7">
                <StepProperties
                  editor={props.editor}
                  campaign={props.campaign}
                  step={each()}
                  at={props.at}
                />
              </td>
            </tr>
          </Show>
        </>
      )}
    </Show>
  );
};

/** 办理步骤: the same as the picture, in words; each step opens in its place. */
export const WorkflowTable = (props: Props) => {
  const keys = () => (props.editor.body().workflow?.transitions ?? []).map(({ key }) => key);
  return (
    <div class="stack-tight">
      <div class="table-scroll">
        <table class="table table-stacked flow-table">
          <caption>{t('editors.steps-caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('editors.step-number')}</th>
              <th scope="col">{t('editors.step')}</th>
              <th scope="col">{t('editors.step-from')}</th>
              <th scope="col">{t('editors.step-to')}</th>
              <th scope="col">{t('editors.step-by')}</th>
              <th scope="col">{t('editors.step-demands')}</th>
              <th scope="col">{t('editors.step-acts')}</th>
            </tr>
          </thead>
          <tbody>
            <For each={keys()}>
              {(key, at) => <Row {...props} key={key} at={at()} of={keys().length} />}
            </For>
          </tbody>
        </table>
      </div>
      <div>
        <Button
          small
          onClick={() =>
            props.editor.change((register) => addStep(register, t('editors.new-step')))
          }
        >
          {t('editors.step-add')}
        </Button>
      </div>
    </div>
  );
};
