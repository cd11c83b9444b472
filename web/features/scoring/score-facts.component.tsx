import { For, Show, createSignal } from 'solid-js';
import type { ScoreFactList, ScoreFactRecord } from '#schema/contracts/evaluation-records.ts';
import { createCommand } from '#web/shared/command.ts';
import { formatDate, formatInstant } from '#web/shared/dates.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Dialog } from '#web/ui/dialog.component.tsx';
import { Status } from '#web/ui/status.component.tsx';
import type { StatusKind } from '#web/ui/status.component.tsx';
import { announce } from '#web/ui/toast.component.tsx';
import { contentWords, factGroups, groupOf } from './fact-content.presenter.ts';
import type { FactGroup } from './fact-content.presenter.ts';
import { RecordFactForm } from './record-fact.component.tsx';
import { Refused } from './refused.component.tsx';
import { useScoringChanged } from './scoring.queries.ts';
import { WithdrawButton } from './withdraw-button.component.tsx';

const stateKinds: Record<ScoreFactRecord['state'], StatusKind> = {
  unconfirmed: 'waiting',
  standing: 'done',
  withdrawn: 'stopped',
};

/** 确认: a second person of another post vouches for what the first put on record. */
const ConfirmButton = (props: { record: ScoreFactRecord; about: string }) => {
  const changed = useScoringChanged();
  const command = createCommand<void, ScoreFactRecord>(() => ({
    method: 'POST',
    path: `/api/scoring/facts/${props.record.id}/confirm`,
    ifMatch: `"${props.record.version}"`,
    body: {},
  }));
  const send = async () => {
    if (!(await command.attempt())) return;
    announce(t('scoring.confirmed-done'));
    await changed();
  };
  return (
    <>
      <Button small kind="primary" busy={command.isBusy()} onClick={() => void send()}>
        {t('scoring.act-confirm')}
        <span class="visually-hidden">：{props.about}</span>
      </Button>
      <Refused problem={command.problem()} />
    </>
  );
};

const stateWords = ({ state, withdrawnReason }: ScoreFactRecord): string =>
  state === 'withdrawn'
    ? t('scoring.fact-withdrawn', { reason: withdrawnReason ?? '' })
    : t(`scoring.fact-${state}`);

const Record = (props: { record: ScoreFactRecord; list: ScoreFactList }) => {
  const fact = () => props.list.recordable.find((each) => each.fact === props.record.fact);
  const title = () => localText(fact()?.title) || props.record.fact;
  return (
    <li>
      <p>
        <strong>{title()}</strong> {contentWords(props.record, fact())}{' '}
        <Status kind={stateKinds[props.record.state]}>{stateWords(props.record)}</Status>
      </p>
      <p>{props.record.reason}</p>
      <p class="small soft">
        {formatDate(props.record.on)} ·{' '}
        {t('scoring.recorded-at', {
          post: props.record.recordedByPost,
          time: formatInstant(props.record.recordedAt),
        })}
        <Show when={props.record.confirmedByPost}>
          {(post) => <> · {t('scoring.confirmed-by', { post: post() })}</>}
        </Show>
        <Show when={props.record.evidenceIds.length > 0}>
          {' · '}
          {t('scoring.evidence-count', { count: props.record.evidenceIds.length })}
        </Show>
      </p>
      <div class="row">
        <Show when={props.record.mayConfirm}>
          <ConfirmButton record={props.record} about={title()} />
        </Show>
        <Show when={props.list.mayRecord && props.record.state !== 'withdrawn'}>
          <WithdrawButton
            path={`/api/scoring/facts/${props.record.id}`}
            version={props.record.version}
            about={title()}
          />
        </Show>
      </div>
    </li>
  );
};

const RecordDialog = (props: {
  list: ScoreFactList;
  group: FactGroup | undefined;
  today: string;
  onClose: () => void;
}) => {
  const changed = useScoringChanged();
  const act = (group: FactGroup) => t(`scoring.record-${group}`);
  const done = ({ state }: ScoreFactRecord) => {
    announce(t(state === 'unconfirmed' ? 'scoring.recorded-waits' : 'scoring.recorded-done'));
    props.onClose();
    void changed();
  };
  return (
    <Dialog
      open={props.group !== undefined}
      title={props.group ? act(props.group) : ''}
      onClose={() => props.onClose()}
    >
      <Show when={props.group} keyed>
        {(group) => (
          <RecordFactForm
            place={{ campaign: props.list.campaignId, organization: props.list.organizationId }}
            facts={props.list.recordable.filter((fact) => groupOf(fact) === group)}
            act={act(group)}
            today={props.today}
            onDone={done}
          />
        )}
      </Show>
    </Dialog>
  );
};

/** 登记事项: what no filing says, who put it on record, what waits for a second person. */
export const ScoreFacts = (props: { list: ScoreFactList; today: string }) => {
  const [group, setGroup] = createSignal<FactGroup>();
  const groups = () =>
    factGroups.filter((each) => props.list.recordable.some((fact) => groupOf(fact) === each));
  return (
    <section class="stack">
      <h2 class="section-title">{t('scoring.facts')}</h2>
      <Show when={props.list.mayRecord && groups().length > 0}>
        <div class="row no-print">
          <For each={groups()}>
            {(each) => (
              <Button onClick={() => setGroup(each)}>{t(`scoring.record-${each}`)}</Button>
            )}
          </For>
        </div>
      </Show>
      <Show
        when={props.list.items.length > 0}
        fallback={<p class="soft">{t('scoring.no-facts')}</p>}
      >
        <ul class="score-records">
          <For each={props.list.items}>
            {(record) => <Record record={record} list={props.list} />}
          </For>
        </ul>
      </Show>
      <RecordDialog
        list={props.list}
        group={group()}
        today={props.today}
        onClose={() => setGroup(undefined)}
      />
    </section>
  );
};
