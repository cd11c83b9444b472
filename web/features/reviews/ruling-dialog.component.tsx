import { draftedPaperWords } from '#web/features/approvals/drafted-paper-words.ts';
import { RegisterPaper } from '#web/features/approvals/signed-paper.component.tsx';
import type { StepAct } from '#web/features/approvals/step-act.ts';
import { parseDay } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import { Dialog } from '#web/ui/dialog.component.tsx';
import { Refusal } from '#web/ui/refusal.component.tsx';
import { createRuling } from './opinions.queries.ts';
import { ViewFields, createViewDraft } from './view-fields.component.tsx';

/** 登记领导裁定: what was ruled, why, by which post and when, with the scan of what was signed. */
export const RulingDialog = (props: {
  caseId: string;
  onClose: () => void;
  onRegistered: () => void;
}) => {
  const draft = createViewDraft();
  const ruling = createRuling(() => props.caseId);
  const createAct = (): StepAct => ({
    isBusy: ruling.isBusy,
    problem: ruling.problem,
    errorOf: () => undefined,
    send: async (body) => {
      const ready = draft.ready();
      if (ready === undefined || !('paper' in body)) return;
      if (await ruling.attempt({ ...ready, paper: body.paper })) props.onRegistered();
    },
  });
  return (
    <Dialog open title={t('desk.ruling-register')} onClose={() => props.onClose()}>
      <div class="stack form">
        <ViewFields
          draft={draft}
          view={{ name: 'rulingView', label: t('desk.ruling') }}
          words={{ name: 'rulingWords', label: t('desk.ruling-words'), rows: 3 }}
        />
        <RegisterPaper
          words={{ ...draftedPaperWords(), paper: t('desk.ruling-paper') }}
          createAct={createAct}
          refusal={(problem) => <Refusal withFields problem={problem()} />}
          paperIsReady={({ signedOn, signerPost }) =>
            draft.ready() !== undefined && signerPost !== '' && parseDay(signedOn) !== undefined
          }
        />
      </div>
    </Dialog>
  );
};
