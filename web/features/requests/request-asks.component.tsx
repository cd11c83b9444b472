import { For, Show, createSignal } from 'solid-js';
import type { DecideAsk, RequestAsk } from '#schema/contracts/request-replies.ts';
import { createCommand } from '#web/shared/command.ts';
import { formatInstant } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Dialog } from '#web/ui/dialog.component.tsx';
import { ReasonedAct } from '#web/ui/reasoned-act.component.tsx';
import { Refusal } from '#web/ui/refusal.component.tsx';
import { announce } from '#web/ui/toast.component.tsx';
import { wantedWords } from './ask-lines.component.tsx';
import { useRequestsChanged } from './requests.queries.ts';

type DecideCommand = ReturnType<typeof createCommand<DecideAsk, unknown>>;

const Decline = (props: {
  open: boolean;
  command: DecideCommand;
  onClose: () => void;
  onDecline: (answer: string) => void;
}) => (
  <Dialog open={props.open} title={t('requests.ask-decline')} onClose={() => props.onClose()}>
    <div class="stack">
      <Refusal withFields problem={props.command.problem()} />
      <ReasonedAct
        name="ask-answer"
        label={t('requests.ask-reason-why')}
        act={t('requests.ask-decline')}
        busy={props.command.isBusy()}
        onAct={(answer) => props.onDecline(answer)}
      />
    </div>
  </Dialog>
);

/** More time asked for: agreed at once, or declined with an answer. */
const Ask = (props: { ask: RequestAsk; mayDecide: boolean }) => {
  const changed = useRequestsChanged();
  const [isDeclining, setDeclining] = createSignal(false);
  const command = createCommand<DecideAsk, unknown>((body) => ({
    method: 'POST',
    path: `/api/requests/asks/${props.ask.id}/decision`,
    body,
  }));
  const decide = async (decision: DecideAsk) => {
    if (!(await command.attempt(decision))) return;
    setDeclining(false);
    announce(t('requests.ask-decided'));
    await changed();
  };
  return (
    <li class="request-ask">
      <p>
        <strong lang="zh-CN">{props.ask.organizationName}</strong>{' '}
        {t('requests.ask-line', {
          time: formatInstant(props.ask.askedAt),
          post: props.ask.askedByPost,
          until: wantedWords(props.ask),
          reason: props.ask.reason,
        })}
      </p>
      <Show when={!isDeclining()}>
        <Refusal withFields problem={command.problem()} />
      </Show>
      <Show when={props.mayDecide}>
        <div class="row">
          <Button
            small
            kind="primary"
            busy={command.isBusy()}
            onClick={() => void decide({ agree: true })}
          >
            {t('requests.ask-agree', { until: wantedWords(props.ask) })}
            <span class="visually-hidden">：{props.ask.organizationName}</span>
          </Button>
          <Button small onClick={() => setDeclining(true)}>
            {t('requests.ask-decline')}
            <span class="visually-hidden">：{props.ask.organizationName}</span>
          </Button>
        </div>
        <Decline
          open={isDeclining()}
          command={command}
          onClose={() => setDeclining(false)}
          onDecline={(answer) => void decide({ agree: false, answer })}
        />
      </Show>
    </li>
  );
};

/** 延期申请 that wait for a decision. */
export const OpenAsks = (props: { asks: readonly RequestAsk[]; mayDecide: boolean }) => {
  const open = () => props.asks.filter(({ state }) => state === 'asked');
  return (
    <Show when={open().length > 0}>
      <section class="request-section">
        <h2 class="section-title">{t('requests.open-asks', { count: open().length })}</h2>
        <ul class="request-lines">
          <For each={open()}>{(ask) => <Ask ask={ask} mayDecide={props.mayDecide} />}</For>
        </ul>
      </section>
    </Show>
  );
};
