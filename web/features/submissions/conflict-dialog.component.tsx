import { For, Show } from 'solid-js';
import type { Answers } from '#plugins/sdk/forms/answers.ts';
import type { Form } from '#schema/contracts/campaign/form.ts';
import type { FieldConflict } from '#schema/contracts/submissions.ts';
import { formatMoment } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Dialog } from '#web/ui/dialog.component.tsx';
import { placeLabel, placeValue } from './place-label.presenter.ts';

type ConflictDialogProps = {
  open: boolean;
  conflicts: readonly FieldConflict[];
  form: Form;
  answers: Answers;
  nameOf: (evidenceId: string) => string | undefined;
  onChoose: (path: string, choice: 'mine' | 'theirs') => void;
  onClose: () => void;
};

const Choice = (props: {
  title: string;
  value: string;
  act: string;
  label: string;
  onChoose: () => void;
}) => (
  <div class="conflict-side">
    <p class="small soft">{props.title}</p>
    <p class="conflict-value">{props.value}</p>
    <Button small onClick={() => props.onChoose()}>
      {props.act}
      <span class="visually-hidden">：{props.label}</span>
    </Button>
  </div>
);

const Conflict = (props: ConflictDialogProps & { conflict: FieldConflict }) => {
  const label = () => placeLabel(props.conflict.path, props);
  const words = (value: unknown) =>
    placeValue(props.conflict.path, value, props.form, props.nameOf);
  const theirs = () => {
    const post = props.conflict.theirPost ?? t('submissions.somebody');
    const { at } = props.conflict;
    return at === undefined ? post : `${post}，${formatMoment(at, 0)}`;
  };
  return (
    <section class="conflict" aria-label={label()}>
      <h3>{label()}</h3>
      <div class="conflict-sides">
        <Choice
          title={t('submissions.conflict-mine')}
          value={words(props.conflict.yours)}
          act={t('submissions.keep-mine')}
          label={label()}
          onChoose={() => props.onChoose(props.conflict.path, 'mine')}
        />
        <Choice
          title={theirs()}
          value={words(props.conflict.theirs)}
          act={t('submissions.keep-theirs')}
          label={label()}
          onChoose={() => props.onChoose(props.conflict.path, 'theirs')}
        />
      </div>
    </section>
  );
};

/** Two people changed one field: both values, who by post and when; a person decides. */
export const ConflictDialog = (props: ConflictDialogProps) => (
  <Dialog
    wide
    role="alertdialog"
    open={props.open && props.conflicts.length > 0}
    title={t('submissions.conflict-title', { count: props.conflicts.length })}
    onClose={() => props.onClose()}
  >
    <p>{t('submissions.conflict-words')}</p>
    <Show when={props.open}>
      <For each={props.conflicts}>{(conflict) => <Conflict {...props} conflict={conflict} />}</For>
    </Show>
  </Dialog>
);
