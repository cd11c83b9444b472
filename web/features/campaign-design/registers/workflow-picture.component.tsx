import { For, Show, createMemo } from 'solid-js';
import type { CampaignProblem } from '#plugins/sdk/check/problem.ts';
import type { Transition, Workflow } from '#schema/contracts/campaign/workflow.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { findingsAt } from '../findings.ts';
import { layOut } from './workflow-layout.ts';
import type { DrawnState, DrawnStep } from './workflow-layout.ts';

/** What is looked at, in the picture and in the table alike. */
export type Spot = { readonly kind: 'state' | 'step'; readonly key: string };

type Props = {
  workflow: Workflow;
  findings: readonly CampaignProblem[];
  spot: Spot | undefined;
  onSpot: (spot: Spot) => void;
  onOpen: (spot: Spot) => void;
};

const glyph = 13;
/** Eight Chinese characters, or as many letters as take their room. */
const room = 8 * glyph;

const spanOf = (text: string): number =>
  [...text].reduce((sum, each) => sum + (each.charCodeAt(0) > 255 ? glyph : glyph * 0.58), 0);

const short = (text: string): string => {
  if (spanOf(text) <= room) return text;
  let cut = [...text];
  while (spanOf(cut.join('')) > room) cut = cut.slice(0, -1);
  return `${cut.join('').trimEnd()}…`;
};

/** The name begins with what is drawn, for who speaks to the machine. */
const nameOf = (text: string) => (short(text) === text ? text : `${short(text)} ${text}`);

/** ② 申请销号: the number is the one of the table. */
const labelOf = (workflow: Workflow, key: string): string => {
  const at = workflow.transitions.findIndex((step) => step.key === key);
  const step = workflow.transitions[at];
  return step ? `${at + 1} ${short(localText(step.title))}` : '';
};

const widthOf = (text: string): number => spanOf(text) + 12;

const stepWords = (workflow: Workflow, step: Transition): string => {
  const title = (key: string) => {
    const state = workflow.states.find((each) => each.key === key);
    return state ? localText(state.title) : key;
  };
  return t('editors.step-words', {
    step: localText(step.title),
    from: step.from.map(title).join(t('editors.list-mark')),
    to: title(step.to),
    who: step.by.map((actor) => t(`editors.actor-${actor}`)).join(t('editors.list-mark')),
  });
};

const onEnter = (event: KeyboardEvent, open: () => void): void => {
  if (event.key !== 'Enter' && event.key !== ' ') return;
  event.preventDefault();
  open();
};

const State = (props: Props & { state: DrawnState }) => {
  const known = () => props.workflow.states.find(({ key }) => key === props.state.key);
  const spot = (): Spot => ({ kind: 'state', key: props.state.key });
  const found = () => findingsAt(props.findings, props.state.key);
  const isSpot = () => props.spot?.kind === 'state' && props.spot.key === props.state.key;
  const classes = () =>
    [
      'flow-state',
      known()?.ends ? 'flow-state-end' : '',
      props.workflow.start === props.state.key ? 'flow-state-start' : '',
      found().length > 0 ? 'flow-wrong' : '',
      isSpot() ? 'flow-spot' : '',
    ].join(' ');
  return (
    <g
      class={classes()}
      tabindex="0"
      role="button"
      aria-label={[
        nameOf(localText(known()?.title)),
        ...found().map(({ message }) => localText(message)),
      ].join('：')}
      onFocus={() => props.onSpot(spot())}
      onMouseEnter={() => props.onSpot(spot())}
      onClick={() => props.onOpen(spot())}
      onKeyDown={(event) => onEnter(event, () => props.onOpen(spot()))}
    >
      <rect
        x={props.state.x}
        y={props.state.y}
        width={props.state.width}
        height={props.state.height}
        rx={known()?.ends ? 19 : 2}
      />
      <text x={props.state.x + props.state.width / 2} y={props.state.y + 24} text-anchor="middle">
        {found().length > 0 ? '▲ ' : ''}
        {short(localText(known()?.title))}
      </text>
    </g>
  );
};

