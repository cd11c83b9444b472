import { Show, createMemo, createSignal, untrack } from 'solid-js';
import type { CampaignProblem, CampaignRule } from '#plugins/sdk/check/problem.ts';
import { clockSense } from '#plugins/sdk/check/rules/clocks.ts';
import {
  closedByFiler,
  masterCloses,
  stepNeeds,
  workflowReach,
  workflowStates,
} from '#plugins/sdk/check/rules/workflows.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Empty } from '#web/ui/state.component.tsx';
import { Callout } from '#web/ui/status.component.tsx';
import type { Tab } from '#web/ui/tabs.component.tsx';
import { Tabs } from '#web/ui/tabs.component.tsx';
import { createBodyEditor } from '../body-editor.ts';
import { DesignFrame } from '../design-frame.component.tsx';
import type { DesignProps } from '../design-props.ts';
import { findingsOf } from '../findings.ts';
import { ClocksEditor } from './clocks-editor.component.tsx';
import { RegisterBasics, RegisterLists } from './register-basics.component.tsx';
import type { RegisterEditing } from './register-parts.ts';
import { StatesTable } from './states-table.component.tsx';
import { isShortest, newWorkflow, withProblemClosing } from './workflow-edit.ts';
import { WorkflowPicture } from './workflow-picture.component.tsx';
import type { Spot } from './workflow-picture.component.tsx';
import { WorkflowTable } from './workflow-table.component.tsx';

/** 认领 → 整改 → 申请销号 → 初审 → 复核销号, with its time limit, in one act that can be undone. */
const UsualCourse = (props: Pick<RegisterEditing, 'editor'>) => (
  <Button
    small
    onClick={() =>
      props.editor.change((register) =>
        withProblemClosing(register, t('editors.usual-course-rule')),
      )
    }
  >
    {t('editors.usual-course')}
  </Button>
);

const NoWorkflow = (props: Pick<RegisterEditing, 'editor'>) => {
  const start = () =>
    props.editor.change((register) => ({
      ...register,
      workflow: newWorkflow({
        open: t('editors.new-state-open'),
        closed: t('editors.new-state-closed'),
        close: t('editors.new-step-close'),
      }),
    }));
  return (
    <Empty
      title={t('editors.no-workflow')}
      next={t('editors.no-workflow-next')}
      actions={
        <div class="row">
          <Button small onClick={start}>
            {t('editors.workflow-add')}
          </Button>
          <UsualCourse editor={props.editor} />
        </div>
      }
    />
  );
};

const Handling = (
  props: RegisterEditing & {
    findings: readonly CampaignProblem[];
    open: string | undefined;
    onOpen: (key: string | undefined) => void;
  },
) => {
  const [spot, setSpot] = createSignal<Spot>();
  const open = ({ kind, key }: Spot) => {
    if (kind === 'step') props.onOpen(key);
    queueMicrotask(() => {
      const place = document.getElementById(`design-${key}`);
      place?.scrollIntoView?.({ block: 'center' });
      place?.querySelector<HTMLElement>('button, input')?.focus({ preventScroll: true });
    });
  };
  return (
    <Show when={props.editor.body().workflow} fallback={<NoWorkflow editor={props.editor} />}>
      {(workflow) => (
        <div class="stack">
          <Show when={isShortest(workflow())}>
            <Callout actions={<UsualCourse editor={props.editor} />}>
              {t('editors.usual-course-words')}
            </Callout>
          </Show>
          <WorkflowPicture
            workflow={workflow()}
            findings={props.findings}
            spot={spot()}
            onSpot={setSpot}
            onOpen={open}
          />
          <WorkflowTable
            editor={props.editor}
            campaign={props.campaign}
            findings={props.findings}
            spot={spot()}
            open={props.open}
            onSpot={setSpot}
            onOpen={props.onOpen}
          />
          <StatesTable editor={props.editor} campaign={props.campaign} findings={props.findings} />
        </div>
      )}
    </Show>
  );
};

type OpenedStep = {
  open: () => string | undefined;
  setOpen: (key: string | undefined) => void;
};

const createTabs = (
  parts: RegisterEditing,
  findings: () => readonly CampaignProblem[],
  opened: OpenedStep,
): readonly Tab[] => {
  const problems = (place: string) => {
    const found = findings().filter(({ path }) => path.split('/')[2] === place).length;
    return found === 0 ? undefined : found;
  };
  // The same objects as long as the editor stands: a tab is known by itself.
  return [
    {
      key: 'basics',
      get label() {
        return t('editors.register-basics');
      },
      content: () => <RegisterBasics {...parts} />,
    },
    {
      key: 'lists',
      get label() {
        return t('editors.register-lists');
      },
      content: () => <RegisterLists {...parts} />,
    },
    {
      key: 'handling',
      get label() {
        return t('editors.register-handling');
      },
      get count() {
        return problems('workflow');
      },
      content: () => (
        <Handling {...parts} findings={findings()} open={opened.open()} onOpen={opened.setOpen} />
      ),
    },
    {
      key: 'clocks',
      get label() {
        return t('editors.register-clocks');
      },
      get count() {
        return problems('clocks');
      },
      content: () => <ClocksEditor {...parts} />,
    },
  ];
};

const rules: readonly CampaignRule[] = [
  workflowStates,
  workflowReach,
  closedByFiler,
  stepNeeds,
  masterCloses,
  clockSense,
];

/** 台账: what it lists, how an entry is handled, in which time. */
export const RegisterEditor = (props: DesignProps<'register'>) => {
  const editor = createBodyEditor({ kind: 'register', ...untrack(() => ({ ...props })) });
  const findings = createMemo(() => findingsOf(props.campaign, 'register', editor.body(), rules));
  const [tab, setTab] = createSignal(
    untrack(() => props.version) === undefined ? 'basics' : 'handling',
  );
  const [open, setOpen] = createSignal<string>();
  const parts = { editor, campaign: untrack(() => props.campaign) };
  const goTo = ({ path }: CampaignProblem) => {
    const [, , place = '', key = ''] = path.split('/');
    setTab(place === 'clocks' ? 'clocks' : place === 'workflow' ? 'handling' : 'basics');
    if (place !== 'workflow') return;
    setOpen(key);
    queueMicrotask(() => document.getElementById(`design-${key}`)?.scrollIntoView?.());
  };
  const tabs = createTabs(parts, findings, { open, setOpen });
  return (
    <DesignFrame
      label={t('editors.edit-register')}
      editor={editor}
      mayEdit={props.mayEdit}
      findings={findings()}
      onGo={goTo}
      onCancel={() => props.onCancel()}
    >
      <Tabs label={t('editors.register-parts')} value={tab()} onChange={setTab} tabs={tabs} />
    </DesignFrame>
  );
};
