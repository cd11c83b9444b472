import { A, useSearchParams } from '@solidjs/router';
import { For, Show, Suspense, createSignal, lazy } from 'solid-js';
import type { RequestCounts, RequestDetail } from '#schema/contracts/request-overview.ts';
import { localText, locale, t } from '#web/shared/i18n.ts';
import { CopyTextButton } from '#web/ui/copy.component.tsx';
import { PageHeader } from '#web/ui/page.component.tsx';
import { Loading, QueryView } from '#web/ui/state.component.tsx';
import { Status } from '#web/ui/status.component.tsx';
import { ReasonedButton } from './act.component.tsx';
import { ExtendAllButton, ReliefDialog } from './relief-dialogs.component.tsx';
import type { Relief } from './relief-dialogs.component.tsx';
import { ReplyTable } from './reply-table.component.tsx';
import { Acts } from './request-acts.component.tsx';
import { OpenAsks } from './request-asks.component.tsx';
import { Chain, SigningActs } from './request-signing.component.tsx';
import { Addressees, RequestText } from './request-text.component.tsx';
import { countFigures, requestStatus } from './request.presenter.ts';
import { requestPath, useRequest } from './requests.queries.ts';
import type { ReplyFilter } from './requests.queries.ts';
import './requests.css';

/** Drafting is heavy, and most who open a request only read it. */
const DraftView = lazy(async () => ({
  default: (await import('./draft-view.component.tsx')).DraftView,
}));

/** 应报 12 件，已报 8 件…: a sentence, and each figure leads to its list. */
const Sentence = (props: { id: string; counts: RequestCounts }) => {
  const figures = () => countFigures(props.counts);
  const mark = (place: number) => {
    const isLast = place === figures().length - 1;
    if (locale() === 'en') return isLast ? '.' : ', ';
    return isLast ? '。' : '，';
  };
  return (
    <p class="figure-sentence">
      <For each={figures()}>
        {(figure, place) => (
          <>
            <Show when={figure.query !== undefined} fallback={figure.words}>
              <A href={`/requests/${props.id}${figure.query ?? ''}`}>{figure.words}</A>
            </Show>
            {mark(place())}
          </>
        )}
      </For>
    </p>
  );
};

/** 办结, 终止: what is outstanding is not owed any more, and why stays on record. */
const Endings = (props: { detail: RequestDetail }) => {
  const path = () => requestPath(props.detail.summary.id);
  const state = () => props.detail.summary.state;
  const isOver = () => state() === 'closed' || state() === 'cancelled';
  return (
    <>
      <Show when={props.detail.may.decide && state() === 'issued'}>
        <ReasonedButton
          path={`${path()}/close`}
          version={props.detail.summary.version}
          label={t('requests.close')}
          words={t('requests.close-words')}
          done="requests.closed"
        />
      </Show>
      <Show when={props.detail.may.draft && !isOver()}>
        <ReasonedButton
          kind="danger"
          path={`${path()}/cancel`}
          version={props.detail.summary.version}
          label={t('requests.cancel')}
          words={t('requests.cancel-words')}
          done="requests.cancelled"
        />
      </Show>
    </>
  );
};

const Summary = (props: { detail: RequestDetail }) => {
  const status = () => requestStatus(props.detail.summary.state);
  return (
    <span class="row">
      <Status kind={status().kind}>{status().words}</Status>
      <Show when={props.detail.summary.dueLabel}>
        {(due) => (
          <span>
            {t('submissions.due')} {localText(due())}
          </span>
        )}
      </Show>
      <span lang="zh-CN">
        {props.detail.summary.issuer?.organizationName}
        {props.detail.summary.from}
      </span>
      <Show when={props.detail.summary.waitsFor}>
        {(step) => <span>{t('requests.waits-for', { post: step().title })}</span>}
      </Show>
    </span>
  );
};

const Header = (props: { detail: RequestDetail; onRelief: (relief: Relief) => void }) => (
  <>
    <PageHeader
      title={<span lang="zh-CN">{props.detail.summary.title || t('requests.untitled')}</span>}
      breadcrumb={[
        { label: t('requests.title'), href: '/requests' },
        { label: t(`requests.state-${props.detail.summary.state}`) },
      ]}
      summary={<Summary detail={props.detail} />}
      actions={
        <div class="row no-print request-head-acts">
          <SigningActs detail={props.detail} />
          <Show when={props.detail.summary.state === 'issued'}>
            <CopyTextButton
              kind="primary"
              label={t('requests.copy-reminder')}
              text={() => localText(props.detail.reminder)}
            />
            <Show when={props.detail.may.decide}>
              <ExtendAllButton onOpen={() => props.onRelief({ kind: 'extend' })} />
            </Show>
          </Show>
          <Endings detail={props.detail} />
        </div>
      }
    />
  </>
);

const Running = (props: { detail: RequestDetail; onRelief: (relief: Relief) => void }) => {
  const [params, setParams] = useSearchParams<{
    state?: string;
    occurrence?: string;
    overdue?: string;
  }>();
  const filter = (): ReplyFilter => ({
    state: params.state,
    occurrence: params.occurrence,
    overdue: params.overdue,
  });
  return (
    <>
      <Show when={props.detail.summary.counts}>
        {(counts) => <Sentence id={props.detail.summary.id} counts={counts()} />}
      </Show>
      <OpenAsks asks={props.detail.asks} mayDecide={props.detail.may.decide} />
      <ReplyTable
        detail={props.detail}
        filter={filter()}
        onFilter={(change) => setParams({ ...change }, { replace: true })}
        onRelief={props.onRelief}
      />
      <Addressees detail={props.detail} />
    </>
  );
};

const Issued = (props: { detail: RequestDetail }) => {
  const [relief, setRelief] = createSignal<Relief>();
  const wasIssued = () => props.detail.summary.issuedAt !== undefined;
  return (
    <>
      <Header detail={props.detail} onRelief={setRelief} />
      <Show when={wasIssued()}>
        <Running detail={props.detail} onRelief={setRelief} />
      </Show>
      <RequestText detail={props.detail} />
      <Chain detail={props.detail} />
      <Acts detail={props.detail} />
      <ReliefDialog detail={props.detail} relief={relief()} onClose={() => setRelief(undefined)} />
    </>
  );
};

/** One request for its sender: being drafted, being signed, running, ended. */
export const RequestView = (props: { id: string }) => {
  const request = useRequest(() => props.id);
  return (
    <QueryView query={request}>
      {(detail) => (
        <Show
          when={detail().summary.state === 'drafting' && detail().may.draft}
          fallback={<Issued detail={detail()} />}
        >
          <Suspense fallback={<Loading />}>
            <DraftView detail={detail()} />
          </Suspense>
        </Show>
      )}
    </QueryView>
  );
};
