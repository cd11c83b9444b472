import { Show, createSignal, untrack } from 'solid-js';
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
import { Callout } from '#web/ui/status.component.tsx';
import { TextField } from '#web/ui/text-field.component.tsx';
import { announce } from '#web/ui/toast.component.tsx';
import { headOf } from './draft-parts.ts';

type Props = { open: boolean; draft: Draft; onClose: () => void; onDone: () => void };
type Disclosure = IssueRegistration['disclosure'];

const IssueForm = (props: Props) => {
  const known = untrack(() => props.draft.issue);
  const fromHead = untrack(() => headOf(props.draft)?.body.document.disclosure);
  const [number, setNumber] = createSignal(known?.number ?? '');
  const [signedOn, setSignedOn] = createSignal(known?.signedOn ?? '');
  const [printedOn, setPrintedOn] = createSignal(known?.printedOn ?? '');
  const [disclosure, setDisclosure] = createSignal<Disclosure>(
    known?.disclosure ?? fromHead ?? 'on-request',
  );
  const [scan, setScan] = createSignal<readonly string[]>(
    known?.scanEvidenceId === undefined ? [] : [known.scanEvidenceId],
  );
  const shelf = createEvidenceShelf(() => []);
  const register = createCommand<IssueRegistration, DraftMoved>((body) => ({
    method: 'PUT',
    path: `/api/campaigns/drafts/${props.draft.id}/issue`,
    body,
  }));
  const send = async () => {
    const [scanEvidenceId] = scan();
    const body = {
      number: number().trim(),
      signedOn: signedOn(),
      printedOn: printedOn(),
      disclosure: disclosure(),
      ...(scanEvidenceId === undefined ? {} : { scanEvidenceId }),
    };
    if (!(await register.attempt(body))) return;
    announce(t('campaigns.issue-registered'));
    props.onDone();
  };
  const errorOf = (path: string) => register.problem()?.errorOf(path);
  return (
    <div class="stack">
      <ErrorSummary errors={register.errors()} />
      <Show when={register.problem()?.errors.length === 0 && register.problem()}>
        {(problem) => <Callout kind="error" live title={problem().title} />}
      </Show>
      <Callout>{t('campaigns.issue-number-words')}</Callout>
      <TextField
        name="number"
        label={t('campaigns.issue-number')}
        hint={t('campaigns.issue-number-hint')}
        required
        value={number()}
        error={errorOf('number')}
        onInput={setNumber}
      />
      <div class="part-fields">
        <DateField
          name="signedOn"
          label={t('campaigns.issue-signed-on')}
          required
          value={signedOn()}
          error={errorOf('signedOn')}
          onInput={setSignedOn}
        />
        <DateField
          name="printedOn"
          label={t('campaigns.issue-printed-on')}
          required
          value={printedOn()}
          error={errorOf('printedOn')}
          onInput={setPrintedOn}
        />
      </div>
      <RadioGroup
        name="disclosure"
        label={t('campaigns.head-disclosure')}
        inline
        required
        options={disclosures.map((value) => ({ value, label: t(`campaigns.disclosure-${value}`) }))}
        value={disclosure()}
        onChange={(value) =>
          setDisclosure(disclosures.find((each) => each === value) ?? 'withheld')
        }
      />
      <EvidenceField
        name="scanEvidenceId"
        label={t('campaigns.issue-scan')}
        shelf={shelf}
        ids={scan()}
        maxFiles={1}
        error={errorOf('scanEvidenceId')}
        onChange={setScan}
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
