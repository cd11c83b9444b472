import { Show, createSignal } from 'solid-js';
import type { PetitionDetail } from '#schema/contracts/petitions.ts';
import { draftedPaperWords } from '#web/features/approvals/drafted-paper-words.ts';
import { RegisterPaper } from '#web/features/approvals/signed-paper.component.tsx';
import type { StepAct, StepWay } from '#web/features/approvals/step-act.ts';
import { TakeStep } from '#web/features/approvals/take-step.component.tsx';
import { parseDay } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Dialog } from '#web/ui/dialog.component.tsx';
import { Refusal } from '#web/ui/refusal.component.tsx';
import { TextArea } from '#web/ui/text-field.component.tsx';
import { createAct } from './act-form.component.tsx';

/** The head's signature, or with `isInstruction` a 批示 that was written on paper. */
export const SignButton = (props: { detail: PetitionDetail; isInstruction?: boolean }) => {
  const [isOpen, setOpen] = createSignal(false);
  const [text, setText] = createSignal('');
  const ways = (): StepWay[] => [
    ...(props.detail.may.sign ? (['online', 'return'] as const) : []),
    ...(props.detail.may.write || props.isInstruction ? (['paper'] as const) : []),
  ];
  const label = () => t(props.isInstruction ? 'petitions.instruct-paper' : 'petitions.sign');
  const path = (way: StepWay) => (way === 'return' ? 'approval/return' : 'approval/sign');
  const createStepAct = (way: StepWay): StepAct => {
    const { id, version } = props.detail.summary;
    const act = createAct(() => ({
      id,
      version: props.detail.summary.version ?? version,
      act: props.isInstruction ? 'instruction' : path(way),
    }));
    return {
      isBusy: act.command.isBusy,
      problem: act.command.problem,
      errorOf: () => undefined,
      send: async (body) => {
        const own = props.isInstruction ? { text: text().trim() } : { stepKey: 'sign' };
        if (await act.send({ ...own, ...body })) setOpen(false);
      },
    };
  };
  const sheet = () => ({
    words: draftedPaperWords(),
    createAct: createStepAct,
    refusal: (problem: StepAct['problem']) => <Refusal withFields problem={problem()} />,
    paperIsReady: ({ signedOn, signerPost }: { signedOn: string; signerPost: string }) =>
      parseDay(signedOn) !== undefined &&
      signerPost !== '' &&
      (!props.isInstruction || text().trim().length > 1),
  });
  return (
    <Show when={ways().length > 0}>
      <Button onClick={() => setOpen(true)}>{label()}</Button>
      <Dialog open={isOpen()} title={label()} onClose={() => setOpen(false)}>
        <Show when={isOpen()}>
          <Show when={props.isInstruction} fallback={<TakeStep {...sheet()} ways={ways()} />}>
            <TextArea
              name="text"
              label={t('petitions.instruction')}
              required
              rows={3}
              value={text()}
              onInput={setText}
            />
            <RegisterPaper {...sheet()} />
          </Show>
        </Show>
      </Dialog>
    </Show>
  );
};
