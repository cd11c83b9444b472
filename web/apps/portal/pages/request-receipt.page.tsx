import { useParams } from '@solidjs/router';
import { ReplyReceiptPaper } from '#web/features/requests/reply-receipt.component.tsx';
import { useReplyReceipt } from '#web/features/requests/requests.queries.ts';
import { formatInstant } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import { LinkButton } from '#web/ui/button.component.tsx';
import { PrintButton } from '#web/ui/copy.component.tsx';
import { Breadcrumb } from '#web/ui/page.component.tsx';
import { QueryView } from '#web/ui/state.component.tsx';
import { Callout } from '#web/ui/status.component.tsx';

/** 报送回执 of a reply, right after 报送 and again whenever somebody asks. */
export const RequestReceiptPage = () => {
  const params = useParams<{ id: string }>();
  const receipt = useReplyReceipt(() => params.id);
  return (
    <QueryView query={receipt}>
      {(data) => (
        <>
          <div class="no-print stack paper-acts">
            <Breadcrumb
              items={[
                { label: t('shell.nav-tasks'), href: '/' },
                { label: data().title },
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
          <ReplyReceiptPaper receipt={data()} />
        </>
      )}
    </QueryView>
  );
};
