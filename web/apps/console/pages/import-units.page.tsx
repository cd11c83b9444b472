import { ImportDesk } from '#web/features/imports/import-desk.component.tsx';
import { t } from '#web/shared/i18n.ts';
import { PageHeader } from '#web/ui/page.component.tsx';

/** 从 Excel 导入单位名录. */
export const ImportUnitsPage = () => (
  <div class="stack">
    <PageHeader
      title={t('imports.title-organizations')}
      breadcrumb={[
        { label: t('organizations.title'), href: '/organizations' },
        { label: t('imports.title-organizations') },
      ]}
    />
    <ImportDesk subject="organizations" />
  </div>
);
