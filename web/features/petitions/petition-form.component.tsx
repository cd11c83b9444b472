import { createEffect, createSignal, untrack } from 'solid-js';
import type {
  PetitionContent,
  PetitionDetail,
  PetitionMoved,
} from '#schema/contracts/petitions.ts';
import { EvidenceField } from '#web/features/evidence/evidence-field.component.tsx';
import { createEvidenceShelf } from '#web/features/evidence/shelf.ts';
import { SaveNote } from '#web/features/requests/autosave-note.component.tsx';
import { createAutosave } from '#web/features/requests/autosave.ts';
import { api } from '#web/shared/client.ts';
import { t } from '#web/shared/i18n.ts';
import { SecrecyNotice } from '#web/ui/status.component.tsx';
import { TextArea, TextField } from '#web/ui/text-field.component.tsx';
import { petitionPath, readPetition, seen, usePetitionsChanged } from './petitions.queries.ts';

const createFormDesk = (props: { detail: PetitionDetail }) => {
  const changed = usePetitionsChanged();
  const { summary, content } = untrack(() => props.detail);
  const [words, setWords] = createSignal<PetitionContent>(content);
  const saving = createAutosave<PetitionContent>({
    initial: { value: content, version: summary.version },
    send: async (value, version) => {
      const moved = await api.send<PetitionMoved>({
        method: 'PUT',
        path: petitionPath(summary.id),
        ifMatch: seen(version),
        body: { content: value },
      });
      void changed();
      return moved.data.version;
    },
    read: async () => {
      const now = await readPetition(summary.id);
      return { value: now.content, version: now.summary.version };
    },
    onMerged: (merged) => setWords(() => merged),
  });
  createEffect(() => {
    const now = props.detail;
    untrack(() => saving.adopt({ value: now.content, version: now.summary.version }));
  });
  const write = (change: Partial<PetitionContent>) => {
    setWords((before) => ({ ...before, ...change }));
    saving.put(words());
  };
  return { words, write, saving };
};

/** The text of a petition, saved as it is written. */
export const PetitionForm = (props: { detail: PetitionDetail }) => {
  const { words, write, saving } = createFormDesk(props);
  const shelf = createEvidenceShelf(() => props.detail.files);
  return (
    <div class="stack form">
      <SecrecyNotice />
      <TextField
        name="title"
        label={t('petitions.paper-title')}
        required
        value={words().title}
        onInput={(title) => write({ title })}
      />
      <TextArea
        name="text"
        label={t('petitions.text')}
        hint={t(`petitions.hint-${props.detail.summary.kind}`)}
        required
        rows={12}
        value={words().text}
        onInput={(text) => write({ text })}
      />
      <EvidenceField
        name="evidence"
        label={t('petitions.files')}
        shelf={shelf}
        ids={words().evidence}
        maxFiles={20}
        onChange={(evidence) => write({ evidence })}
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
