import { For, Show } from 'solid-js';
import type { Review, ReviewCase } from '#schema/contracts/reviews.ts';
import { toSteps } from '#web/features/campaigns/approval.presenter.ts';
import { periodWords } from '#web/features/submissions/occurrence.presenter.ts';
import { formatInstant } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import { Quote } from '#web/ui/page.component.tsx';
import { Status, Steps } from '#web/ui/status.component.tsx';
import { Disclosure } from '#web/ui/tabs.component.tsx';

const Points = (props: { points: Review['points'] }) => (
  <ul class="changes small">
    <For each={props.points}>
      {({ label, reason }) => (
        <li>
          {label}：{reason}
        </li>
      )}
    </For>
  </ul>
);

const Decision = (props: { review: Review }) => (
  <li>
    <p>
      {t(`reviews.decision-${props.review.decision}`, { round: props.review.round })}
      <span class="small soft">
        {' '}
        {props.review.reviewerPost} · {formatInstant(props.review.at)}
      </span>
      <Show when={props.review.undone}>
        {' '}
        <Status kind="stopped">{t('reviews.was-undone')}</Status>
      </Show>
    </p>
    <Show when={props.review.comment}>{(comment) => <p class="small">{comment()}</p>}</Show>
    <Points points={props.review.points} />
  </li>
);

/** The clause it follows from, what the unit signed, what was decided before, and what was returned in other periods. */
export const CaseHistory = (props: { found: ReviewCase }) => (
  <>
    <Disclosure
      summary={t('reviews.basis', { number: props.found.submission.document.clauseNumber })}
    >
      <Quote
        words={props.found.submission.document.clauseWords}
        source={`${props.found.submission.document.title} ${props.found.submission.document.clauseNumber}`}
      />
    </Disclosure>
    <Show when={props.found.returnedBefore.length > 0}>
      <Disclosure
        summary={t('reviews.returned-before', { count: props.found.returnedBefore.length })}
      >
        <ul class="case-history">
          <For each={props.found.returnedBefore}>
            {(each) => (
              <li>
                <p>
                  {periodWords(each.occurrence) || each.campaignTitle}
                  <span class="small soft"> {formatInstant(each.at)}</span>
                </p>
                <Points points={each.points} />
              </li>
            )}
          </For>
        </ul>
      </Disclosure>
    </Show>
    <Show when={props.found.earlier.length > 0}>
      <Disclosure summary={t('reviews.earlier', { count: props.found.earlier.length })}>
        <ul class="case-history">
          <For each={props.found.earlier}>{(review) => <Decision review={review} />}</For>
        </ul>
      </Disclosure>
    </Show>
    <Show when={props.found.submission.approval}>
      {(approval) => (
        <Disclosure summary={t('reviews.signed-in-unit')}>
          <Steps label={t('reviews.signed-in-unit')} steps={toSteps(approval())} />
        </Disclosure>
      )}
    </Show>
  </>
);
