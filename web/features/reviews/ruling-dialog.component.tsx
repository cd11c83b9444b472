import { createSignal } from 'solid-js';
import { draftedPaperWords } from '#web/features/approvals/drafted-paper-words.ts';
import { RegisterPaper } from '#web/features/approvals/signed-paper.component.tsx';
import type { StepAct } from '#web/features/approvals/step-act.ts';
import { parseDay } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import { RadioGroup } from '#web/ui/choice-field.component.tsx';
import { Dialog } from '#web/ui/dialog.component.tsx';
import { Refusal } from '#web/ui/refusal.component.tsx';
import { TextArea } from '#web/ui/text-field.component.tsx';
import { createRuling } from './opinions.queries.ts';

const views = ['pass', 'mend'] as const;

/** 登记领导裁定: what was ruled, why, by which post and when, with the scan of what was signed. */
export const RulingDialog = (props: {
  caseId: string;
  onClose: () => void;
  onRegistered: () => void;
}) => {
  const [view, setView] = createSignal('');
  const [words, setWords] = createSignal('');
  const ruling = createRuling(() => props.caseId);
  const createAct = (): StepAct => ({
    isBusy: ruling.isBusy,
    problem: ruling.problem,
    errorOf: () => undefined,
    send: async (body) => {
      const chosen = views.find((each) => each === view());
      if (chosen === undefined || !('paper' in body)) return;
      const sent = { view: chosen, words: words().trim(), paper: body.paper };
      if (await ruling.attempt(sent)) props.onRegistered();
    },
  });
  return (
    <Dialog open title={t('desk.ruling-register')} onClose={() => props.onClose()}>
      <div class="stack form">
        <RadioGroup
          name="rulingView"
          label={t('desk.ruling')}
          required
          inline
          options={views.map((each) => ({ value: each, label: t(`desk.view-${each}`) }))}
          value={view()}
          onChange={setView}
        />
        <TextArea
          name="rulingWords"
          label={t('desk.ruling-words')}
          required
          rows={3}
          value={words()}
          onInput={setWords}
        />
        <RegisterPaper
          words={{ ...draftedPaperWords(), paper: t('desk.ruling-paper') }}
          createAct={createAct}
          refusal={(problem) => <Refusal withFields problem={problem()} />}
          paperIsReady={({ signedOn, signerPost }) =>
            view() !== '' &&
            words().trim().length > 1 &&
            signerPost !== '' &&
            parseDay(signedOn) !== undefined
          }
        />
      </div>
    </Dialog>
  );
};
