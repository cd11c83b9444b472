import { t } from '#web/shared/i18n.ts';
import { CopyTextButton } from '#web/ui/copy.component.tsx';
import { Callout } from '#web/ui/status.component.tsx';

/** The password stands in this dialog and nowhere else; closing it forgets it. */
export const OneTimePassword = (props: { username: string; password: string }) => {
  const link = () => `${window.location.origin}/sign-in#first=${props.username}:${props.password}`;
  return (
    <div class="stack">
      <Callout kind="warn" live title={t('accounts.one-time-title')}>
        {t('accounts.one-time-words', { username: props.username })}
      </Callout>
      <p>
        <code class="one-time-password">{props.password}</code>
      </p>
      <div class="row">
        <CopyTextButton text={() => props.password} label={t('accounts.one-time-copy')} />
        <CopyTextButton text={link} label={t('accounts.one-time-link')} />
      </div>
    </div>
  );
};
