import { For, Show, createSignal } from 'solid-js';
import type { DoubleReview, Opinion } from '#schema/contracts/review-opinions.ts';
import type { ReviewCase } from '#schema/contracts/reviews.ts';
import { formatInstant } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Refusal } from '#web/ui/refusal.component.tsx';
import { Callout, Status } from '#web/ui/status.component.tsx';
import { announce } from '#web/ui/toast.component.tsx';
import { canDecideOn } from './case-panes.component.tsx';
import { ColleagueChoice } from './colleague-choice.component.tsx';
import { createAsk } from './opinions.queries.ts';
import { LeaderRuling, RulingReason } from './ruling.component.tsx';
import { ViewFields, createViewDraft } from './view-fields.component.tsx';

type Props = { found: ReviewCase; onChanged: () => void };
type Reason = {
  words: () => string;
  isMissing: () => boolean;
  onInput: (words: string) => void;
};
type Standing = { kind: 'note' | 'warn' | 'done'; title: string };

/** What the two found, and what comes of it, in one sentence. */
export const standingOf = (double: DoubleReview): Standing => {
  switch (double.state) {
    case 'first':
      return { kind: 'note', title: t('desk.double-first') };
    case 'second':
      return { kind: 'note', title: t('desk.double-second') };
    case 'disagreed':
      return { kind: 'warn', title: t('desk.double-disagreed') };
    case 'ruled':
      return { kind: 'done', title: t('desk.double-ruled') };
    case 'agreed': {
      const isPass = double.views.every(({ view }) => view === 'pass');
      return isPass
        ? { kind: 'done', title: t('desk.double-both-pass') }
        : { kind: 'warn', title: t('desk.double-both-mend') };
    }
  }
};

/** Who decides between two that differ: the reader, others by their posts, or nobody yet. */
export const deciderWords = ({ mayAccept, deciders }: DoubleReview): string => {
  if (mayAccept) return t('desk.double-yours');
  return deciders.length > 0
    ? t('desk.double-deciders', { posts: deciders.join('、') })
    : t('desk.double-no-decider');
};

/** What stands below the sentence: who decides, where that is not plain. */
const deciderOf = (double: DoubleReview): string | undefined => {
  if (double.state === 'disagreed') return deciderWords(double);
  return double.mayWithdrawRuling ? t('desk.double-registered') : undefined;
};

/** What others were asked besides: the two views stand side by side in the panel already. */
export const opinionsBeside = ({ opinions, double }: ReviewCase): Opinion[] => {
  const isOver = double !== undefined && double.views.length === 2;
  const rounds = opinions.map(({ revision }) => revision);
  const current = Math.max(...rounds, 0);
  return opinions.filter(
    ({ kind, state, revision }) =>
      !(isOver && kind === 'second' && state === 'answered' && revision === current),
  );
};

/** The reader is the third who decides between two. */
export const asksForReason = (found: ReviewCase): boolean =>
  canDecideOn(found) && found.double?.state === 'disagreed' && found.double.mayAccept;

const SideBySide = (props: { double: DoubleReview }) => (
  <div class="double-views">
    <For each={props.double.views}>
      {(each) => (
        <section aria-label={t(`desk.double-place-${each.place}`)}>
          <p class="row">
            <strong>{t(`desk.double-place-${each.place}`)}</strong>
            <Status kind={each.view === 'pass' ? 'done' : 'returned'}>
              {t(`desk.view-${each.view}`)}
            </Status>
          </p>
          <p>{each.words}</p>
          <p class="small soft">
            {each.post}　{formatInstant(each.at)}
          </p>
        </section>
      )}
    </For>
  </div>
);

const Second = (props: {
  found: ReviewCase;
  value: string;
  onChoose: (personId: string) => void;
}) => (
  <ColleagueChoice
    {...props}
    name="secondReviewer"
    label={t('desk.double-whom')}
    nobody={t('desk.double-nobody')}
    colleagues={props.found.colleagues}
  />
);

/** The first says what was found and names the second, who will not see it before answering. */
const FirstView = (props: Props) => {
  const draft = createViewDraft();
  const [who, setWho] = createSignal('');
  const ask = createAsk(() => props.found.submission.summary.id);
  const chosen = () => props.found.colleagues.find(({ personId }) => personId === who());
  const isReady = () => draft.ready() !== undefined && chosen() !== undefined;
  const send = async () => {
    const own = draft.ready();
    const second = chosen();
    if (!own || !second) return;
    const asked = await ask.attempt({
      kind: 'second',
      office: second.post,
      personId: second.personId,
      question: t('desk.double-question'),
      own,
    });
    if (!asked) return;
    announce(t('desk.opinion-sent', { office: second.post }));
    props.onChanged();
  };
  return (
    <div class="stack opinion-form no-print">
      <Refusal withFields problem={ask.problem()} />
      <ViewFields
        draft={draft}
        view={{ name: 'ownView', label: t('desk.double-own-view') }}
        words={{ name: 'ownWords', label: t('desk.opinion-words'), rows: 2 }}
      />
      <Second found={props.found} value={who()} onChoose={setWho} />
      <div class="row">
        <Button
          kind="primary"
          busy={ask.isBusy()}
          disabled={!isReady()}
          onClick={() => void send()}
        >
          {t('desk.double-send')}
        </Button>
      </div>
    </div>
  );
};

/** 双人复核: what two people found, side by side once both have said it, and who decides. */
export const DoubleReviewPanel = (props: Props & { reason: Reason }) => (
  <Show when={props.found.double}>
    {(double) => (
      <section class="opinions stack-tight" aria-labelledby="double-review-title">
        <h2 class="section-title" id="double-review-title">
          {t('desk.double')}
        </h2>
        <Callout kind={standingOf(double()).kind} title={standingOf(double()).title}>
          {deciderOf(double())}
        </Callout>
        <SideBySide double={double()} />
        <Show when={double().state === 'first' && canDecideOn(props.found)}>
          <FirstView {...props} />
        </Show>
        <Show when={asksForReason(props.found)}>
          <div class="opinion-form no-print">
            <RulingReason
              value={props.reason.words()}
              isMissing={props.reason.isMissing()}
              onInput={(words) => props.reason.onInput(words)}
            />
          </div>
        </Show>
        <LeaderRuling found={props.found} double={double()} onChanged={() => props.onChanged()} />
      </section>
    )}
  </Show>
);
