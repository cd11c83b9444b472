import { Show, createSignal } from 'solid-js';
import type { AnswerAssessment, GiveAssessment } from '#schema/contracts/evaluation-records.ts';
import type { ChainView } from '#schema/contracts/evaluation.ts';
import { createCommand } from '#web/shared/command.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { TextArea, TextField } from '#web/ui/text-field.component.tsx';
import { answerWords } from './chain.presenter.ts';
import { Refused } from './refused.component.tsx';
import type { UnitPlace } from './scoring.queries.ts';

type Props = { chain: ChainView; place: UnitPlace; onDone: () => void };

type GiveProps = Props & { step: string; before: string | undefined; act: string };

const createGiving = (props: GiveProps) => {
  const [result, setResult] = createSignal('');
  const [reason, setReason] = createSignal('');
  const command = createCommand<GiveAssessment, ChainView>((body) => ({
    method: 'POST',
    path: '/api/scoring/assessments',
    body,
  }));
  const needsReason = () =>
    props.chain.state === 'objected' ||
    (props.before !== undefined && result().trim() !== '' && result().trim() !== props.before);
  const isReady = () => result().trim() !== '' && (!needsReason() || reason().trim().length >= 2);
  const send = async () => {
    const answer = await command.attempt({
      campaignId: props.place.campaign,
      organizationId: props.place.organization,
      chain: props.chain.chain,
      step: props.step,
      result: result().trim(),
      ...(reason().trim() === '' ? {} : { reason: reason().trim() }),
    });
    if (answer) props.onDone();
  };
  return { result, setResult, reason, setReason, command, needsReason, isReady, send };
};

/** 给出初评／复评: the result, with its reason where it differs from the step before. */
export const GiveForm = (props: GiveProps) => {
  const giving = createGiving(props);
  return (
    <div class="stack form">
      <Refused problem={giving.command.problem()} />
      <Show when={props.before}>
        {(before) => <p>{t('scoring.result-before', { result: before() })}</p>}
      </Show>
      <TextField
        name="result"
        label={t('scoring.result')}
        hint={t('scoring.result-hint')}
        required
        maxLength={40}
        value={giving.result()}
        error={giving.command.problem()?.errorOf('result')}
        onInput={giving.setResult}
      />
      <TextArea
        name="reason"
        label={t('scoring.reason')}
        hint={t('scoring.give-reason-hint')}
        required={giving.needsReason()}
        rows={2}
        value={giving.reason()}
        error={giving.command.problem()?.errorOf('reason')}
        onInput={giving.setReason}
      />
      <div class="row">
        <Button
          kind="primary"
          busy={giving.command.isBusy()}
          disabled={!giving.isReady()}
          onClick={() => void giving.send()}
        >
          {props.act}
        </Button>
      </div>
    </div>
  );
};

/** The unit's own word: 确认, or 有异议 with its reason. */
export const AnswerForm = (props: Props & { agrees: boolean }) => {
  const [reason, setReason] = createSignal('');
  const command = createCommand<AnswerAssessment, ChainView>((body) => ({
    method: 'POST',
    path: '/api/scoring/assessments/answers',
    body,
  }));
  const send = async () => {
    const answer = await command.attempt({
      campaignId: props.place.campaign,
      chain: props.chain.chain,
      agrees: props.agrees,
      ...(reason().trim() === '' ? {} : { reason: reason().trim() }),
    });
    if (answer) props.onDone();
  };
  return (
    <div class="stack form">
      <Refused problem={command.problem()} />
      <p>{t('scoring.chain-result', { result: props.chain.result ?? '' })}</p>
      <Show when={answerWords(props.chain)}>{(words) => <p class="soft">{words()}</p>}</Show>
      <Show when={!props.agrees} fallback={<p>{t('scoring.agree-words')}</p>}>
        <TextArea
          name="reason"
          label={t('scoring.objection-reason')}
          hint={t('scoring.objection-hint')}
          required
          rows={3}
          value={reason()}
          error={command.problem()?.errorOf('reason')}
          onInput={setReason}
        />
      </Show>
      <div class="row">
        <Button
          kind="primary"
          busy={command.isBusy()}
          disabled={!props.agrees && reason().trim().length < 2}
          onClick={() => void send()}
        >
          {t(props.agrees ? 'scoring.act-agree' : 'scoring.act-object')}
        </Button>
      </div>
    </div>
  );
};
