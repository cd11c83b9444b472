import { A, useSearchParams } from '@solidjs/router';
import { For, Show } from 'solid-js';
import type { ReceivedRequest, ReplyRow } from '#schema/contracts/request-replies.ts';
import { formatDay, formatInstant } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import { DefinitionList, PageHeader, Quote } from '#web/ui/page.component.tsx';
import { QueryView } from '#web/ui/state.component.tsx';
import { Callout, Status } from '#web/ui/status.component.tsx';
import { AskLines } from './ask-lines.component.tsx';
import { ReplyForm } from './reply-form.component.tsx';
import { Moved, Returned, ReplyRead } from './reply-read.component.tsx';
import { basisWords, repeatsWords, replyStatus } from './request.presenter.ts';
import { useReceived, useReply } from './requests.queries.ts';
import { SignFor } from './sign-for.component.tsx';
import './requests.css';

const together = (found: ReceivedRequest): string =>
  found.together
    .map(({ organizationName, part }) => `${organizationName}（${t(`requests.part-${part}`)}）`)
    .join('、');

const Facts = (props: { found: ReceivedRequest }) => {
  const items = () => [
    { term: t('requests.from'), value: props.found.issuer },
    { term: t('requests.basis'), value: basisWords(props.found.content.basis) },
    {
      term: t('requests.deadline'),
      value: `${formatDay(props.found.content.deadline.on, { year: true })}${props.found.content.deadline.hour}　${repeatsWords(props.found.content)}`,
    },
    {
      term: t('requests.stamp'),
      value: t(
        props.found.content.stampedScan ? 'submissions.stamp-needed' : 'submissions.stamp-none',
      ),
    },
    ...(props.found.together.length > 0
      ? [{ term: t('requests.together'), value: together(props.found) }]
      : []),
    {
      term: t('requests.signed-for'),
      value:
        props.found.signedForAt === undefined
          ? t('requests.not-yet')
          : formatInstant(props.found.signedForAt),
    },
  ];
  return <DefinitionList items={items()} />;
};

/** 第1次 7月17日 · 第2次 …, where a request is reported on again and again. */
const Occurrences = (props: { found: ReceivedRequest; chosen: string | undefined }) => (
  <Show when={props.found.replies.length > 1}>
    <nav class="request-section" aria-label={t('requests.occurrences')}>
      <h2 class="section-title">{t('requests.occurrences')}</h2>
      <ul class="request-occurrences">
        <For each={props.found.replies}>
          {(row) => (
            <li>
              <A
                href={`/requests/${props.found.id}/${props.found.organizationId}?reply=${row.id}`}
                aria-current={row.id === props.chosen ? 'true' : undefined}
              >
                {formatDay(row.dueOn)}
              </A>{' '}
              <Status kind={replyStatus(row.state).kind}>{replyStatus(row.state).words}</Status>
            </li>
          )}
        </For>
      </ul>
    </nav>
  </Show>
);

const Reply = (props: { id: string }) => {
  const reply = useReply(() => props.id);
  return (
    <QueryView query={reply}>
      {(found) => (
        <>
          <Moved reply={found()} />
          <Returned reply={found()} />
          <AskLines asks={found().asks} />
          <Show when={found().may.fill} fallback={<ReplyRead reply={found()} />}>
            <Show when={found().id} keyed>
              <ReplyForm reply={found()} />
            </Show>
          </Show>
        </>
      )}
    </QueryView>
  );
};

/** The one that was asked for, else the first that is still open, else the last. */
const chosenOf = (rows: readonly ReplyRow[], asked: string | undefined): string | undefined =>
  rows.find(({ id }) => id === asked)?.id ??
  rows.find(({ state }) => state === 'due' || state === 'draft' || state === 'returned')?.id ??
  rows[rows.length - 1]?.id;

const Page = (props: { found: ReceivedRequest }) => {
  const [params] = useSearchParams<{ reply?: string }>();
  const chosen = () => chosenOf(props.found.replies, params.reply);
  return (
    <div class="request-page">
      <PageHeader
        title={<span lang="zh-CN">{props.found.content.title}</span>}
        breadcrumb={[{ label: t('shell.nav-tasks'), href: '/' }, { label: t('requests.title') }]}
        summary={
          <span class="row">
            <span class="request-mark">{t('requests.title')}</span>
            {props.found.organizationName}
            <Show when={props.found.part !== 'reply'}>
              {t(`requests.part-${props.found.part}`)}
            </Show>
          </span>
        }
      />
      <Show when={props.found.closedReason}>
        {(reason) => <Callout title={t(`requests.state-${props.found.state}`)}>{reason()}</Callout>}
      </Show>
      <SignFor found={props.found} />
      <p class="prose document-words request-words" lang="zh-CN">
        {props.found.content.text}
      </p>
      <Facts found={props.found} />
      <Show when={props.found.citation}>
        {(citation) => (
          <Quote
            words={citation().clauseWords}
            source={`${citation().title} ${citation().clauseNumber}`}
          />
        )}
      </Show>
      <Occurrences found={props.found} chosen={chosen()} />
      <Show when={chosen()} fallback={<p class="soft">{t('requests.support-words')}</p>}>
        {(id) => <Reply id={id()} />}
      </Show>
    </div>
  );
};

/** A request as a unit received it: what, from whom, why, until when; and its own reply. */
export const ReceivedView = (props: { id: string; organizationId: string }) => {
  const received = useReceived(() => ({ id: props.id, organizationId: props.organizationId }));
  return <QueryView query={received}>{(found) => <Page found={found()} />}</QueryView>;
};
