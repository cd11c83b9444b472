import { Show } from 'solid-js';
import type { ReplyDetail } from '#schema/contracts/request-replies.ts';
import { formatInstant } from '#web/shared/dates.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { PrintButton } from '#web/ui/copy.component.tsx';
import { BottomBar, DefinitionList, PageHeader } from '#web/ui/page.component.tsx';
import { QueryView } from '#web/ui/state.component.tsx';
import { Status } from '#web/ui/status.component.tsx';
import { ActButton } from './act.component.tsx';
import { AskLines } from './ask-lines.component.tsx';
import { ReplyAnswers, ReturnPoints } from './reply-content.component.tsx';
import { lateWords, replyStatus } from './request.presenter.ts';
import { replyPath, useReply } from './requests.queries.ts';
import { ReturnReply } from './return-reply.component.tsx';
import './requests.css';

const factsOf = (reply: ReplyDetail) => [
  { term: t('requests.deadline'), value: localText(reply.dueLabel) },
  {
    term: t('requests.col-filed'),
    value: reply.filedAt === undefined ? t('requests.not-yet') : formatInstant(reply.filedAt),
  },
  ...(reply.receiptNumber === undefined
    ? []
    : [{ term: t('submissions.receipt-number'), value: reply.receiptNumber }]),
];

const Answered = (props: { reply: ReplyDetail }) => (
  <section class="request-section">
    <h2 class="section-title">{t('requests.reply')}</h2>
    <ReplyAnswers reply={props.reply} />
  </section>
);

const Page = (props: { reply: ReplyDetail }) => {
  const status = () => replyStatus(props.reply.state);
  const late = () => lateWords(props.reply, props.reply.filedAt ?? props.reply.dueAt);
  const isMine = () => props.reply.state === 'filed' && props.reply.may.decide;
  return (
    <>
      <PageHeader
        title={<span lang="zh-CN">{props.reply.organizationName}</span>}
        breadcrumb={[
          { label: t('requests.title'), href: '/requests' },
          { label: props.reply.title, href: `/requests/${props.reply.requestId}` },
          { label: props.reply.organizationName },
        ]}
        summary={
          <span class="row">
            <Status kind={status().kind}>{status().words}</Status>
            <Show when={late()}>{(words) => <Status kind="late">{words()}</Status>}</Show>
          </span>
        }
        actions={<PrintButton />}
      />
      <DefinitionList items={factsOf(props.reply)} />
      {/* What was returned before: so that nothing new is found the second time. */}
      <ReturnPoints
        returned={props.reply.returned}
        title={(count) => t('requests.returned-before', { count })}
      />
      <AskLines asks={props.reply.asks} />
      <Answered reply={props.reply} />
      <Show when={isMine()}>
        <BottomBar note={t('requests.decide-note')}>
          <ReturnReply reply={props.reply} />
          <ActButton
            kind="primary"
            path={`${replyPath(props.reply.id)}/accept`}
            version={props.reply.version}
            label={t('requests.accept')}
            done="requests.accepted"
          />
        </BottomBar>
      </Show>
    </>
  );
};

/** One reply for its sender: read, accepted, or returned once with everything listed. */
export const ReplyReview = (props: { id: string }) => {
  const reply = useReply(() => props.id);
  return <QueryView query={reply}>{(found) => <Page reply={found()} />}</QueryView>;
};
