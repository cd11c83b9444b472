import { A } from '@solidjs/router';
import { ImportDesk } from '#web/features/imports/import-desk.component.tsx';
import { t } from '#web/shared/i18n.ts';
import { PageHeader } from '#web/ui/page.component.tsx';

/** 从 Excel 导入人员: they become invitations, decided as one list. */
export const ImportPeoplePage = () => (
  <div class="stack">
    <PageHeader
      title={t('imports.title-people')}
      breadcrumb={[
        { label: t('accounts.title'), href: '/accounts' },
        { label: t('imports.title-people') },
      ]}
      actions={
        <A class="button button-secondary" href="/accounts/batches">
          {t('imports.batches')}
        </A>
      }
    />
    <ImportDesk subject="people" />
  </div>
);
