import { For, Show, createSignal } from 'solid-js';
import type { LedgerView } from '#schema/contracts/evaluation.ts';
import { formatDate, formatInstant } from '#web/shared/dates.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { formatPoints } from '#web/shared/numbers.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Dialog } from '#web/ui/dialog.component.tsx';
import { Words } from '#web/ui/page.component.tsx';
import { Callout, Status } from '#web/ui/status.component.tsx';
import { announce } from '#web/ui/toast.component.tsx';
import { DemeritForm } from './demerit-form.component.tsx';
import type { Clauses } from './grounds.presenter.ts';
import { RuleWords } from './rule-words.component.tsx';
import { useScoringChanged } from './scoring.queries.ts';
import type { UnitPlace } from './scoring.queries.ts';
import { WithdrawButton } from './withdraw-button.component.tsx';

type Props = { ledger: LedgerView; place: UnitPlace; clauses: Clauses; today: string };
type DemeritRecord = LedgerView['records'][number];

const Balance = (props: { ledger: LedgerView }) => (
  <Show when={props.ledger.cycle}>
    {(cycle) => (
      <p class="figure-sentence">
        {t('scoring.ledger-balance', {
          from: formatDate(cycle().from),
          to: formatDate(cycle().to),
          points: formatPoints(props.ledger.points),
          count: props.ledger.lines.length,
        })}
      </p>
    )}
  </Show>
);

/** The bands that were reached, since when, and what the standard attaches to them. */
const Bands = (props: { ledger: LedgerView }) => (
  <Show when={props.ledger.bands.length > 0}>
    <ul class="score-records">
      <For each={props.ledger.bands}>
        {(band) => (
          <li>
            <p>
              <strong>
                <Words text={band.title} />
              </strong>{' '}
              {t('scoring.band-from', { day: formatDate(band.from) })}
            </p>
            <Show when={band.consequence}>
              {(consequence) => (
                <p>{t('scoring.band-consequence', { consequence: localText(consequence()) })}</p>
              )}
            </Show>
            <p class="small soft">
              <Words text={band.reason} />
            </p>
          </li>
        )}
      </For>
    </ul>
  </Show>
);

const Notes = (props: { ledger: LedgerView }) => (
  <>
    <For each={props.ledger.pending}>
      {(phrase) => (
        <p class="soft">
          <Words text={phrase} />
        </p>
      )}
    </For>
    <Show when={props.ledger.penaltyMissing.length > 0}>
      <Callout kind="warn" title={t('scoring.penalty-missing')}>
        <ul>
          <For each={props.ledger.penaltyMissing}>
            {(each) => (
              <li>
                <Words text={each.reason} />
              </li>
            )}
          </For>
        </ul>
      </Callout>
    </Show>
  </>
);

const Entry = (props: { record: DemeritRecord; ledger: LedgerView }) => {
  const tier = () => props.ledger.tiers.find(({ key }) => key === props.record.tier);
  const line = () => props.ledger.lines.find(({ entry }) => entry === props.record.id);
  const about = () => localText(tier()?.title) || props.record.tier;
  return (
    <li>
      <p>
        <strong>{about()}</strong>{' '}
        <Show when={line()}>
          {(found) => <>{t('scoring.demerit-points', { points: formatPoints(found().counted) })}</>}
        </Show>{' '}
        <Show when={props.record.state === 'withdrawn'}>
          <Status kind="stopped">
            {t('scoring.fact-withdrawn', { reason: props.record.withdrawnReason ?? '' })}
          </Status>
        </Show>
      </p>
      <p>{props.record.reason}</p>
      <Show when={props.record.penalty}>
        {(penalty) => <p class="small">{t('scoring.penalty-on-record', { penalty: penalty() })}</p>}
      </Show>
      <p class="small soft">
        {formatDate(props.record.on)} ·{' '}
        {t('scoring.recorded-at', {
          post: props.record.recordedByPost,
          time: formatInstant(props.record.recordedAt),
        })}
      </p>
      <Show when={props.ledger.mayRecord && props.record.state === 'standing'}>
        <WithdrawButton
          path={`/api/scoring/demerits/${props.record.id}`}
          version={props.record.version}
          about={about()}
        />
      </Show>
    </li>
  );
};

const RecordDemerit = (props: Props) => {
  const [isOpen, setOpen] = createSignal(false);
  const changed = useScoringChanged();
  const done = () => {
    setOpen(false);
    announce(t('scoring.demerit-done'));
    void changed();
  };
  return (
    <>
      <div class="row no-print">
        <Button onClick={() => setOpen(true)}>{t('scoring.act-demerit')}</Button>
      </div>
      <Dialog
        open={isOpen()}
        title={`${t('scoring.act-demerit')}：${localText(props.ledger.title)}`}
        onClose={() => setOpen(false)}
      >
        <Show when={isOpen()}>
          <DemeritForm
            ledger={props.ledger}
            place={props.place}
            today={props.today}
            onDone={done}
          />
        </Show>
      </Dialog>
    </>
  );
};

/** 不良行为记分: the balance of the running cycle, what it has come to, and each record. */
export const Ledger = (props: Props) => (
  <section class="stack score-part">
    <h3>
      <Words text={props.ledger.title} />
    </h3>
    <Balance ledger={props.ledger} />
    <Bands ledger={props.ledger} />
    <Notes ledger={props.ledger} />
    <Show when={props.ledger.records.length > 0}>
      <ul class="score-records">
        <For each={props.ledger.records}>
          {(record) => <Entry record={record} ledger={props.ledger} />}
        </For>
      </ul>
    </Show>
    <Show when={props.ledger.mayRecord}>
      <RecordDemerit {...props} />
    </Show>
    <RuleWords rule={props.ledger} clauses={props.clauses} />
  </section>
);
