import { Show, createSignal } from 'solid-js';
import { EvidenceField } from '#web/features/evidence/evidence-field.component.tsx';
import { localText, t } from '#web/shared/i18n.ts';
import { Button, LinkButton } from '#web/ui/button.component.tsx';
import { Checkbox } from '#web/ui/choice-field.component.tsx';
import { DateField } from '#web/ui/date-field.component.tsx';
import { ErrorSummary } from '#web/ui/error-summary.component.tsx';
import { LoadFailed } from '#web/ui/state.component.tsx';
import type { Filing } from './filing.ts';
import { createPaperRegistration } from './submissions.queries.ts';

const createPaper = (filing: () => Filing) => {
  const [files, setFiles] = createSignal<readonly string[]>([]);
  const [day, setDay] = createSignal('');
  const [isTried, setTried] = createSignal(false);
  const register = createPaperRegistration(() => filing().draft.id());
  const hasStamped = () => {
    const item = stamped();
    return item !== undefined && filing().materials.filesOf(item.key).length > 0;
  };
  const [asked, setAlsoStamped] = createSignal<boolean>();
  /** Unasked, the scan fills an empty place and never takes another's. */
  const isAlsoStamped = () => asked() ?? !hasStamped();
  const stamped = () =>
    filing()
      .detail()
      .deliverables.find(({ kind }) => kind === 'stamped-scan');
  const submit = async () => {
    setTried(true);
    const [evidenceId] = files();
    if (!evidenceId || !day()) return;
    const item = stamped();
    if (!(await register.attempt({ evidenceId, signedOn: day() }))) return;
    if (item && isAlsoStamped()) {
      await filing().materials.put(item.key, [evidenceId]);
    }
    await filing().refresh();
  };
  return {
    files,
    setFiles,
    day,
    setDay,
    isTried,
    isAlsoStamped,
    setAlsoStamped,
    register,
    stamped,
    submit,
  };
};

/** The printed sheet comes back signed: its scan and the day of the signature take every open post. */
export const PaperSignOff = (props: { filing: Filing }) => {
  const paper = createPaper(() => props.filing);
  const missing = (isThere: boolean, words: string) =>
    paper.isTried() && !isThere ? words : undefined;
  return (
    <section class="way">
      <h3>{t('submissions.way-paper')}</h3>
      <p>
        <LinkButton small href={`/submissions/${props.filing.draft.id()}/sign-off-sheet`}>
          {t('submissions.step-print-sheet')}
        </LinkButton>
      </p>
      <ErrorSummary errors={paper.register.errors()} />
      <Show when={paper.register.error() && paper.register.errors().length === 0}>
        <LoadFailed error={paper.register.error()} />
      </Show>
      <EvidenceField
        name="paper-scan"
        label={t('submissions.paper-scan')}
        required
        isScan
        maxFiles={1}
        error={missing(paper.files().length > 0, t('submissions.paper-scan-missing'))}
        shelf={props.filing.shelf}
        ids={paper.files()}
        onChange={paper.setFiles}
      />
      <Show when={paper.stamped()}>
        {(item) => (
          <Checkbox
            name="paper-also-stamped"
            label={t('submissions.paper-also', { title: localText(item().title) })}
            checked={paper.isAlsoStamped()}
            onChange={paper.setAlsoStamped}
          />
        )}
      </Show>
      <DateField
        name="paper-day"
        label={t('submissions.paper-day')}
        required
        error={missing(paper.day() !== '', t('submissions.paper-day-missing'))}
        value={paper.day()}
        onInput={paper.setDay}
      />
      <Button busy={paper.register.isBusy()} onClick={() => void paper.submit()}>
        {t('submissions.register-paper')}
      </Button>
    </section>
  );
};
