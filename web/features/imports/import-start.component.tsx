import { For, Show, createSignal } from 'solid-js';
import type { ImportAbout, ImportJob, ImportSubject } from '#schema/contracts/imports.ts';
import { columnOfHeading } from '#schema/contracts/unit-words.ts';
import { formatInstant } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { DateField } from '#web/ui/date-field.component.tsx';
import { FileField } from '#web/ui/file-field.component.tsx';
import { LoadFailed } from '#web/ui/state.component.tsx';
import { Callout } from '#web/ui/status.component.tsx';
import { TextArea } from '#web/ui/text-field.component.tsx';
import { readUnitNames, sendAndCheck } from './imports.queries.ts';
import { templateOf } from './templates.ts';
import { makeWorkbook, readPasted, readWorkbook, saveFile } from './workbook.driver.ts';
import type { SheetText } from './workbook.driver.ts';

type Chosen = { readonly fileName: string; readonly sheet: SheetText };

const Headings = (props: { subject: ImportSubject; chosen: Chosen }) => {
  const unknown = () =>
    props.chosen.sheet.headings.filter(
      (text) => text !== '' && columnOfHeading(props.subject, text) === null,
    );
  return (
    <div class="stack-tight">
      <p>
        {t('imports.chosen', {
          file: props.chosen.fileName,
          rows: props.chosen.sheet.rows.length,
          columns: props.chosen.sheet.headings.length - unknown().length,
        })}
      </p>
      <Show when={unknown().length > 0}>
        <Callout kind="warn" title={t('imports.unknown-headings')}>
          <ul>
            <For each={unknown()}>{(text) => <li>{text}</li>}</For>
          </ul>
        </Callout>
      </Show>
    </div>
  );
};

const saveTemplate = async (subject: ImportSubject) => {
  const units = subject === 'figures' ? await readUnitNames() : [];
  const workbook = await makeWorkbook(templateOf(subject, units));
  saveFile(workbook, `${t(`imports.template-${subject}`)}.xlsx`);
};

const Template = (props: { subject: ImportSubject }) => {
  const [isBusy, setBusy] = createSignal(false);
  const [failure, setFailure] = createSignal<unknown>();
  const save = async () => {
    setBusy(true);
    setFailure(undefined);
    await saveTemplate(props.subject).catch(setFailure);
    setBusy(false);
  };
  return (
    <>
      <div class="row">
        <Button busy={isBusy()} onClick={() => void save()}>
          {t('imports.template')}
        </Button>
      </div>
      <Show when={failure()}>
        <LoadFailed error={failure()} onRetry={() => void save()} />
      </Show>
    </>
  );
};

/** What was chosen: a file that could be read, or pasted rows. */
const createChoice = () => {
  const [chosen, setChosen] = createSignal<Chosen>();
  const [isUnread, setUnread] = createSignal(false);
  const choose = async ([file]: readonly File[]) => {
    if (!file) return;
    setUnread(false);
    try {
      setChosen({ fileName: file.name, sheet: await readWorkbook(file) });
    } catch {
      setChosen(undefined);
      setUnread(true);
    }
  };
  const paste = (text: string) => {
    if (text.trim() === '') return;
    setUnread(false);
    const fileName = t('imports.pasted', { time: formatInstant(Date.now()) });
    setChosen({ fileName, sheet: readPasted(text) });
  };
  return { chosen, isUnread, choose, paste };
};

/** Whose figures they are, and up to which day they count. */
export type FiguresWanted = { readonly about: ImportAbout; readonly dataOn: string };
type StartProps = {
  subject: ImportSubject;
  figures?: FiguresWanted | undefined;
  onChecked: (job: ImportJob) => void;
};

const Check = (props: StartProps & { chosen: Chosen }) => {
  const [effectiveOn, setEffectiveOn] = createSignal('');
  const [sent, setSent] = createSignal<number>();
  const [failure, setFailure] = createSignal<unknown>();
  const total = () => props.chosen.sheet.rows.length;
  const check = async () => {
    setFailure(undefined);
    setSent(0);
    try {
      const { subject, figures } = props;
      const day = figures?.dataOn ?? (effectiveOn() || undefined);
      const sending = { ...props.chosen, subject, effectiveOn: day, about: figures?.about };
      props.onChecked(await sendAndCheck(sending, setSent));
    } catch (error) {
      setFailure(error);
    } finally {
      setSent(undefined);
    }
  };
  return (
    <>
      <Headings subject={props.subject} chosen={props.chosen} />
      <Show when={props.subject === 'organizations'}>
        <DateField
          name="effectiveOn"
          label={t('imports.effective-on')}
          hint={t('imports.effective-on-hint')}
          value={effectiveOn()}
          onInput={setEffectiveOn}
        />
      </Show>
      <Show when={failure()}>
        <LoadFailed error={failure()} onRetry={() => void check()} />
      </Show>
      <div class="row">
        <Button
          kind="primary"
          busy={sent() !== undefined}
          disabled={total() === 0}
          onClick={() => void check()}
        >
          {t('imports.check')}
        </Button>
        <Show when={sent() !== undefined}>
          <span role="status">{t('imports.sending', { sent: sent() ?? 0, total: total() })}</span>
        </Show>
      </div>
    </>
  );
};

/** A file or what was pasted, the headings that were recognised, then the check. */
export const ImportStart = (props: StartProps) => {
  const choice = createChoice();
  return (
    <div class="stack form">
      <p>{t(`imports.words-${props.subject}`)}</p>
      <Template subject={props.subject} />
      <FileField
        name="file"
        label={t('imports.file')}
        hint={t('imports.file-hint')}
        accept=".xlsx"
        items={[]}
        onFiles={(files) => void choice.choose(files)}
      />
      <TextArea
        name="pasted"
        label={t('imports.paste')}
        hint={t('imports.paste-hint')}
        rows={3}
        value=""
        onCommit={choice.paste}
      />
      <Show when={choice.isUnread()}>
        <Callout kind="error" live title={t('imports.unread')}>
          {t('imports.unread-next')}
        </Callout>
      </Show>
      <Show when={choice.chosen()}>{(chosen) => <Check {...props} chosen={chosen()} />}</Show>
    </div>
  );
};
