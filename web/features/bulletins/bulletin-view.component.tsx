import { For, Show, createSignal } from 'solid-js';
import type { BulletinDetail } from '#schema/contracts/bulletins.ts';
import { toSteps } from '#web/features/campaigns/approval.presenter.ts';
import { formatDate, formatInstant } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import { LinkButton } from '#web/ui/button.component.tsx';
import { DefinitionList, PageHeader } from '#web/ui/page.component.tsx';
import { QueryView } from '#web/ui/state.component.tsx';
import { SecrecyNotice, Status, Steps } from '#web/ui/status.component.tsx';
import { announce } from '#web/ui/toast.component.tsx';
import { BulletinStatus } from './bulletin-list.component.tsx';
import { bulletinPath, useBulletin } from './bulletins.queries.ts';
import { HeadFields } from './head-fields.component.tsx';
import { Outline } from './outline.component.tsx';
import { PaperText } from './paper-text.component.tsx';
import { PartEditor } from './part-editor.component.tsx';
import type { Insertion, Sink } from './part-editor.component.tsx';
import { RefreshFigures } from './refresh-figures.component.tsx';
import { NamingRule } from './rule.component.tsx';
import { SigningActs } from './signing.component.tsx';
import { Sources } from './sources.component.tsx';
import './bulletins.css';

type Props = { detail: BulletinDetail };

const Desk = (props: Props) => {
  const [sink, setSink] = createSignal<Sink>();
  const insert = (piece: Insertion) => {
    const target = sink();
    if (target) target.insert(piece);
    else announce(t('bulletins.choose-part'));
  };
  const keys = () => props.detail.parts.map(({ key }) => key);
  return (
    <div class="bulletin-desk">
      <Outline detail={props.detail} current={sink()?.key} />
      <div class="bulletin-text">
        <SecrecyNotice />
        <HeadFields detail={props.detail} />
        <For each={keys()}>
          {(key) => (
            <Show when={props.detail.parts.find((part) => part.key === key)}>
              {(part) => (
                <PartEditor id={props.detail.summary.id} part={part()} onFocus={setSink} />
              )}
            </Show>
          )}
        </For>
      </div>
      <Sources detail={props.detail} onInsert={insert} />
    </div>
  );
};

const Receipts = (props: Props) => (
  <Show when={props.detail.receipts.length > 0}>
    <section class="stack">
      <h2 class="section-title">{t('bulletins.receipts')}</h2>
      <ul class="receipt-list">
        <For each={props.detail.receipts}>
          {(receipt) => (
            <li class="row-apart">
              <span lang="zh-CN">{receipt.organizationName}</span>
              <Show
                when={receipt.signedForAt}
                fallback={<Status kind="waiting">{t('bulletins.not-signed-for')}</Status>}
              >
                {(at) => (
                  <Status kind="done">
                    {t('bulletins.signed-for-by', {
                      post: receipt.signedForByPost ?? '',
                      time: formatInstant(at()),
                    })}
                  </Status>
                )}
              </Show>
            </li>
          )}
        </For>
      </ul>
    </section>
  </Show>
);

const Frozen = (props: Props) => (
  <div class="stack-wide">
    <PaperText head={props.detail.head} parts={props.detail.parts} issue={props.detail.issue} />
    <Show when={props.detail.issue}>
      {(issue) => (
        <DefinitionList
          items={[
            { term: t('bulletins.number'), value: issue().number ?? '—' },
            { term: t('bulletins.signed-on'), value: formatDate(issue().signedOn) },
            { term: t('bulletins.printed-on'), value: formatDate(issue().printedOn) },
          ]}
        />
      )}
    </Show>
    <Receipts detail={props.detail} />
  </div>
);

const Whole = (props: Props) => {
  const isDrafting = () => props.detail.summary.state === 'drafting' && props.detail.may.draft;
  return (
    <>
      <PageHeader
        title={<span lang="zh-CN">{props.detail.head.title}</span>}
        breadcrumb={[
          { label: t('bulletins.title'), href: '/bulletins' },
          { label: t(`bulletins.kind-${props.detail.summary.kind}`) },
        ]}
        summary={
          <span class="row">
            <BulletinStatus row={props.detail.summary} />
            <Show when={props.detail.campaign}>
              {(campaign) => <span lang="zh-CN">{campaign().title}</span>}
            </Show>
            <Show when={props.detail.asOf}>
              {(day) => <span>{t('bulletins.as-of', { time: formatDate(day()) })}</span>}
            </Show>
          </span>
        }
        actions={
          <div class="row no-print">
            <SigningActs detail={props.detail} />
            <Show when={isDrafting() && props.detail.campaign !== undefined}>
              <RefreshFigures detail={props.detail} />
            </Show>
            <LinkButton external download href={`${bulletinPath(props.detail.summary.id)}/word`}>
              {t('bulletins.word')}
            </LinkButton>
          </div>
        }
      />
      <NamingRule detail={props.detail} />
      <Show when={props.detail.approval}>
        {(approval) => <Steps label={t('bulletins.approval')} steps={toSteps(approval())} />}
      </Show>
      <Show when={isDrafting()} fallback={<Frozen detail={props.detail} />}>
        <Desk detail={props.detail} />
      </Show>
    </>
  );
};

/** One paper of the office: written, signed, numbered by the office, sent. */
export const BulletinView = (props: { id: string }) => {
  const bulletin = useBulletin(() => props.id);
  return <QueryView query={bulletin}>{(detail) => <Whole detail={detail()} />}</QueryView>;
};
