import { useParams } from '@solidjs/router';
import { titleOf } from '#web/features/submissions/occurrence.presenter.ts';
import { ReceiptPaper } from '#web/features/submissions/receipt.component.tsx';
import { useReceipt, useSubmission } from '#web/features/submissions/submissions.queries.ts';
import { formatInstant } from '#web/shared/dates.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { LinkButton } from '#web/ui/button.component.tsx';
import { PrintButton } from '#web/ui/copy.component.tsx';
import { Breadcrumb } from '#web/ui/page.component.tsx';
import { QueryView, dataOf } from '#web/ui/state.component.tsx';
import { Callout } from '#web/ui/status.component.tsx';

/** 报送回执, on the screen right after 报送 and again whenever somebody asks. */
export const ReceiptPage = () => {
  const params = useParams<{ id: string }>();
  const receipt = useReceipt(() => params.id);
  const submission = useSubmission(() => params.id);
  const title = () => {
    const detail = dataOf(submission);
    return detail ? titleOf(detail.summary) : localText(dataOf(receipt)?.title);
  };
  return (
    <QueryView query={receipt}>
      {(data) => (
        <>
          <div class="no-print stack paper-acts">
            <Breadcrumb
              items={[
                { label: t('shell.nav-tasks'), href: '/' },
                { label: title(), href: `/submissions/${params.id}` },
                { label: t('submissions.receipt-title') },
              ]}
            />
            <Callout
              kind="done"
              title={t('submissions.filed-line', {
                office: data().office,
                time: formatInstant(data().filedAt),
              })}
              actions={
                <>
                  <PrintButton label={t('submissions.print-receipt')} />
                  <LinkButton href="/">{t('shell.nav-tasks')}</LinkButton>
                </>
              }
            >
              {t('submissions.receipt-number-line', { number: data().number })}
            </Callout>
          </div>
          <ReceiptPaper receipt={data()} title={title()} />
        </>
      )}
    </QueryView>
  );
};
