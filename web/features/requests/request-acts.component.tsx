import { For, Show } from 'solid-js';
import type { RequestAct, RequestDetail } from '#schema/contracts/request-overview.ts';
import { formatDay, formatInstant } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import { Status } from '#web/ui/status.component.tsx';
import { ReasonedButton } from './act.component.tsx';
import { requestPath } from './requests.queries.ts';

const whatOf = (act: RequestAct): string => {
  const kind = t(`requests.act-${act.kind}`);
  const unit = act.organizationName ? `（${act.organizationName}）` : '';
  const until = act.dueOn ? ` ${t('requests.act-until', { day: formatDay(act.dueOn) })}` : '';
  return `${kind}${unit}${until}`;
};

const canWithdraw = (act: RequestAct): boolean =>
  !act.isWithdrawn && (act.kind === 'extend' || act.kind === 'excuse');

const Line = (props: { act: RequestAct; detail: RequestDetail }) => (
  <li>
    <p>
      {formatInstant(props.act.at)}　{props.act.byPost}　{whatOf(props.act)}{' '}
      <Show when={props.act.isWithdrawn}>
        <Status kind="stopped">{t('requests.act-withdrawn')}</Status>
      </Show>
    </p>
    <Show when={props.act.reason}>
      {(reason) => <p class="small soft">{t('requests.because', { reason: reason() })}</p>}
    </Show>
    <Show
      when={
        props.detail.may.decide && props.detail.summary.state === 'issued' && canWithdraw(props.act)
      }
    >
      <ReasonedButton
        small
        kind="quiet"
        path={`${requestPath(props.detail.summary.id)}/acts/${props.act.id}/withdraw`}
        version={props.detail.summary.version}
        label={t('requests.withdraw-act')}
        aside={whatOf(props.act)}
        words={t('requests.withdraw-act-words')}
        done="requests.act-taken-back"
      />
    </Show>
  </li>
);

/** 办理记录: every act with its post and reason, the newest first; what was taken back stays. */
export const Acts = (props: { detail: RequestDetail }) => (
  <Show when={props.detail.acts.length > 0}>
    <section class="request-section">
      <h2 class="section-title">{t('requests.acts')}</h2>
      <ul class="request-lines">
        <For each={[...props.detail.acts].sort((left, right) => right.at - left.at)}>
          {(act) => <Line act={act} detail={props.detail} />}
        </For>
      </ul>
    </section>
  </Show>
);
