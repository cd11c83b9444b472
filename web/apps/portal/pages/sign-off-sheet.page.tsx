import { useParams } from '@solidjs/router';
import { Show } from 'solid-js';
import { titleOf } from '#web/features/submissions/occurrence.presenter.ts';
import { SignOffSheet } from '#web/features/submissions/sign-off-sheet.component.tsx';
import { useSubmission } from '#web/features/submissions/submissions.queries.ts';
import { t } from '#web/shared/i18n.ts';
import { Button, LinkButton } from '#web/ui/button.component.tsx';
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
                { label: titleOf(detail().summary), href: href() },
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
                <Button kind="primary" onClick={() => window.print()}>
                  {t('submissions.print-sheet')}
                </Button>
              </div>
            </div>
            <SignOffSheet detail={detail()} />
          </Show>
        </>
      )}
    </QueryView>
  );
};
