import { For, Show } from 'solid-js';
import type { SubmissionDetail } from '#schema/contracts/submissions.ts';
import { LineageList } from '#web/features/campaigns/lineage.component.tsx';
import { formatDate, formatInstant } from '#web/shared/dates.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { LinkButton } from '#web/ui/button.component.tsx';
import { fieldId } from '#web/ui/field.component.tsx';
import { DefinitionList, DocumentBar, PageHeader, Quote } from '#web/ui/page.component.tsx';
import { Callout, Status } from '#web/ui/status.component.tsx';
import { Disclosure } from '#web/ui/tabs.component.tsx';
import { titleOf } from './occurrence.presenter.ts';
import {
  adviceWords,
  dueWords,
  holderWords,
  remainingOf,
  statusOf,
  wasMoved,
} from './task-row.presenter.ts';
import type { Viewer } from './task-row.presenter.ts';

const Basis = (props: { detail: SubmissionDetail }) => {
  const paper = () => props.detail.document;
  const source = () => props.detail.source;
  const name = () => `《${paper().title}》${paper().clauseNumber}`;
  return (
    <Disclosure summary={name()}>
      <div class="stack-tight">
        <Show when={paper().clauseWords}>
          <Quote words={paper().clauseWords} source={name()} />
        </Show>
        <p class="small">
          <Show when={paper().issuer}>
            {(issuer) => <>{t('campaigns.issued-by', { issuer: issuer() })}</>}
          </Show>{' '}
          <Show when={paper().disclosure}>
            {(disclosure) => <>{t(`campaigns.disclosure-${disclosure()}`)}</>}
          </Show>
        </p>
        <LineageList lineage={paper().lineage} />
        <Show when={source().proposed}>
          <Quote words={source().text} proposed />
        </Show>
      </div>
    </Disclosure>
  );
};

const Due = (props: { detail: SubmissionDetail }) => {
  const summary = () => props.detail.summary;
  return (
    <>
      {dueWords(summary())}
      <Show when={summary().dueOn}>{t('submissions.due-inclusive')}</Show>
      {adviceWords(summary())}
      <Show when={wasMoved(summary()) && summary().originalDueOn}>
        {(day) => (
          <span class="soft">{` ${t('submissions.moved-from', { day: formatDate(day()) })}`}</span>
        )}
      </Show>{' '}
      <Show when={remainingOf(summary())}>
        {(remaining) => (
          <Show
            when={remaining().kind === 'late'}
            fallback={<span class="soft nowrap">{remaining().words}</span>}
          >
            <Status kind="late">{remaining().words}</Status>
          </Show>
        )}
      </Show>
    </>
  );
};

const Materials = (props: { detail: SubmissionDetail }) => (
  <Show when={props.detail.deliverables.length > 0} fallback={t('submissions.materials-none')}>
    <a href="#materials">
      {t('submissions.materials', { count: props.detail.deliverables.length })}
    </a>
    ：{props.detail.deliverables.map(({ title }) => localText(title)).join('、')}
  </Show>
);

/** 依据、报给谁、截止、是否盖章、材料清单: what a clerk asks before the first figure. */
export const FilingHead = (props: { detail: SubmissionDetail; viewer: Viewer }) => {
  const summary = () => props.detail.summary;
  const status = () => statusOf(summary());
  const facts = () => [
    { term: t('submissions.basis'), value: <Basis detail={props.detail} /> },
    { term: t('submissions.to'), value: summary().office },
    { term: t('submissions.due'), value: <Due detail={props.detail} /> },
    {
      term: t('submissions.stamp'),
      value: summary().needsStamp
        ? t('submissions.stamp-needed-long')
        : t('submissions.stamp-none-long'),
    },
    { term: t('submissions.materials-term'), value: <Materials detail={props.detail} /> },
  ];
  return (
    <>
      <DocumentBar title={props.detail.document.title} number={props.detail.document.number} />
      <PageHeader
        title={titleOf(summary())}
        breadcrumb={[{ label: t('shell.nav-tasks'), href: '/' }, { label: titleOf(summary()) }]}
        summary={
          <span class="row">
            <Status kind={status().kind}>{status().words}</Status>
            <span>
              {t('submissions.holder-long', { holder: holderWords(summary(), props.viewer) })}
            </span>
            <span>{summary().organizationName}</span>
          </span>
        }
      />
      <DefinitionList items={facts()} />
      <Show when={props.detail.guidance}>
        {(guidance) => <p class="filing-guidance prose">{localText(guidance())}</p>}
      </Show>
    </>
  );
};

/** Everything the office wants changed, at once, each leading to its field. */
export const ReturnPoints = (props: { detail: SubmissionDetail }) => (
  <Show when={props.detail.returned}>
    {(returned) => (
      <Callout
        kind="warn"
        title={t('submissions.returned-title', {
          office: returned().office,
          time: formatInstant(returned().at),
          count: returned().points.length,
        })}
      >
        <ol class="return-points">
          <For each={returned().points}>
            {(point) => (
              <li>
                <a
                  href={`#${fieldId(point.path)}`}
                  onClick={(clicked) => goTo(clicked, point.path)}
                >
                  {point.label}
                </a>
                ：{point.reason}
              </li>
            )}
          </For>
        </ol>
      </Callout>
    )}
  </Show>
);

const goTo = (clicked: MouseEvent, path: string) => {
  const field = document.getElementById(fieldId(path));
  if (!field) return;
  clicked.preventDefault();
  field.scrollIntoView?.({ block: 'center' });
  field.focus({ preventScroll: true });
};

/** 已报送 …, with the way to the receipt. */
export const FiledLine = (props: { detail: SubmissionDetail }) => (
  <Show when={props.detail.receipt}>
    {(receipt) => (
      <Callout
        kind="done"
        title={t('submissions.filed-line', {
          office: receipt().office,
          time: formatInstant(receipt().filedAt),
        })}
        actions={
          <LinkButton small href={`/submissions/${props.detail.summary.id}/receipt`}>
            {t('submissions.show-receipt')}
          </LinkButton>
        }
      >
        {t('submissions.receipt-number-line', { number: receipt().number })}
      </Callout>
    )}
  </Show>
);
