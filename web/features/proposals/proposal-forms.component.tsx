import { createSignal } from 'solid-js';
import { measureKinds } from '#schema/contracts/proposals.ts';
import type { DecideProposal, Proposal, TakenMeasure } from '#schema/contracts/proposals.ts';
import { Refused } from '#web/features/scoring/refused.component.tsx';
import { createCommand } from '#web/shared/command.ts';
import { parseDay } from '#web/shared/dates.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { RadioGroup } from '#web/ui/choice-field.component.tsx';
import { DateField } from '#web/ui/date-field.component.tsx';
import { ReasonedAct } from '#web/ui/reasoned-act.component.tsx';
import { TextArea } from '#web/ui/text-field.component.tsx';

type Props = { proposal: Proposal; onDone: () => void };

const createDecision = (props: Props) =>
  createCommand<DecideProposal, Proposal>((body) => ({
    method: 'POST',
    path: `/api/proposals/${props.proposal.id}/decision`,
    ifMatch: `"${props.proposal.version}"`,
    body,
  }));

/** 采纳: which measure people will take; the system takes none. */
export const AcceptForm = (props: Props) => {
  const [measure, setMeasure] = createSignal('');
  const [reason, setReason] = createSignal('');
  const command = createDecision(props);
  const chosen = () => measureKinds.find((kind) => kind === measure());
  const send = async () => {
    const kind = chosen();
    if (kind === undefined) return;
    const why = reason().trim();
    const answer = await command.attempt({
      accepts: true,
      measure: kind,
      ...(why === '' ? {} : { reason: why }),
    });
    if (answer) props.onDone();
  };
  return (
    <div class="stack form">
      <Refused problem={command.problem()} />
      <p>{t('proposals.accept-words', { measure: localText(props.proposal.measure) })}</p>
      <RadioGroup
        name="measure"
        label={t('proposals.measure')}
        required
        options={measureKinds.map((kind) => ({
          value: kind,
          label: t(`proposals.measure-${kind}`),
        }))}
        value={measure()}
        onChange={setMeasure}
      />
      <TextArea
        name="reason"
        label={t('proposals.accept-reason')}
        rows={2}
        value={reason()}
        error={command.problem()?.errorOf('reason')}
        onInput={setReason}
      />
      <div class="row">
        <Button
          kind="primary"
          busy={command.isBusy()}
          disabled={chosen() === undefined || reason().trim().length === 1}
          onClick={() => void send()}
        >
          {t('proposals.act-accept')}
        </Button>
      </div>
    </div>
  );
};

/** 不采纳 goes on record with its reason. */
export const DeclineForm = (props: Props) => {
  const command = createDecision(props);
  const send = async (reason: string) => {
    if (await command.attempt({ accepts: false, reason })) props.onDone();
  };
  return (
    <div class="stack form">
      <Refused problem={command.problem()} />
      <p>{t('proposals.decline-words')}</p>
      <ReasonedAct
        name="decline-reason"
        label={t('proposals.decline-reason')}
        act={t('proposals.act-decline')}
        busy={command.isBusy()}
        onAct={(reason) => void send(reason)}
      />
    </div>
  );
};

const createMeasure = (props: Props) => {
  const [on, setOn] = createSignal('');
  const [basis, setBasis] = createSignal('');
  const [note, setNote] = createSignal('');
  const command = createCommand<TakenMeasure, Proposal>((body) => ({
    method: 'POST',
    path: `/api/proposals/${props.proposal.id}/measure`,
    ifMatch: `"${props.proposal.version}"`,
    body,
  }));
  const send = async () => {
    const day = parseDay(on());
    if (day === undefined) return;
    const said = note().trim();
    const answer = await command.attempt({
      on: day,
      basis: basis().trim(),
      ...(said === '' ? {} : { note: said }),
    });
    if (answer) props.onDone();
  };
  const isReady = () =>
    parseDay(on()) !== undefined && basis().trim().length >= 2 && note().trim().length !== 1;
  return { on, setOn, basis, setBasis, note, setNote, command, send, isReady };
};

/** 登记办理情况: what people did, when, on which paper. */
export const MeasureForm = (props: Props) => {
  const measure = createMeasure(props);
  const errorOf = (path: string) => measure.command.problem()?.errorOf(path);
  return (
    <div class="stack form">
      <Refused problem={measure.command.problem()} />
      <DateField
        name="on"
        label={t('proposals.taken-on')}
        required
        value={measure.on()}
        error={errorOf('on')}
        onInput={measure.setOn}
      />
      <TextArea
        name="basis"
        label={t('proposals.basis')}
        hint={t('proposals.basis-hint')}
        required
        rows={2}
        value={measure.basis()}
        error={errorOf('basis')}
        onInput={measure.setBasis}
      />
      <TextArea
        name="note"
        label={t('proposals.note')}
        hint={t('proposals.note-hint')}
        rows={2}
        value={measure.note()}
        error={errorOf('note')}
        onInput={measure.setNote}
      />
      <div class="row">
        <Button
          kind="primary"
          busy={measure.command.isBusy()}
          disabled={!measure.isReady()}
          onClick={() => void measure.send()}
        >
          {t('proposals.act-measure')}
        </Button>
      </div>
    </div>
  );
};
