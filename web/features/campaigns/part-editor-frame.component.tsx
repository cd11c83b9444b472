import { For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { RadioGroup } from '#web/ui/choice-field.component.tsx';
import { ErrorSummary } from '#web/ui/error-summary.component.tsx';
import { Callout } from '#web/ui/status.component.tsx';
import type { Conflict, PartEditor } from './part-editor.ts';

const Choice = (props: { conflict: Conflict; editor: PartEditor }) => {
  const shown = (value: string) =>
    props.editor.wordsOf(props.conflict.name, value) || t('campaigns.empty-value');
  const options = () => [
    { value: 'mine', label: t('campaigns.conflict-mine', { value: shown(props.conflict.mine) }) },
    {
      value: 'theirs',
      label: t('campaigns.conflict-theirs', {
        post: props.editor.savedBy() ?? '',
        value: shown(props.conflict.theirs),
      }),
    },
  ];
  const chosen = () =>
    props.editor.valueOf(props.conflict.name) === props.conflict.theirs ? 'theirs' : 'mine';
  return (
    <RadioGroup
      name={`conflict-${props.conflict.name}`}
      label={props.conflict.label}
      options={options()}
      value={chosen()}
      onChange={(side) =>
        props.editor.set(
          props.conflict.name,
          side === 'theirs' ? props.conflict.theirs : props.conflict.mine,
        )
      }
    />
  );
};

const Conflicts = (props: { editor: PartEditor }) => (
  <Show when={props.editor.conflicts().length > 0}>
    <Callout
      kind="warn"
      live
      title={t('campaigns.conflict-title', { post: props.editor.savedBy() ?? '' })}
    >
      <p>{t('campaigns.conflict-words')}</p>
      <div class="stack conflict-choices">
        <For each={props.editor.conflicts()}>
          {(conflict) => <Choice conflict={conflict} editor={props.editor} />}
        </For>
      </div>
    </Callout>
  </Show>
);

/** Fields of one part with 保存 and 取消; what somebody else saved meanwhile stands above them. */
export const PartEditorFrame = (props: {
  title: string;
  editor: PartEditor;
  onCancel: () => void;
  children: JSX.Element;
}) => {
  const isIdle = () =>
    !props.editor.isFresh() && !props.editor.isChanged() && props.editor.conflicts().length === 0;
  const cancel = () => {
    props.editor.giveUp();
    props.onCancel();
  };
  const submit = (event: Event) => {
    event.preventDefault();
    if (!props.editor.isBusy()) void props.editor.send();
  };
  return (
    <form class="part-editor stack" aria-label={props.title} onSubmit={submit} novalidate>
      <ErrorSummary errors={props.editor.errors()} />
      <Show when={props.editor.refusal() !== undefined}>
        <Callout
          kind="error"
          live
          title={props.editor.refusal() || t('campaigns.not-saved')}
          actions={
            props.editor.isGone() ? (
              <Button small onClick={() => void props.editor.sendAgain()}>
                {t('campaigns.act-put-in-again')}
              </Button>
            ) : undefined
          }
        />
      </Show>
      <Conflicts editor={props.editor} />
      {props.children}
      <div class="row">
        <Button type="submit" kind="primary" busy={props.editor.isBusy()} disabled={isIdle()}>
          {props.editor.isFresh() ? t('campaigns.add-part') : t('campaigns.save-part')}
        </Button>
        <Button onClick={cancel}>{t('acts.cancel')}</Button>
        <Show when={isIdle()}>
          <span class="small soft">{t('campaigns.nothing-changed')}</span>
        </Show>
      </div>
    </form>
  );
};
