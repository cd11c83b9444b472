import { Show, createMemo } from 'solid-js';
import type { ReviewCase, StampCheck } from '#schema/contracts/reviews.ts';
import { t } from '#web/shared/i18n.ts';
import { CaseAnswers } from './case-answers.component.tsx';
import { evidenceSheets } from './evidence-order.presenter.ts';
import { EvidenceScroll } from './evidence-scroll.component.tsx';
import { StampChecks } from './stamp-checks.component.tsx';

/** It waits, and nothing keeps this person from judging it. */
export const canDecideOn = ({ submission, barred }: ReviewCase): boolean =>
  !barred && ['filed', 'held'].includes(submission.summary.state);

/** Where two people review, what is open to this one as things stand between them. */
export const mayDecideTo = (act: 'accept' | 'return', { double }: ReviewCase): boolean =>
  double === undefined || (act === 'accept' ? double.mayAccept : double.mayReturn);

/** Answers left, all evidence right, with the ticks behind the stamped page. */
export const CasePanes = (props: {
  found: ReviewCase;
  ticked: readonly StampCheck[];
  isTried: boolean;
  onTick: (ticked: StampCheck[]) => void;
}) => {
  const sheets = createMemo(() => evidenceSheets(props.found));
  return (
    <div class={sheets().length === 0 ? 'review review-single' : 'review'}>
      <section class="review-answers" aria-labelledby="review-answers-title">
        <h2 class="section-title" id="review-answers-title">
          {t('reviews.answers')}
        </h2>
        <CaseAnswers found={props.found} />
      </section>
      <section
        class="review-evidence"
        aria-labelledby="review-evidence-title"
        tabindex="0"
        data-scroller
      >
        <h2 class="section-title" id="review-evidence-title">
          {t('reviews.evidence-count', { count: sheets().length })}
        </h2>
        <EvidenceScroll
          sheets={sheets()}
          caseId={props.found.submission.summary.id}
          stampChecks={
            <Show when={props.found.needsStampChecks && canDecideOn(props.found)}>
              <StampChecks ticked={props.ticked} isTried={props.isTried} onTick={props.onTick} />
            </Show>
          }
        />
      </section>
    </div>
  );
};
