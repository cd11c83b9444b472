import { Show } from 'solid-js';
import { answersToCarry, carryInto } from '#web/features/forms/renderer/carry.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { announce } from '#web/ui/toast.component.tsx';
import type { Filing } from './filing.ts';
import { previousPeriod } from './occurrence.presenter.ts';

/** 带入上年内容: in one act, where the form is meant for it and something is still empty. */
export const CarryOver = (props: { filing: Filing }) => {
  const previous = () => props.filing.detail().previous;
  const carried = () => {
    const { model } = props.filing;
    return answersToCarry(model.form, previous()?.answers ?? {}, model.answers());
  };
  const count = () => Object.keys(carried()).length;
  const carry = () => {
    const done = count();
    carryInto(props.filing.model, carried());
    announce(t('submissions.carried', { count: done }));
  };
  return (
    <Show when={count() > 0 && previous()}>
      {(before) => (
        <p class="row no-print">
          <Button small onClick={carry}>
            {t('submissions.carry', { period: previousPeriod(before()), count: count() })}
          </Button>
          <span class="small soft">{t('submissions.carry-words')}</span>
        </p>
      )}
    </Show>
  );
};
