import { For, Show, createSignal } from 'solid-js';
import type { Draft } from '#schema/contracts/campaigns.ts';
import { createCommand } from '#web/shared/command.ts';
import { t } from '#web/shared/i18n.ts';
import type { ProblemError } from '#web/shared/problem.ts';
import { Button } from '#web/ui/button.component.tsx';
import { RadioGroup } from '#web/ui/choice-field.component.tsx';
import { Dialog } from '#web/ui/dialog.component.tsx';
import { FileField } from '#web/ui/file-field.component.tsx';
import { Callout } from '#web/ui/status.component.tsx';

type Props = { onImported: (draft: Draft) => void };
type Import = { file: string; carriesOut: boolean };

const limit = 4 * 1024 * 1024;
const isTooLarge = (file: File | undefined) => (file?.size ?? 0) > limit;

const readText = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () =>
      resolve(typeof reader.result === 'string' ? reader.result : ''),
    );
    reader.addEventListener('error', () => reject(reader.error ?? new Error(file.name)));
    reader.readAsText(file);
  });

const kinds = () => [
  { value: 'own', label: t('campaigns.import-own'), hint: t('campaigns.import-own-hint') },
  { value: 'upper', label: t('campaigns.import-upper'), hint: t('campaigns.import-upper-hint') },
];

const Refusal = (props: { problem: ProblemError }) => (
  <Callout kind="error" live title={props.problem.title}>
    <ul>
      <For each={props.problem.body.errors ?? []}>
        {(error) => (
          <li>
            {error.message} <code class="small">{error.path}</code>
          </li>
        )}
      </For>
    </ul>
  </Callout>
);

const PackField = (props: {
  file: File | undefined;
  onChoose: (file: File | undefined) => void;
}) => {
  const items = () => {
    const { file } = props;
    return file
      ? [{ id: file.name, name: file.name, bytes: file.size, state: 'done' as const }]
      : [];
  };
  return (
    <FileField
      name="pack"
      label={t('campaigns.pack')}
      hint={t('campaigns.pack-hint')}
      required
      accept=".json,application/json"
      items={items()}
      error={isTooLarge(props.file) ? t('campaigns.pack-too-large') : undefined}
      onFiles={([chosen]) => props.onChoose(chosen)}
      onRemove={() => props.onChoose(undefined)}
    />
  );
};

const ImportForm = (props: Props) => {
  const [file, setFile] = createSignal<File>();
  const [kind, setKind] = createSignal('own');
  const command = createCommand<Import, Draft>((body) => ({
    method: 'POST',
    path: '/api/campaigns/drafts/import',
    body,
  }));
  const send = async () => {
    const chosen = file();
    if (!chosen) return;
    const text = await readText(chosen);
    const answer = await command.attempt({ file: text, carriesOut: kind() === 'upper' });
    if (answer) props.onImported(answer.data);
  };
  return (
    <div class="stack">
      <Show when={command.problem()}>{(problem) => <Refusal problem={problem()} />}</Show>
      <RadioGroup
        name="kind"
        label={t('campaigns.import-kind')}
        required
        options={kinds()}
        value={kind()}
        onChange={setKind}
      />
      <PackField file={file()} onChoose={setFile} />
      <div class="row">
        <Button
          kind="primary"
          busy={command.isBusy()}
          disabled={file() === undefined || isTooLarge(file())}
          onClick={() => void send()}
        >
          {t('campaigns.act-import-draft')}
        </Button>
      </div>
    </div>
  );
};

/** 导入方案文件: the commission’s own, or a higher authority’s to be carried out; it becomes a draft. */
export const ImportPackButton = (props: Props) => {
  const [isOpen, setOpen] = createSignal(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('campaigns.act-import')}</Button>
      <Dialog open={isOpen()} title={t('campaigns.act-import')} onClose={() => setOpen(false)}>
        <ImportForm onImported={(draft) => props.onImported(draft)} />
      </Dialog>
    </>
  );
};
