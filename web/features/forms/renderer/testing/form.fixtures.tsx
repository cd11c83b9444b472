import { render } from '@solidjs/testing-library';
import { QueryClientProvider } from '@tanstack/solid-query';
import { createSignal } from 'solid-js';
import type { Answers } from '#plugins/sdk/forms/answers.ts';
import { applyChanges } from '#plugins/sdk/forms/drafts.ts';
import type { Form } from '#schema/contracts/campaign/form.ts';
import type { Evidence } from '#schema/contracts/evidence.ts';
import { createEvidenceShelf } from '#web/features/evidence/shelf.ts';
import type { SendFile } from '#web/features/evidence/upload.driver.ts';
import { createQueryClient } from '#web/shared/query-client.ts';
import { FormFields } from '../form-fields.component.tsx';
import { createFormModel } from '../form-model.ts';
import type { Change, FormHost, FormModel } from '../form-model.ts';

export const formOf = (fields: Form['fields'], checks: Form['checks'] = []): Form => ({
  key: 'sample',
  title: '样表',
  fields,
  checks,
});

export const scan: Evidence = {
  id: `evd_${'0'.repeat(26)}`,
  organizationId: null,
  name: '扫描件.pdf',
  format: 'pdf',
  bytes: 2048,
  sha256: 'ab'.repeat(32),
  state: 'received',
  uploadedAt: 0,
};

type Given = Partial<Pick<FormHost, 'previous' | 'isMended' | 'restored'>> & {
  answers?: Answers;
  send?: SendFile;
};

/** A form on the screen whose changes are kept in a list, and saved when the test says so. */
export const showForm = (form: Form, given: Given = {}) => {
  const kept: Change[] = [];
  const [saved, setSaved] = createSignal<Answers>(given.answers ?? {});
  const [waiting, setWaiting] = createSignal<readonly string[]>([]);
  let model: FormModel | undefined;
  const Host = () => {
    const own = createFormModel({
      form,
      saved,
      restored: given.restored ?? [],
      keep: (change) => {
        kept.push(change);
        setWaiting((before) => [...before, change.path]);
      },
      isKept: (path) => waiting().includes(path),
      shelf: createEvidenceShelf(() => [scan], given.send),
      previous: given.previous,
      isMended: given.isMended,
    });
    model = own;
    return <FormFields model={own} />;
  };
  const view = render(() => (
    <QueryClientProvider client={createQueryClient()}>
      <Host />
    </QueryClientProvider>
  ));
  return {
    ...view,
    kept,
    model: () => {
      if (!model) throw new Error('the form was not drawn');
      return model;
    },
    /** The server has everything that was kept, and what somebody else changed. */
    arrive: (others: readonly Change[] = []) => {
      const state = { answers: saved(), revisions: {} };
      setWaiting([]);
      setSaved(applyChanges(applyChanges(state, kept), others).answers);
    },
  };
};
