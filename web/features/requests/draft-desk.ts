import { createEffect, createSignal, untrack } from 'solid-js';
import type { RequestDetail } from '#schema/contracts/request-overview.ts';
import type { RequestDraft, RequestMoved } from '#schema/contracts/requests.ts';
import { api } from '#web/shared/client.ts';
import { createAutosave } from './autosave.ts';
import { takeParts, toContent, toFields } from './draft-fields.presenter.ts';
import type { DraftFields } from './draft-fields.presenter.ts';
import { readRequest, requestPath, seen } from './requests.queries.ts';

/** A request being drafted: the page as it is written, kept part by part as it becomes right. */
export const createDraftDesk = (detail: () => RequestDetail) => {
  const { summary, content } = untrack(detail);
  const [fields, setFields] = createSignal<DraftFields>(toFields(content));
  const saving = createAutosave<RequestDraft>({
    initial: { value: toContent(toFields(content)), version: summary.version },
    send: async (value, version) => {
      const moved = await api.send<RequestMoved>({
        method: 'PUT',
        path: requestPath(summary.id),
        ifMatch: seen(version),
        body: { content: value },
      });
      return moved.data.version;
    },
    read: async () => {
      const now = await readRequest(summary.id);
      return { value: now.content, version: now.summary.version };
    },
    onMerged: (merged, parts) => setFields((before) => takeParts(before, merged, parts)),
  });
  createEffect(() => {
    const now = detail();
    untrack(() => saving.adopt({ value: now.content, version: now.summary.version }));
  });
  const write = (change: Partial<DraftFields>) => {
    setFields((before) => ({ ...before, ...change }));
    saving.put(toContent(fields()));
  };
  return { detail, fields, write, saving };
};

export type DraftDesk = ReturnType<typeof createDraftDesk>;
