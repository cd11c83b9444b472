import { For, Show, createSignal, untrack } from 'solid-js';
import type {
  RecordFact,
  RecordableFact,
  RecordedKind,
  ScoreFactRecord,
} from '#schema/contracts/evaluation-records.ts';
import { EvidenceField } from '#web/features/evidence/evidence-field.component.tsx';
import { createEvidenceShelf } from '#web/features/evidence/shelf.ts';
import { createCommand } from '#web/shared/command.ts';
import { parseDay } from '#web/shared/dates.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { RadioGroup, Select } from '#web/ui/choice-field.component.tsx';
import { DateField } from '#web/ui/date-field.component.tsx';
import { Quote } from '#web/ui/page.component.tsx';
import { Callout } from '#web/ui/status.component.tsx';
import { TextArea } from '#web/ui/text-field.component.tsx';
import { FactContent } from './fact-content.component.tsx';
import { contentOf, effectWords } from './fact-content.presenter.ts';
import type { WrittenContent } from './fact-content.presenter.ts';
import { Refused } from './refused.component.tsx';
import type { UnitPlace } from './scoring.queries.ts';

type Props = {
  place: UnitPlace;
  /** Those of one button. */
  facts: readonly RecordableFact[];
  act: string;
  today: string;
  onDone: (record: ScoreFactRecord) => void;
};

const createRecording = (props: Props) => {
  const onlyOne = untrack(() => (props.facts.length === 1 ? props.facts[0]?.fact : undefined));
  const [key, setKey] = createSignal(onlyOne ?? '');
  const [kind, setKind] = createSignal<RecordedKind>();
  const [written, setWritten] = createSignal<WrittenContent>({});
  const [on, setOn] = createSignal(untrack(() => props.today));
  const [reason, setReason] = createSignal('');
  const [files, setFiles] = createSignal<string[]>([]);
  const shelf = createEvidenceShelf(() => []);
  const fact = () => props.facts.find((each) => each.fact === key());
  const kindOf = (found: RecordableFact) => kind() ?? found.kinds[0] ?? 'event';
  const command = createCommand<RecordFact, ScoreFactRecord>((body) => ({
    method: 'POST',
    path: '/api/scoring/facts',
    body,
  }));
  const body = (): RecordFact | undefined => {
    const found = fact();
    const content = found && contentOf(found, kindOf(found), written());
    const day = parseDay(on());
    if (!content || day === undefined || reason().trim().length < 2 || shelf.isMoving()) {
      return undefined;
    }
    return {
      campaignId: props.place.campaign,
      organizationId: props.place.organization,
      fact: key(),
      on: day,
      content,
      reason: reason().trim(),
      ...(files().length > 0 ? { evidenceIds: files() } : {}),
    };
  };
  const choose = (next: string) => {
    setKey(next);
    setKind(undefined);
    setWritten({});
  };
  const chooseKind = (chosen: string) => setKind(fact()?.kinds.find((each) => each === chosen));
  const send = async () => {
    const made = body();
    const answer = made && (await command.attempt(made));
    if (answer) props.onDone(answer.data);
  };
  const write = (change: WrittenContent) => setWritten((before) => ({ ...before, ...change }));
  const sheet = { key, choose, kindOf, chooseKind, written, write, on, setOn, reason, setReason };
  return { ...sheet, files, setFiles, shelf, fact, command, body, send };
};

type Recording = ReturnType<typeof createRecording>;

/** What recording it would do to the score, before anybody does it. */
const Effect = (props: { fact: RecordableFact }) => (
  <>
    <ul class="score-uses">
      <For each={props.fact.uses}>
        {(use) => (
          <li>
            <p>{effectWords(use)}</p>
            <Show when={use.words}>{(words) => <Quote words={words()} />}</Show>
          </li>
        )}
      </For>
    </ul>
    <Show when={props.fact.needsConfirmation}>
      <Callout kind="warn" title={t('scoring.needs-confirmation')} />
    </Show>
  </>
);

const Content = (props: { recording: Recording; fact: RecordableFact }) => {
  return (
    <>
      <Effect fact={props.fact} />
      <Show when={props.fact.kinds.length > 1}>
        <RadioGroup
          name="content.kind"
          label={t('scoring.kind')}
          inline
          options={props.fact.kinds.map((kind) => ({
            value: kind,
            label: t(`scoring.as-${kind}`),
          }))}
          value={props.recording.kindOf(props.fact)}
          onChange={(kind) => props.recording.chooseKind(kind)}
        />
      </Show>
      <FactContent
        fact={props.fact}
        kind={props.recording.kindOf(props.fact)}
        written={props.recording.written()}
        onWrite={props.recording.write}
        errorOf={(path) => props.recording.command.problem()?.errorOf(path)}
      />
    </>
  );
};

const Grounds = (props: { recording: Recording }) => (
  <>
    <DateField
      name="on"
      label={t('scoring.on')}
      required
      value={props.recording.on()}
      error={props.recording.command.problem()?.errorOf('on')}
      onInput={props.recording.setOn}
    />
    <TextArea
      name="reason"
      label={t('scoring.fact-reason')}
      hint={t('scoring.fact-reason-hint')}
      required
      rows={2}
      value={props.recording.reason()}
      error={props.recording.command.problem()?.errorOf('reason')}
      onInput={props.recording.setReason}
    />
    <EvidenceField
      name="evidence"
      label={t('scoring.evidence')}
      shelf={props.recording.shelf}
      ids={props.recording.files()}
      maxFiles={20}
      onChange={props.recording.setFiles}
    />
  </>
);

/** 登记加分、登记一票否决 and the rest: what happened, when, on what grounds. */
export const RecordFactForm = (props: Props) => {
  const recording = createRecording(props);
  return (
    <div class="stack form">
      <Refused problem={recording.command.problem()} />
      <Select
        name="fact"
        label={t('scoring.fact')}
        required
        options={props.facts.map(({ fact, title }) => ({ value: fact, label: localText(title) }))}
        value={recording.key()}
        onChange={recording.choose}
      />
      <Show when={recording.fact()}>
        {(fact) => <Content recording={recording} fact={fact()} />}
      </Show>
      <Grounds recording={recording} />
      <div class="row">
        <Button
          kind="primary"
          busy={recording.command.isBusy()}
          disabled={recording.body() === undefined}
          onClick={() => void recording.send()}
        >
          {props.act}
        </Button>
      </div>
    </div>
  );
};
