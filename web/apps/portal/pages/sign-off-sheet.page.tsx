import { useParams } from '@solidjs/router';
import { Show } from 'solid-js';
import { SignOffSheet } from '#web/features/submissions/sign-off-sheet.component.tsx';
import { useSubmission } from '#web/features/submissions/submissions.queries.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { LinkButton } from '#web/ui/button.component.tsx';
import { PrintButton } from '#web/ui/copy.component.tsx';
import { Breadcrumb } from '#web/ui/page.component.tsx';
import { Empty, QueryView } from '#web/ui/state.component.tsx';

/** The sheet to be printed once the content is fixed. */
export const SignOffSheetPage = () => {
  const params = useParams<{ id: string }>();
  const submission = useSubmission(() => params.id);
  const href = () => `/submissions/${params.id}`;
  return (
    <QueryView query={submission}>
      {(detail) => (
        <>
          <div class="no-print paper-acts">
            <Breadcrumb
              items={[
                { label: t('shell.nav-tasks'), href: '/' },
                { label: localText(detail().summary.title), href: href() },
                { label: t('submissions.sheet-title') },
              ]}
            />
          </div>
          <Show
            when={detail().approval?.state === 'open'}
            fallback={
              <Empty
                title={t('submissions.sheet-not-yet')}
                next={t('submissions.sheet-not-yet-words')}
                actions={<LinkButton href={href()}>{t('submissions.back-to-filing')}</LinkButton>}
              />
            }
          >
            <div class="no-print row row-apart paper-acts">
              <p>{t('submissions.sheet-next')}</p>
              <div class="row">
                <LinkButton href={`${href()}#sign-off`}>{t('submissions.upload-scan')}</LinkButton>
                <PrintButton label={t('submissions.print-sheet')} />
              </div>
            </div>
            <SignOffSheet detail={detail()} />
          </Show>
        </>
      )}
    </QueryView>
  );
};
