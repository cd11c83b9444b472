import { A } from '@solidjs/router';
import { For, Show, createSignal } from 'solid-js';
import type { Proposal } from '#schema/contracts/proposals.ts';
import { contentWords } from '#web/features/scoring/fact-content.presenter.ts';
import type { Clauses } from '#web/features/scoring/grounds.presenter.ts';
import { RuleWords } from '#web/features/scoring/rule-words.component.tsx';
import { useScoreFacts } from '#web/features/scoring/scoring.queries.ts';
import { formatDate } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Dialog } from '#web/ui/dialog.component.tsx';
import { DefinitionList, PageHeader, Words } from '#web/ui/page.component.tsx';
import { dataOf } from '#web/ui/state.component.tsx';
import { Callout, Status } from '#web/ui/status.component.tsx';
import { announce } from '#web/ui/toast.component.tsx';
import { AcceptForm, DeclineForm, MeasureForm } from './proposal-forms.component.tsx';
import { shelfKinds, shelfOf, traceOf } from './proposal.presenter.ts';
import { useProposalsChanged } from './proposals.queries.ts';

type Act = 'accept' | 'decline' | 'measure';

const forms = { accept: AcceptForm, decline: DeclineForm, measure: MeasureForm };

const titleOf = (act: Act): string => t(`proposals.act-${act}`);

/** Only what the reader may do; whoever else looks is told who decides. */
const Acts = (props: { proposal: Proposal }) => {
  const [act, setAct] = createSignal<Act>();
  const changed = useProposalsChanged();
  const done = (made: Act) => {
    setAct(undefined);
    announce(t(`proposals.done-${made}`));
    void changed();
  };
  return (
    <>
      <div class="row no-print">
        <Show when={props.proposal.mayDecide}>
          <Button kind="primary" onClick={() => setAct('accept')}>
            {t('proposals.act-accept')}
          </Button>
          <Button onClick={() => setAct('decline')}>{t('proposals.act-decline')}</Button>
        </Show>
        <Show when={props.proposal.mayRecordMeasure}>
          <Button kind="primary" onClick={() => setAct('measure')}>
            {t('proposals.act-measure')}
          </Button>
        </Show>
      </div>
      <Dialog
        open={act() !== undefined}
        title={titleOf(act() ?? 'accept')}
        onClose={() => setAct(undefined)}
      >
        <Show when={act()} keyed>
          {(current) => {
            const Form = forms[current];
            return <Form proposal={props.proposal} onDone={() => done(current)} />;
          }}
        </Show>
      </Dialog>
    </>
  );
};

const Facts = (props: { proposal: Proposal }) => {
  const scoresHref = () =>
    `/scores/${props.proposal.organizationId}?campaign=${props.proposal.campaignId}`;
  return (
    <DefinitionList
      items={[
        {
          term: t('proposals.col-unit'),
          value: <A href={scoresHref()}>{props.proposal.organizationName}</A>,
        },
        { term: t('proposals.col-reason'), value: <Words text={props.proposal.reason} /> },
        { term: t('proposals.col-measure'), value: <Words text={props.proposal.measure} /> },
        { term: t('proposals.col-post'), value: <Words text={props.proposal.post} /> },
      ]}
    />
  );
};

/** The records that the finding counted, as far as they are on record as facts. */
const Records = (props: { proposal: Proposal }) => {
  const facts = useScoreFacts(() => ({
    campaign: props.proposal.campaignId,
    organization: props.proposal.organizationId,
  }));
  const found = () =>
    (dataOf(facts)?.items ?? []).filter(({ id }) => props.proposal.eventIds.includes(id));
  const titled = (key: string) => dataOf(facts)?.recordable.find(({ fact }) => fact === key);
  return (
    <Show when={found().length > 0}>
      <section class="stack">
        <h2 class="section-title">{t('proposals.records')}</h2>
        <ul class="score-records">
          <For each={found()}>
            {(record) => (
              <li>
                <span class="nowrap">{formatDate(record.on)}</span>{' '}
                {contentWords(record, titled(record.fact))}：{record.reason}
                <span class="small soft"> {record.recordedByPost}</span>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
};

const Trace = (props: { proposal: Proposal }) => (
  <section class="stack">
    <h2 class="section-title">{t('proposals.trace')}</h2>
    <ol class="score-records">
      <For each={traceOf(props.proposal)}>
        {(line) => (
          <li>
            <p>
              <span class="nowrap">{line.at}</span>　<strong>{line.what}</strong>
              <Show when={line.who}>{(who) => <>　{who()}</>}</Show>
            </p>
            <For each={line.notes}>{(note) => <p>{note}</p>}</For>
          </li>
        )}
      </For>
    </ol>
  </section>
);

/** One 处置建议: what fired and why, who decides, what was decided and done. */
export const ProposalView = (props: { proposal: Proposal; clauses: Clauses }) => {
  const shelf = () => shelfOf(props.proposal);
  return (
    <div class="stack-wide">
      <PageHeader
        title={<Words text={props.proposal.title} />}
        breadcrumb={[
          { label: t('proposals.title'), href: `/proposals?campaign=${props.proposal.campaignId}` },
          { label: props.proposal.organizationName },
        ]}
        summary={<Status kind={shelfKinds[shelf()]}>{t(`proposals.shelf-${shelf()}`)}</Status>}
      />
      <div class="stack">
        <Callout title={t('proposals.only-proposes')}>
          <Show when={!props.proposal.holds}>
            <p>{t('proposals.lapsed-words')}</p>
          </Show>
        </Callout>
        <Facts proposal={props.proposal} />
        <RuleWords rule={props.proposal} clauses={props.clauses} />
        <Acts proposal={props.proposal} />
      </div>
      <Records proposal={props.proposal} />
      <Trace proposal={props.proposal} />
    </div>
  );
};
