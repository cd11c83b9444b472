import type { PartHanded } from '#schema/contracts/submission-parts.ts';
import { formatDate, formatInstant } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { CopyTextButton } from '#web/ui/copy.component.tsx';
import { Callout } from '#web/ui/status.component.tsx';
import type { HandOutProps, Handing } from './handing.ts';
import { titleOf } from './occurrence.presenter.ts';
import { createLinkText } from './part-link.presenter.ts';

export const Made = (props: HandOutProps & { handing: Handing; made: PartHanded }) => {
  const text = () =>
    createLinkText({
      token: props.made.token,
      department: props.handing.written().department.trim(),
      due: formatDate(props.handing.written().dueOn),
      title: titleOf(props.filing.summary()),
    });
  return (
    <div class="stack">
      <Callout
        kind="done"
        live
        title={t('parts.link-title', { department: props.handing.written().department.trim() })}
      >
        {t('parts.link-words', { until: formatInstant(props.made.expiresAt) })}
      </Callout>
      <p class="part-link">{text()}</p>
      <div class="row">
        <CopyTextButton kind="primary" text={text} label={t('parts.copy-link')} />
        <Button onClick={() => props.onClose()}>{t('parts.link-done')}</Button>
      </div>
    </div>
  );
};
