import { Show, createSignal } from 'solid-js';
import type { PetitionDetail } from '#schema/contracts/petitions.ts';
import { toSteps } from '#web/features/campaigns/approval.presenter.ts';
import { formatDate, formatInstant, parseDay } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import { Checkbox } from '#web/ui/choice-field.component.tsx';
import { PrintButton } from '#web/ui/copy.component.tsx';
import { DateField } from '#web/ui/date-field.component.tsx';
import { PageHeader } from '#web/ui/page.component.tsx';
import { QueryView } from '#web/ui/state.component.tsx';
import { Callout, Steps } from '#web/ui/status.component.tsx';
import { TextField } from '#web/ui/text-field.component.tsx';
import { PlainAct, WordsAct } from './act-form.component.tsx';
import { PetitionForm } from './petition-form.component.tsx';
import { PetitionStatus } from './petition-list.component.tsx';
import { Handling, Text } from './petition-text.component.tsx';
import { usePetition } from './petitions.queries.ts';
import { SignButton } from './sign-button.component.tsx';

type Props = { detail: PetitionDetail };

const targetOf = ({ summary }: PetitionDetail) => ({ id: summary.id, version: summary.version });

const UnitActs = (props: Props) => {
  const state = () => props.detail.summary.state;
  const isEditable = () => state() === 'drafting' || state() === 'returned';
  const target = () => targetOf(props.detail);
  return (
    <>
      <Show when={props.detail.may.write && isEditable()}>
        <PlainAct target={target()} act="submit" label={t('petitions.submit')} />
      </Show>
      <Show when={props.detail.may.write && (state() === 'signing' || state() === 'signed')}>
        <PlainAct target={target()} act="approval/withdraw" label={t('petitions.withdraw')} />
      </Show>
      <Show when={state() === 'signing'}>
        <SignButton detail={props.detail} />
      </Show>
      <Show when={props.detail.may.file}>
        <PlainAct kind="primary" target={target()} act="file" label={t('petitions.file')} />
      </Show>
      <Show when={props.detail.may.signFor}>
        <PlainAct kind="primary" target={target()} act="sign-for" label={t('petitions.sign-for')} />
      </Show>
    </>
  );
};

const Propose = (props: Props) => {
  const [leader, setLeader] = createSignal('');
  return (
    <WordsAct
      target={targetOf(props.detail)}
      act="opinion"
      label={t('petitions.propose')}
      wordsLabel="petitions.opinion"
      field="text"
      extra={() => ({ leaderPost: leader().trim() })}
      isReady={() => leader().trim().length > 1}
    >
      <TextField
        name="leaderPost"
        label={t('petitions.leader')}
        required
        value={leader()}
        onInput={setLeader}
      />
    </WordsAct>
  );
};

/** 批示; once there is one, another takes its place and is no longer what the page asks for. */
const Instruct = (props: Props) => {
  const [dueOn, setDueOn] = createSignal('');
  return (
    <WordsAct
      kind={props.detail.may.instruct ? 'primary' : 'quiet'}
      target={targetOf(props.detail)}
      act="instruction"
      label={t(props.detail.may.instruct ? 'petitions.instruct' : 'petitions.instruct-again')}
      wordsLabel="petitions.instruction"
      field="text"
      extra={() => (dueOn() === '' ? {} : { dueOn: dueOn() })}
      isReady={() => dueOn() === '' || parseDay(dueOn()) !== undefined}
    >
      <DateField
        name="dueOn"
        label={t('petitions.due')}
        hint={t('petitions.due-hint')}
        value={dueOn()}
        onInput={setDueOn}
      />
    </WordsAct>
  );
};

const AnswerAct = (props: Props) => {
  const [isAdopted, setAdopted] = createSignal(false);
  const isQuestion = () => props.detail.summary.kind === 'instruction';
  return (
    <WordsAct
      kind="primary"
      target={targetOf(props.detail)}
      act="answer"
      label={t(isQuestion() ? 'petitions.reply' : 'petitions.answer-act')}
      wordsLabel="petitions.answer"
      field="text"
      extra={() => ({ adopted: isAdopted() })}
    >
      <Show when={!isQuestion()}>
        <Checkbox
          name="adopted"
          label={t('petitions.adopt')}
          checked={isAdopted()}
          onChange={setAdopted}
        />
      </Show>
    </WordsAct>
  );
};

const OfficeActs = (props: Props) => (
  <>
    <Show when={props.detail.may.handle}>
      <Show when={props.detail.summary.state !== 'instructed'}>
        <Propose detail={props.detail} />
      </Show>
      <WordsAct
        target={targetOf(props.detail)}
        act="return"
        label={t('petitions.return')}
        wordsLabel="petitions.return-reason"
        field="reason"
      />
      <SignButton detail={props.detail} isInstruction />
      <AnswerAct detail={props.detail} />
    </Show>
    <Show when={props.detail.may.instruct || props.detail.may.instructAgain}>
      <Instruct detail={props.detail} />
    </Show>
  </>
);

const Whole = (props: Props) => {
  const isWritten = () =>
    props.detail.may.write && ['drafting', 'returned'].includes(props.detail.summary.state);
  return (
    <div class="stack-wide">
      <PageHeader
        title={<span lang="zh-CN">{props.detail.summary.title || t('petitions.untitled')}</span>}
        breadcrumb={[
          { label: t('petitions.title'), href: '/petitions' },
          { label: t(`petitions.kind-${props.detail.summary.kind}`) },
        ]}
        summary={
          <span class="row">
            <PetitionStatus row={props.detail.summary} />
            <span lang="zh-CN">
              {props.detail.summary.organizationName} → {props.detail.addresseeName}
            </span>
            <span lang="zh-CN">{props.detail.summary.registered}</span>
            <Show when={props.detail.summary.dueOn}>
              {(day) => <span>{t('petitions.due-on', { day: formatDate(day()) })}</span>}
            </Show>
          </span>
        }
        actions={
          <div class="row no-print">
            <UnitActs detail={props.detail} />
            <OfficeActs detail={props.detail} />
            <PrintButton />
          </div>
        }
      />
      <Show when={props.detail.returned}>
        {(reason) => <Callout kind="warn" title={t('petitions.returned', { reason: reason() })} />}
      </Show>
      <Show when={props.detail.receipt}>
        {(receipt) => (
          <Callout
            kind="done"
            title={t('petitions.receipt', {
              number: receipt().number,
              time: formatInstant(receipt().at),
              post: receipt().post,
            })}
          />
        )}
      </Show>
      <Show when={isWritten()} fallback={<Text detail={props.detail} />}>
        <PetitionForm detail={props.detail} />
      </Show>
      <Handling detail={props.detail} />
      <Show when={props.detail.approval}>
        {(approval) => <Steps label={t('petitions.approval')} steps={toSteps(approval())} />}
      </Show>
    </div>
  );
};

/** One petition, from whichever side one sees it. */
export const PetitionView = (props: { id: string }) => {
  const petition = usePetition(() => props.id);
  return <QueryView query={petition}>{(detail) => <Whole detail={detail()} />}</QueryView>;
};
