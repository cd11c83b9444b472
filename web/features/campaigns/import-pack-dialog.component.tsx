import { For, Show, createSignal } from 'solid-js';
import type { Draft } from '#schema/contracts/campaigns.ts';
import { createCommand } from '#web/shared/command.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { RadioGroup } from '#web/ui/choice-field.component.tsx';
import { Dialog } from '#web/ui/dialog.component.tsx';
import { FileField } from '#web/ui/file-field.component.tsx';
import { Callout } from '#web/ui/status.component.tsx';

type Props = {
  open: boolean;
  onClose: () => void;
  onImported: (draft: Draft) => void;
};
type Import = { file: string; carriesOut: boolean };

const limit = 4 * 1024 * 1024;

const readText = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(String(reader.result)));
    reader.addEventListener('error', () => reject(reader.error ?? new Error(file.name)));
    reader.readAsText(file);
  });

const ImportForm = (props: Props) => {
  const [file, setFile] = createSignal<File>();
  const [kind, setKind] = createSignal('own');
  const command = createCommand<Import, Draft>((body) => ({
    method: 'POST',
    path: '/api/campaigns/drafts/import',
    body,
  }));
  const isTooLarge = () => (file()?.size ?? 0) > limit;
  const items = () => {
    const chosen = file();
    return chosen
      ? [{ id: chosen.name, name: chosen.name, bytes: chosen.size, state: 'done' as const }]
      : [];
  };
  const send = async () => {
    const chosen = file();
    if (!chosen) return;
    const answer = await command.attempt({
      file: await readText(chosen),
      carriesOut: kind() === 'upper',
    });
    if (answer) props.onImported(answer.data);
  };
  return (
    <div class="stack">
      <Show when={command.problem()}>
        {(problem) => (
          <Callout kind="error" live title={problem().title}>
            <ul>
              <For each={problem().body.errors ?? []}>
                {(error) => (
                  <li>
                    {error.message} <code class="small">{error.path}</code>
                  </li>
                )}
              </For>
            </ul>
          </Callout>
        )}
      </Show>
      <RadioGroup
        name="kind"
        label={t('campaigns.import-kind')}
        required
        options={[
          {
            value: 'own',
            label: t('campaigns.import-own'),
            hint: t('campaigns.import-own-hint'),
          },
          {
            value: 'upper',
            label: t('campaigns.import-upper'),
            hint: t('campaigns.import-upper-hint'),
          },
        ]}
        value={kind()}
        onChange={setKind}
      />
      <FileField
        name="pack"
        label={t('campaigns.pack')}
        hint={t('campaigns.pack-hint')}
        required
        accept=".json,application/json"
        items={items()}
        error={isTooLarge() ? t('campaigns.pack-too-large') : undefined}
        onFiles={([chosen]) => setFile(chosen)}
        onRemove={() => setFile(undefined)}
      />
      <div class="row">
        <Button
          kind="primary"
          busy={command.isBusy()}
          disabled={file() === undefined || isTooLarge()}
          onClick={() => void send()}
        >
          {t('campaigns.act-import-draft')}
        </Button>
      </div>
    </div>
  );
};

/** 导入方案文件: the commission’s own, or a higher authority’s to be carried out; it becomes a draft. */
export const ImportPackDialog = (props: Props) => (
  <Dialog open={props.open} title={t('campaigns.act-import')} onClose={() => props.onClose()}>
    <ImportForm {...props} />
  </Dialog>
);
