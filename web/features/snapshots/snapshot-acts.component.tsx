import { Match, Show, Switch } from 'solid-js';
import type { SnapshotDetail } from '#schema/contracts/snapshots.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { ActButton, SignButton } from './signing.component.tsx';
import type { MayDo } from './snapshot-desk.ts';
import { currentStepOf } from './snapshot.presenter.ts';

export const WaitsFor = (props: { snapshot: SnapshotDetail | undefined }) => (
  <Show when={props.snapshot && currentStepOf(props.snapshot)}>
    {(step) => <span>{t('snapshots.waits-for', { post: step().title })}</span>}
  </Show>
);

type ActsProps = {
  snapshot: SnapshotDetail;
  may: MayDo;
  onDone: () => void;
  onCorrect: () => void;
};

/** The next act by the state, for who may do it. */
export const Acts = (props: ActsProps) => {
  const mayPrepare = () => props.may('snapshots.prepare');
  const isIn = (...states: readonly SnapshotDetail['state'][]) =>
    states.includes(props.snapshot.state);
  return (
    <>
      <Show when={mayPrepare() && isIn('signing', 'signed')}>
        <ActButton
          {...props}
          act="approval/withdraw"
          kind="quiet"
          label={t('snapshots.act-withdraw')}
          done="snapshots.withdrawn"
          consequence={t('snapshots.withdraw-words')}
        />
      </Show>
      <SignButton snapshot={props.snapshot} may={props.may} onDone={props.onDone} />
      <Switch>
        <Match when={mayPrepare() && isIn('draft')}>
          <ActButton
            {...props}
            act="submit"
            label={t('snapshots.act-submit')}
            done="snapshots.submitted"
          />
        </Match>
        <Match when={mayPrepare() && isIn('signed')}>
          <ActButton
            {...props}
            act="send"
            label={t('snapshots.act-send')}
            title={t('snapshots.send-title')}
            done="snapshots.sent"
            consequence={t('snapshots.send-words')}
          />
        </Match>
        <Match when={mayPrepare() && isIn('received')}>
          <Button onClick={() => props.onCorrect()}>{t('snapshots.act-correct')}</Button>
        </Match>
      </Switch>
    </>
  );
};
