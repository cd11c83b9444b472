import { createSignal, untrack } from 'solid-js';
import { disclosures } from '#schema/contracts/campaign/clause.ts';
import type { Draft, DraftMoved, IssueRegistration } from '#schema/contracts/campaigns.ts';
import { EvidenceField } from '#web/features/evidence/evidence-field.component.tsx';
import { createEvidenceShelf } from '#web/features/evidence/shelf.ts';
import { createCommand } from '#web/shared/command.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { RadioGroup } from '#web/ui/choice-field.component.tsx';
import { DateField } from '#web/ui/date-field.component.tsx';
import { Dialog } from '#web/ui/dialog.component.tsx';
import { ErrorSummary } from '#web/ui/error-summary.component.tsx';
import { Refusal } from '#web/ui/refusal.component.tsx';
import { Callout } from '#web/ui/status.component.tsx';
import { TextField } from '#web/ui/text-field.component.tsx';
import { announce } from '#web/ui/toast.component.tsx';
import { headOf } from './draft-parts.ts';

type Props = { open: boolean; draft: Draft; onClose: () => void; onDone: () => void };

type Written = Omit<IssueRegistration, 'scanEvidenceId'> & { scan: readonly string[] };

const writtenOf = (draft: Draft): Written => ({
  number: draft.issue?.number ?? '',
  signedOn: draft.issue?.signedOn ?? '',
  printedOn: draft.issue?.printedOn ?? '',
  disclosure: draft.issue?.disclosure ?? headOf(draft)?.body.document.disclosure ?? 'on-request',
  scan: draft.issue?.scanEvidenceId === undefined ? [] : [draft.issue.scanEvidenceId],
});

const toRegistration = ({ scan, number, ...written }: Written): IssueRegistration => ({
  ...written,
  number: number.trim(),
  ...(scan[0] === undefined ? {} : { scanEvidenceId: scan[0] }),
});

type FieldsProps = {
  written: Written;
  onWrite: (change: Partial<Written>) => void;
  errorOf: (path: string) => string | undefined;
};

const NumberAndDays = (props: FieldsProps) => (
  <>
    <Callout>{t('campaigns.issue-number-words')}</Callout>
    <TextField
      name="number"
      label={t('campaigns.issue-number')}
      hint={t('campaigns.issue-number-hint')}
      required
      value={props.written.number}
      error={props.errorOf('number')}
      onInput={(number) => props.onWrite({ number })}
    />
    <div class="part-fields">
      <DateField
        name="signedOn"
        label={t('campaigns.issue-signed-on')}
        required
        value={props.written.signedOn}
        error={props.errorOf('signedOn')}
        onInput={(signedOn) => props.onWrite({ signedOn })}
      />
      <DateField
        name="printedOn"
        label={t('campaigns.issue-printed-on')}
        required
        value={props.written.printedOn}
        error={props.errorOf('printedOn')}
        onInput={(printedOn) => props.onWrite({ printedOn })}
      />
    </div>
    <RadioGroup
      name="disclosure"
      label={t('campaigns.head-disclosure')}
      inline
      required
      options={disclosures.map((value) => ({ value, label: t(`campaigns.disclosure-${value}`) }))}
      value={props.written.disclosure}
      onChange={(value) =>
        props.onWrite({ disclosure: disclosures.find((each) => each === value) ?? 'withheld' })
      }
    />
  </>
);

const IssueForm = (props: Props) => {
  const [written, setWritten] = createSignal(untrack(() => writtenOf(props.draft)));
  const write = (change: Partial<Written>) => setWritten((before) => ({ ...before, ...change }));
  const shelf = createEvidenceShelf(() => []);
  const register = createCommand<IssueRegistration, DraftMoved>((body) => ({
    method: 'PUT',
    path: `/api/campaigns/drafts/${props.draft.id}/issue`,
    body,
  }));
  const send = async () => {
    if (!(await register.attempt(toRegistration(written())))) return;
    announce(t('campaigns.issue-registered'));
    props.onDone();
  };
  const errorOf = (path: string) => register.problem()?.errorOf(path);
  return (
    <div class="stack">
      <ErrorSummary errors={register.errors()} />
      <Refusal problem={register.problem()?.errors.length === 0 && register.problem()} />
      <NumberAndDays written={written()} onWrite={write} errorOf={errorOf} />
      <EvidenceField
        name="scanEvidenceId"
        label={t('campaigns.issue-scan')}
        isScan
        shelf={shelf}
        ids={written().scan}
        maxFiles={1}
        error={errorOf('scanEvidenceId')}
        onChange={(scan) => write({ scan })}
      />
      <div class="row">
        <Button
          kind="primary"
          busy={register.isBusy()}
          disabled={shelf.isMoving()}
          onClick={() => void send()}
        >
          {t('campaigns.issue-save')}
        </Button>
      </div>
    </div>
  );
};

/** 签发登记: what stands on the signed paper, typed by hand; no number is ever made here. */
export const IssueDialog = (props: Props) => (
  <Dialog open={props.open} wide title={t('campaigns.act-issue')} onClose={() => props.onClose()}>
    <IssueForm {...props} />
  </Dialog>
);
