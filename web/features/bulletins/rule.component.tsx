import { For, Show, createSignal } from 'solid-js';
import type { BulletinDetail, NameFinding } from '#schema/contracts/bulletins.ts';
import { t } from '#web/shared/i18n.ts';
import { Callout, Status } from '#web/ui/status.component.tsx';
import { TextArea } from '#web/ui/text-field.component.tsx';
import { ActDialog } from './act.component.tsx';
import { bulletinPath } from './bulletins.queries.ts';

type Props = { detail: BulletinDetail };

const Confirm = (props: Props & { finding: NameFinding }) => {
  const [reason, setReason] = createSignal('');
  return (
    <ActDialog
      label={t('bulletins.confirm')}
      done="bulletins.confirmed"
      target={{
        path: `${bulletinPath(props.detail.summary.id)}/confirmations`,
        version: props.detail.summary.version,
      }}
      body={() => ({
        kind: props.finding.kind,
        excerpt: props.finding.excerpt,
        reason: reason().trim(),
      })}
      isReady={() => reason().trim().length > 1}
    >
      <p lang="zh-CN">{props.finding.excerpt}</p>
      <TextArea
        name="reason"
        label={t('bulletins.confirm-reason')}
        required
        rows={2}
        value={reason()}
        onInput={setReason}
      />
    </ActDialog>
  );
};

const Finding = (props: Props & { finding: NameFinding }) => (
  <li class="row">
    <span>
      {t(`bulletins.finding-${props.finding.kind}`)}：
      <a href={`#part-${props.finding.part}`} target="_self" lang="zh-CN">
        {props.finding.excerpt}
      </a>
    </span>
    <Show
      when={props.finding.confirmed}
      fallback={
        <Show
          when={props.finding.mayConfirm && props.detail.may.draft}
          fallback={<Status kind="late">{t('bulletins.must-mend')}</Status>}
        >
          <Confirm {...props} />
        </Show>
      }
    >
      {(confirmed) => (
        <Status kind="done">
          {t('bulletins.confirmed-by', { post: confirmed().post, reason: confirmed().reason })}
        </Status>
      )}
    </Show>
  </li>
);

/** 点名范围: worked out from the text as it is saved, and what must not stand in it. */
export const NamingRule = (props: Props) => {
  const checks = () => props.detail.checks;
  const names = () => checks().named.map(({ organizationName }) => organizationName);
  return (
    <Callout
      kind={checks().open > 0 ? 'warn' : 'note'}
      title={t(names().length === 0 ? 'bulletins.rule-none' : 'bulletins.rule', {
        count: names().length,
      })}
      live
    >
      <Show when={names().length > 0}>
        <p lang="zh-CN">{names().join('、')}</p>
      </Show>
      <Show when={checks().findings.length > 0}>
        <ul class="stack-tight">
          <For each={checks().findings}>
            {(finding) => <Finding detail={props.detail} finding={finding} />}
          </For>
        </ul>
      </Show>
    </Callout>
  );
};
