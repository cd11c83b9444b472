import { useBeforeLeave } from '@solidjs/router';
import type { BeforeLeaveEventArgs } from '@solidjs/router';
import { For, Show, createSignal } from 'solid-js';
import type { JSX } from 'solid-js';
import type { CampaignProblem } from '#plugins/sdk/check/problem.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { RadioGroup } from '#web/ui/choice-field.component.tsx';
import { Confirm } from '#web/ui/dialog.component.tsx';
import { ErrorSummary } from '#web/ui/error-summary.component.tsx';
import { BottomBar } from '#web/ui/page.component.tsx';
import { Callout } from '#web/ui/status.component.tsx';
import type { BodyEditor } from './body-editor.ts';
import type { BodyConflict } from './body-merge.ts';
import { sameBody, valueIn } from './body-merge.ts';
import { placeWords, valueWords } from './conflict-words.presenter.ts';
import type { DesignKind } from './design-parts.ts';

/** What the frame needs of an editor of any kind. */
export type FramedEditor = Pick<
  BodyEditor<DesignKind>,
  | 'body'
  | 'isChanged'
  | 'isNew'
  | 'canUndo'
  | 'undo'
  | 'conflicts'
  | 'choose'
  | 'savedBy'
  | 'errors'
  | 'refusal'
  | 'isBusy'
  | 'send'
>;

const wordsOf = ({ path }: BodyConflict, value: unknown) =>
  valueWords(value, path[path.length - 1]);

const Conflict = (props: { conflict: BodyConflict; editor: FramedEditor }) => (
  <RadioGroup
    name={`conflict-${props.conflict.path.join('-')}`}
    label={placeWords(props.editor.body(), props.conflict.path)}
    options={[
      {
        value: 'mine',
        label: t('editors.conflict-mine', { value: wordsOf(props.conflict, props.conflict.mine) }),
      },
      {
        value: 'theirs',
        label: t('editors.conflict-theirs', {
          post: props.editor.savedBy(),
          value: wordsOf(props.conflict, props.conflict.theirs),
        }),
      },
    ]}
    value={
      sameBody(valueIn(props.editor.body(), props.conflict.path), props.conflict.theirs)
        ? 'theirs'
        : 'mine'
    }
    onChange={(side) =>
      props.editor.choose(
        props.conflict.path,
        side === 'theirs' ? props.conflict.theirs : props.conflict.mine,
      )
    }
  />
);

const Conflicts = (props: { editor: FramedEditor }) => (
  <Show when={props.editor.conflicts().length > 0}>
    <Callout kind="warn" live title={t('editors.conflict-title', { post: props.editor.savedBy() })}>
      <p>{t('editors.conflict-words')}</p>
      <div class="stack">
        <For each={props.editor.conflicts()}>
          {(conflict) => <Conflict conflict={conflict} editor={props.editor} />}
        </For>
      </div>
    </Callout>
  </Show>
);

/** What the checker would say of the part as it stands here. */
export const Findings = (props: {
  findings: readonly CampaignProblem[];
  onGo?: ((problem: CampaignProblem) => void) | undefined;
}) => (
  <Show when={props.findings.length > 0}>
    <section class="design-findings" aria-live="polite">
      <h3>{t('editors.findings', { count: props.findings.length })}</h3>
      <ul>
        <For each={props.findings}>
          {(problem) => (
            <li class={`design-finding design-finding-${problem.severity}`}>
              <span class="design-severity">{t(`editors.severity-${problem.severity}`)}</span>
              <span>
                {localText(problem.message)}
                <span class="soft">{`（${localText(problem.mend)}）`}</span>{' '}
                <Show when={props.onGo}>
                  {(go) => (
                    <Button small kind="quiet" onClick={() => go()(problem)}>
                      {t('editors.go-there')}
                    </Button>
                  )}
                </Show>
              </span>
            </li>
          )}
        </For>
      </ul>
    </section>
  </Show>
);

/** Asks before what was not saved is lost by leaving the page. */
const LeaveGuard = (props: { isChanged: () => boolean }) => {
  const [leaving, setLeaving] = createSignal<BeforeLeaveEventArgs>();
  useBeforeLeave((event) => {
    if (event.defaultPrevented || !props.isChanged()) return;
    event.preventDefault();
    setLeaving(event);
  });
  return (
    <Confirm
      open={leaving() !== undefined}
      title={t('editors.leave-title')}
      act={t('editors.leave')}
      danger
      onConfirm={() => leaving()?.retry(true)}
      onCancel={() => setLeaving(undefined)}
    >
      <p>{t('editors.leave-words')}</p>
    </Confirm>
  );
};

/** One part being designed: refusals and conflicts above, the bar with 保存 and 撤销 below. */
export const DesignFrame = (props: {
  label: string;
  editor: FramedEditor;
  mayEdit: boolean;
  findings: readonly CampaignProblem[];
  labelOf?: ((path: string) => string | undefined) | undefined;
  onGo?: ((problem: CampaignProblem) => void) | undefined;
  onCancel: () => void;
  children: JSX.Element;
}) => {
  const isIdle = () =>
    !props.mayEdit ||
    (!props.editor.isNew && !props.editor.isChanged() && props.editor.conflicts().length === 0);
  const note = () => {
    if (!props.mayEdit) return t('editors.only-to-read');
    return isIdle() ? t('editors.nothing-changed') : t('editors.not-yet-saved');
  };
  const submit = (event: Event) => {
    event.preventDefault();
    if (!props.editor.isBusy() && !isIdle()) void props.editor.send();
  };
  return (
    <form class="design stack" aria-label={props.label} onSubmit={submit} novalidate>
      <ErrorSummary errors={props.editor.errors()} labelOf={props.labelOf} />
      <Show when={props.editor.refusal() !== undefined}>
        <Callout kind="error" live title={props.editor.refusal() || t('editors.not-saved')} />
      </Show>
      <Conflicts editor={props.editor} />
      <LeaveGuard isChanged={() => props.mayEdit && props.editor.isChanged()} />
      {props.children}
      <Findings findings={props.findings} onGo={props.onGo} />
      <BottomBar note={note()}>
        <Button onClick={() => props.onCancel()}>{t('editors.back')}</Button>
        <Button disabled={!props.editor.canUndo()} onClick={() => props.editor.undo()}>
          {t('editors.undo')}
        </Button>
        <Button type="submit" kind="primary" busy={props.editor.isBusy()} disabled={isIdle()}>
          {t('editors.save')}
        </Button>
      </BottomBar>
    </form>
  );
};
