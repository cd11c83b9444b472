import { Show } from 'solid-js';
import type { ReviewCase } from '#schema/contracts/reviews.ts';
import { titleOf } from '#web/features/submissions/occurrence.presenter.ts';
import { dueWords, statusOf } from '#web/features/submissions/task-row.presenter.ts';
import { formatInstant } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import { DocumentBar, PageHeader } from '#web/ui/page.component.tsx';
import { Status } from '#web/ui/status.component.tsx';

/** Whose filing this is, of which task, and how it stands. */
export const CaseHeader = (props: { found: ReviewCase }) => {
  const summary = () => props.found.submission.summary;
  return (
    <>
      <DocumentBar
        title={props.found.submission.document.title}
        number={props.found.submission.document.number}
      />
      <PageHeader
        title={`${summary().organizationName}　${titleOf(summary())}`}
        breadcrumb={[
          { label: t('reviews.queue'), href: '/reviews' },
          { label: summary().organizationName },
        ]}
        summary={
          <span class="row">
            <Status kind={statusOf(summary()).kind}>{statusOf(summary()).words}</Status>
            <Show when={summary().filedAt}>
              {(at) => <span>{t('reviews.filed-on', { time: formatInstant(at()) })}</span>}
            </Show>
            <span>{t('reviews.filing-due', { due: dueWords(summary()) })}</span>
            <Show when={summary().late}>
              <Status kind="late">{t('reviews.late')}</Status>
            </Show>
            <Show when={summary().returns > 0}>
              <span>{t('reviews.returned-times', { count: summary().returns })}</span>
            </Show>
          </span>
        }
      />
    </>
  );
};
