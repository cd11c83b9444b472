import { For, createEffect, createSignal, untrack } from 'solid-js';
import type { BulletinDetail, BulletinHead, BulletinMoved } from '#schema/contracts/bulletins.ts';
import { SaveNote } from '#web/features/requests/autosave-note.component.tsx';
import { createAutosave } from '#web/features/requests/autosave.ts';
import { api } from '#web/shared/client.ts';
import { t } from '#web/shared/i18n.ts';
import { TextArea, TextField } from '#web/ui/text-field.component.tsx';
import { bulletinPath, readBulletin, seen, useBulletinsChanged } from './bulletins.queries.ts';

type Words = Record<keyof BulletinHead, string>;

const toWords = (head: BulletinHead): Words => ({
  ...head,
  attachments: head.attachments.join('\n'),
});
const toHead = (words: Words): BulletinHead => ({
  ...words,
  attachments: words.attachments
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== ''),
});

const fields = ['to', 'issuer', 'copyTo', 'printedBy'] as const;

const createHeadDesk = (props: { detail: BulletinDetail }) => {
  const changed = useBulletinsChanged();
  const { summary, head } = untrack(() => props.detail);
  const [words, setWords] = createSignal(toWords(head));
  const saving = createAutosave<BulletinHead>({
    initial: { value: head, version: summary.version },
    send: async (value, version) => {
      const path = `${bulletinPath(summary.id)}/head`;
      const body = { head: value };
      const request = { method: 'PUT' as const, path, ifMatch: seen(version), body };
      const moved = await api.send<BulletinMoved>(request);
      void changed();
      return moved.data.version;
    },
    read: async () => {
      const now = await readBulletin(summary.id);
      return { value: now.head, version: now.summary.version };
    },
    onMerged: (merged) => setWords(toWords(merged)),
  });
  createEffect(() => {
    const now = props.detail;
    untrack(() => saving.adopt({ value: now.head, version: now.summary.version }));
  });
  const write = (change: Partial<Words>) => {
    setWords((before) => ({ ...before, ...change }));
    saving.put(toHead(words()));
  };
  return { words, write, saving };
};

/** 标题、主送机关、署名、附件、抄送: saved as they are written. */
export const HeadFields = (props: { detail: BulletinDetail }) => {
  const { words, write, saving } = createHeadDesk(props);
  return (
    <div class="stack bulletin-part" id="part-head">
      <TextField
        name="title"
        label={t('bulletins.paper-title')}
        required
        value={words().title}
        onInput={(title) => write({ title })}
      />
      <div class="bulletin-pair">
        <For each={fields}>
          {(field) => (
            <TextField
              name={field}
              label={t(`bulletins.head-${field}`)}
              value={words()[field]}
              onInput={(value) => write({ [field]: value })}
            />
          )}
        </For>
      </div>
      <TextArea
        name="attachments"
        label={t('bulletins.head-attachments')}
        rows={2}
        value={words().attachments}
        onInput={(attachments) => write({ attachments })}
      />
      <p class="small soft">
        <SaveNote
          state={saving.state()}
          savedAt={saving.savedAt()}
          trouble={saving.problem()?.title}
        />
      </p>
    </div>
  );
};
