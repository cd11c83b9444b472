import { For, Show, createSignal } from 'solid-js';
import type { ChainView } from '#schema/contracts/evaluation.ts';
import { formatDate } from '#web/shared/dates.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Dialog } from '#web/ui/dialog.component.tsx';
import { Words } from '#web/ui/page.component.tsx';
import { Status, Steps } from '#web/ui/status.component.tsx';
import { announce } from '#web/ui/toast.component.tsx';
import { AnswerForm, GiveForm } from './chain-forms.component.tsx';
import { answerWords, chainStatus, openStepOf, toSteps } from './chain.presenter.ts';
import type { Clauses } from './grounds.presenter.ts';
import { RuleWords } from './rule-words.component.tsx';
import { useScoringChanged } from './scoring.queries.ts';
import type { UnitPlace } from './scoring.queries.ts';

type Props = { chain: ChainView; place: UnitPlace; clauses: Clauses };
type Act = 'give' | 'confirm' | 'object';

const Result = (props: { chain: ChainView }) => (
  <div class="stack-tight">
    <p>
      <Status kind={chainStatus[props.chain.state]}>
        {t(`scoring.chain-${props.chain.state}`)}
      </Status>
      <Show when={props.chain.result}>
        {(result) => (
          <strong class="chain-result">{t('scoring.chain-result', { result: result() })}</strong>
        )}
      </Show>
    </p>
    <p class="soft">
      <Words text={props.chain.reason} />
    </p>
    <Show when={answerWords(props.chain)}>{(words) => <p>{words()}</p>}</Show>
  </div>
);

const Answers = (props: { chain: ChainView }) => (
  <Show when={props.chain.answers.length > 0}>
    <ul class="score-records">
      <For each={props.chain.answers}>
        {(answer) => (
          <li>
            {formatDate(answer.on)} · {answer.post}：
            {t(answer.agrees ? 'scoring.answer-agreed' : 'scoring.answer-objected')}
            <Show when={answer.reason}>{(reason) => <>：{reason()}</>}</Show>
          </li>
        )}
      </For>
    </ul>
  </Show>
);

type Turn = ReturnType<typeof openStepOf>;

const Form = (
  props: Props & { act: Act; turn: Turn; title: string; onDone: (words: string) => void },
) => (
  <Show
    when={props.act === 'give' && props.turn}
    fallback={
      <AnswerForm
        chain={props.chain}
        place={props.place}
        agrees={props.act === 'confirm'}
        onDone={() => props.onDone(t('scoring.answered'))}
      />
    }
  >
    {(turn) => (
      <GiveForm
        chain={props.chain}
        place={props.place}
        step={turn().step.key}
        before={turn().before}
        act={props.title}
        onDone={() => props.onDone(t('scoring.given-done'))}
      />
    )}
  </Show>
);

const Acts = (props: Props) => {
  const [act, setAct] = createSignal<Act>();
  const changed = useScoringChanged();
  const turn = () => openStepOf(props.chain);
  const giveWords = () => t('scoring.act-give', { step: localText(turn()?.step.title) });
  const title = () => {
    if (act() === 'confirm') return t('scoring.act-agree');
    return act() === 'object' ? t('scoring.act-object') : giveWords();
  };
  const done = (words: string) => {
    setAct(undefined);
    announce(words);
    void changed();
  };
  return (
    <>
      <div class="row no-print">
        <Show when={turn()}>
          <Button kind="primary" onClick={() => setAct('give')}>
            {giveWords()}
          </Button>
        </Show>
        <Show when={props.chain.mayAnswer}>
          <Button kind="primary" onClick={() => setAct('confirm')}>
            {t('scoring.act-agree')}
          </Button>
          <Button onClick={() => setAct('object')}>{t('scoring.act-object')}</Button>
        </Show>
      </div>
      <Dialog open={act() !== undefined} title={title()} onClose={() => setAct(undefined)}>
        <Show when={act()} keyed>
          {(current) => (
            <Form {...props} act={current} turn={turn()} title={title()} onDone={done} />
          )}
        </Show>
      </Dialog>
    </>
  );
};

/** 评定: who gives what in which order, what came of it, and what the unit says to it. */
export const Chain = (props: Props) => (
  <section class="stack score-part">
    <h3>
      <Words text={props.chain.title} />
    </h3>
    <Result chain={props.chain} />
    <Steps label={localText(props.chain.title)} steps={toSteps(props.chain)} />
    <Answers chain={props.chain} />
    <Acts {...props} />
    <RuleWords rule={props.chain} clauses={props.clauses} />
  </section>
);
