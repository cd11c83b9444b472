import { Show } from 'solid-js';
import { localText, t } from '#web/shared/i18n.ts';
import type { LocalText } from '#web/shared/i18n.ts';
import { SourceChip } from '#web/ui/status.component.tsx';
import type { DateWords } from './clause-view.presenter.ts';
import { Severity } from './severity.component.tsx';

/** 本平台建议, and why: never without its reason. */
export const Proposed = (props: { reason: LocalText | undefined }) => (
  <Show when={props.reason}>
    {(reason) => (
      <p class="small soft">
        <SourceChip>{t('kit.source-proposed')}</SourceChip> {localText(reason())}
      </p>
    )}
  </Show>
);

export const DateText = (props: { date: DateWords }) => (
  <>
    <span class="document-words">“{props.date.wording}”</span>
    {t('campaigns.date-means', { means: props.date.means })}
    <Show when={props.date.isRestDay}>
      {' '}
      <Severity of="warning">{props.date.advice ?? t('campaigns.rest-day')}</Severity>
    </Show>
    <Proposed reason={props.date.proposal} />
  </>
);
