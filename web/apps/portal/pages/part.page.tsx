import { createEffect } from 'solid-js';
import { DepartmentPartView } from '#web/features/submissions/department-part.component.tsx';
import { WithTenant } from '#web/features/tenants/tenant-frame.component.tsx';
import { localText, t } from '#web/shared/i18n.ts';
import { Shell } from '#web/ui/shell.layout.tsx';

/** The address keeps the link's secret behind `#`, which no server and no proxy is ever sent. */
const tokenInAddress = (): string => window.location.hash.slice(1);

/** A department of a unit fills what its clerk gave it; no account, no navigation. */
export const PartPage = () => {
  createEffect(() => {
    document.title = t('parts.page-title');
  });
  return (
    <WithTenant>
      {(tenant) => (
        <Shell
          mark={tenant().branding.mark}
          emblem={tenant().branding.emblem}
          motif={tenant().branding.motif}
          footer={tenant().footer}
          title={localText(tenant().names.full)}
          navigation={[]}
        >
          <DepartmentPartView token={tokenInAddress()} />
        </Shell>
      )}
    </WithTenant>
  );
};
