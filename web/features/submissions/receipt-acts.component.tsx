import { Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { formatInstant } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import { LinkButton } from '#web/ui/button.component.tsx';
import { PrintButton } from '#web/ui/copy.component.tsx';
import { Breadcrumb } from '#web/ui/page.component.tsx';
import { Callout } from '#web/ui/status.component.tsx';
import { roundAddress } from './on-behalf-round.ts';

type ReceiptActsProps = {
  receipt: { number: string; filedAt: number; office: string };
  /** What was filed, and where it is read where it has a page of its own. */
  filed: { label: string; href?: string | undefined };
  children: JSX.Element;
};

/** A receipt as it is met after 报送: that it arrived, the way to print it and the way on. */
export const ReceiptWithActs = (props: ReceiptActsProps) => (
  <>
    <div class="no-print stack paper-acts">
      <Breadcrumb
        items={[
          { label: t('shell.nav-tasks'), href: '/' },
          props.filed,
          { label: t('submissions.receipt-title') },
        ]}
      />
      <Callout
        kind="done"
        title={t('submissions.filed-line', {
          office: props.receipt.office,
          time: formatInstant(props.receipt.filedAt),
        })}
        actions={
          <>
            <PrintButton label={t('submissions.print-receipt')} />
            <LinkButton href="/">{t('shell.nav-tasks')}</LinkButton>
            <Show when={roundAddress()}>
              {(address) => (
                <LinkButton kind="primary" external href={address()}>
                  {t('desk.on-behalf-back')}
                </LinkButton>
              )}
            </Show>
          </>
        }
      >
        {t('submissions.receipt-number-line', { number: props.receipt.number })}
      </Callout>
    </div>
    {props.children}
  </>
);