const pathOf = ({ points }: DrawnStep): string =>
  points.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');

type StepProps = Props & { step: DrawnStep };

const stepClasses = ({ spot, step, findings }: StepProps): string => {
  const isSpot = spot?.kind === 'step' && spot.key === step.key;
  const isWrong = findingsAt(findings, step.key).length > 0;
  return `flow-step${isSpot ? ' flow-spot' : ''}${isWrong ? ' flow-wrong' : ''}`;
};
const spotOf = ({ step }: StepProps): Spot => ({ kind: 'step', key: step.key });

/** Lines lie beneath all names, so that none is struck through by another step. */
const StepLine = (props: StepProps) => (
  <g
    class={stepClasses(props)}
    aria-hidden="true"
    onMouseEnter={() => props.onSpot(spotOf(props))}
    onClick={() => props.onOpen(spotOf(props))}
  >
    <path d={pathOf(props.step)} marker-end="url(#flow-arrow)" fill="none" />
  </g>
);

const StepName = (props: StepProps) => {
  const words = () => {
    const step = props.workflow.transitions.find(({ key }) => key === props.step.key);
    return step ? `${labelOf(props.workflow, step.key)} ${stepWords(props.workflow, step)}` : '';
  };
  return (
    <Show when={props.step.label}>
      {(label) => (
        <g
          class={stepClasses(props)}
          tabindex="0"
          role="button"
          aria-label={words()}
          onFocus={() => props.onSpot(spotOf(props))}
          onMouseEnter={() => props.onSpot(spotOf(props))}
          onClick={() => props.onOpen(spotOf(props))}
          onKeyDown={(event) => onEnter(event, () => props.onOpen(spotOf(props)))}
        >
          <rect
            class="flow-label"
            x={label().x}
            y={label().y}
            width={label().width}
            height={label().height}
          />
          <text x={label().x + label().width / 2} y={label().y + 15} text-anchor="middle">
            {labelOf(props.workflow, props.step.key)}
          </text>
        </g>
      )}
    </Show>
  );
};

/** Where the picture is wider than the screen, its middle is seen first: there it begins. */
const centre = (box: HTMLElement): void => {
  box.scrollLeft = Math.max(0, (box.scrollWidth - box.clientWidth) / 2);
};

/** 流程图: the states and steps as they are in the table beneath, which says the same in words. */
export const WorkflowPicture = (props: Props) => {
  const drawing = createMemo(() =>
    layOut(props.workflow, (key) => widthOf(labelOf(props.workflow, key))),
  );
  return (
    <figure class="flow">
      <div class="flow-scroll" ref={(box) => queueMicrotask(() => centre(box))}>
        <svg
          role="group"
          aria-label={t('editors.flow-picture')}
          width={drawing().width}
          height={drawing().height}
          viewBox={`0 0 ${drawing().width} ${drawing().height}`}
        >
          <defs>
            <marker
              id="flow-arrow"
              viewBox="0 0 8 8"
              refX="7"
              refY="4"
              markerUnits="userSpaceOnUse"
              markerWidth="9"
              markerHeight="9"
              orient="auto"
            >
              <path d="M0 0L8 4L0 8z" />
            </marker>
          </defs>
          <For each={drawing().steps}>{(step) => <StepLine {...props} step={step} />}</For>
          <For each={drawing().steps}>{(step) => <StepName {...props} step={step} />}</For>
          <For each={drawing().states}>{(state) => <State {...props} state={state} />}</For>
        </svg>
      </div>
      <figcaption class="small soft">
        {t('editors.flow-caption')}
        <Show when={props.findings.length > 0}>{t('editors.flow-wrong')}</Show>
      </figcaption>
    </figure>
  );
};
