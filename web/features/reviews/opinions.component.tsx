import { For, Show, createSignal } from 'solid-js';
import { opinionViews } from '#schema/contracts/review-opinions.ts';
import type { Opinion, OpinionView } from '#schema/contracts/review-opinions.ts';
import { formatDay, formatInstant } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { RadioGroup } from '#web/ui/choice-field.component.tsx';
import { DateField } from '#web/ui/date-field.component.tsx';
import { Refusal } from '#web/ui/refusal.component.tsx';
import { Callout, Status } from '#web/ui/status.component.tsx';
import type { StatusKind } from '#web/ui/status.component.tsx';
import { TextArea, TextField } from '#web/ui/text-field.component.tsx';
import { announce } from '#web/ui/toast.component.tsx';
import { createAnswer, createWithdrawal } from './opinions.queries.ts';

const kinds: Record<OpinionView, StatusKind> = {
  pass: 'done',
  mend: 'returned',
  'not-ours': 'stopped',
};

const standing = (opinion: Opinion): { kind: StatusKind; words: string } => {
  if (opinion.state === 'withdrawn') return { kind: 'stopped', words: t('desk.opinion-withdrawn') };
  if (opinion.state === 'asked') return { kind: 'waiting', words: t('desk.opinion-asked') };
  return opinion.view === undefined
    ? { kind: 'done', words: t('desk.opinion-answered') }
    : { kind: kinds[opinion.view], words: t(`desk.view-${opinion.view}`) };
};

type Props = { opinion: Opinion; onChanged: () => void };

const PaperFields = (props: {
  post: string;
  signedOn: string;
  onPost: (post: string) => void;
  onSignedOn: (day: string) => void;
}) => (
  <div class="opinion-paper">
    <TextField
      name="paperPost"
      label={t('desk.opinion-post')}
      required
      value={props.post}
      onInput={(post) => props.onPost(post)}
    />
    <DateField
      name="signedOn"
      label={t('desk.opinion-signed-on')}
      required
      value={props.signedOn}
      onInput={(day) => props.onSignedOn(day)}
    />
  </div>
);

/** 同意通过, 应退回修改 or 不属本科室职责, in words; on paper with who signed it and when. */
const AnswerForm = (props: Props) => {
  const [view, setView] = createSignal<OpinionView>();
  const [words, setWords] = createSignal('');
  const [post, setPost] = createSignal('');
  const [signedOn, setSignedOn] = createSignal('');
  const answer = createAnswer(() => props.opinion.id);
  const isOnPaper = () => props.opinion.askedPost === undefined;
  const isSigned = () => !isOnPaper() || (post().trim().length >= 2 && signedOn() !== '');
  const isReady = () => view() !== undefined && words().trim().length >= 2 && isSigned();
  const send = async () => {
    const chosen = view();
    if (chosen === undefined) return;
    const paper = isOnPaper() ? { paper: { post: post().trim(), signedOn: signedOn() } } : {};
    if (!(await answer.attempt({ view: chosen, words: words().trim(), ...paper }))) return;
    announce(t('desk.opinion-given'));
    props.onChanged();
  };
  return (
    <div class="stack opinion-form no-print">
      <Refusal withFields problem={answer.problem()} />
      <RadioGroup
        name="view"
        label={isOnPaper() ? t('desk.opinion-on-paper') : t('desk.opinion-mine')}
        required
        inline
        options={opinionViews.map((each) => ({ value: each, label: t(`desk.view-${each}`) }))}
        value={view() ?? ''}
        onChange={(chosen) => setView(opinionViews.find((each) => each === chosen))}
      />
      <TextArea
        name="opinionWords"
        label={t('desk.opinion-words')}
        hint={t('desk.opinion-words-hint')}
        required
        rows={2}
        value={words()}
        onInput={setWords}
      />
      <Show when={isOnPaper()}>
        <PaperFields
          post={post()}
          signedOn={signedOn()}
          onPost={setPost}
          onSignedOn={setSignedOn}
        />
      </Show>
      <div class="row">
        <Button
          kind="primary"
          busy={answer.isBusy()}
          disabled={!isReady()}
          onClick={() => void send()}
        >
          {t(isOnPaper() ? 'desk.opinion-register' : 'desk.opinion-send')}
        </Button>
      </div>
    </div>
  );
};

const Withdrawal = (props: Props) => {
  const withdrawal = createWithdrawal(() => props.opinion.id);
  const send = async () => {
    if (!(await withdrawal.attempt())) return;
    announce(t('desk.opinion-taken-back'));
    props.onChanged();
  };
  return (
    <>
      <Button small kind="quiet" busy={withdrawal.isBusy()} onClick={() => void send()}>
        {t('desk.opinion-withdraw')}
        <span class="visually-hidden">：{props.opinion.office}</span>
      </Button>
      <Refusal problem={withdrawal.problem()} />
    </>
  );
};

const Item = (props: Props) => (
  <li>
    <p class="row">
      <strong>{t(`desk.opinion-${props.opinion.kind}`, { office: props.opinion.office })}</strong>
      <Status kind={standing(props.opinion).kind}>{standing(props.opinion).words}</Status>
      <Show when={props.opinion.mayWithdraw}>
        <Withdrawal {...props} />
      </Show>
    </p>
    <p>
      {props.opinion.question}
      <span class="small soft">
        {' '}
        {t('desk.opinion-asked-by', {
          post: props.opinion.askedByPost,
          time: formatInstant(props.opinion.askedAt),
        })}
      </span>
    </p>
    <Show when={props.opinion.words}>{(words) => <p class="opinion-words">{words()}</p>}</Show>
    <Show when={props.opinion.answeredByPost}>
      {(post) => (
        <p class="small soft">
          {t('desk.opinion-answered-by', {
            post: post(),
            time:
              props.opinion.signedOn === undefined
                ? formatInstant(props.opinion.answeredAt ?? 0)
                : t('desk.opinion-paper-day', { day: formatDay(props.opinion.signedOn) }),
          })}
        </p>
      )}
    </Show>
    <Show when={props.opinion.mayAnswer}>
      <AnswerForm {...props} />
    </Show>
  </li>
);

/** 会审、复审意见: what was asked, of whom, and what they say; the decision stays with who asked. */
export const Opinions = (props: { opinions: readonly Opinion[]; onChanged: () => void }) => {
  const isDoubted = () =>
    props.opinions.some(({ view, state }) => state === 'answered' && view === 'mend');
  return (
    <Show when={props.opinions.length > 0}>
      <section class="opinions stack-tight" aria-label={t('desk.opinions')}>
        <h2 class="section-title">{t('desk.opinions')}</h2>
        <Show when={isDoubted()}>
          <Callout kind="warn" title={t('desk.opinion-differs')} />
        </Show>
        <ul class="case-history">
          <For each={props.opinions}>
            {(opinion) => <Item opinion={opinion} onChanged={() => props.onChanged()} />}
          </For>
        </ul>
      </section>
    </Show>
  );
};
