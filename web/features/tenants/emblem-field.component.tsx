import { Show } from 'solid-js';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { FieldGroup } from '#web/ui/field.component.tsx';
import { FileField } from '#web/ui/file-field.component.tsx';
import { Refusal } from '#web/ui/refusal.component.tsx';
import { createEmblemUpload } from './branding.queries.ts';
import type { SiteFieldsProps } from './site-fields.ts';

export const EmblemField = (props: SiteFieldsProps) => {
  const upload = createEmblemUpload();
  const send = async ([file]: File[]) => {
    const kept = file && (await upload.attempt(file));
    if (kept) props.onWrite({ emblem: kept.data.hash });
  };
  return (
    <>
      <Show
        when={props.site.emblem}
        fallback={
          <FileField
            name="emblem"
            label={t('branding.emblem')}
            hint={t('branding.emblem-hint')}
            accept="image/png,.png"
            items={[]}
            disabled={upload.isBusy()}
            error={props.errorAt('emblem')}
            onFiles={(files) => void send(files)}
          />
        }
      >
        {(hash) => (
          <FieldGroup name="emblem" label={t('branding.emblem')} error={props.errorAt('emblem')}>
            <div class="row">
              <img
                class="branding-emblem"
                src={`/api/tenant/emblems/${hash()}`}
                alt={t('branding.emblem-now')}
                width="64"
                height="64"
              />
              <Button small onClick={() => props.onWrite({ emblem: undefined })}>
                {t('branding.emblem-remove')}
              </Button>
            </div>
          </FieldGroup>
        )}
      </Show>
      <Refusal problem={upload.problem()} />
    </>
  );
};
