import { Show, createSignal } from 'solid-js';
import type { HandoverPost } from '#schema/contracts/handovers.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Select } from '#web/ui/choice-field.component.tsx';
import { DateField } from '#web/ui/date-field.component.tsx';
import { Refusal } from '#web/ui/refusal.component.tsx';
import { Empty, QueryView } from '#web/ui/state.component.tsx';
import { TextArea, TextField } from '#web/ui/text-field.component.tsx';
import { announce } from '#web/ui/toast.component.tsx';
import {
  createHandoverOpening,
  useHandoverPosts,
  useHandoversChanged,
} from './handovers.queries.ts';

const postLabel = ({ role, organization, username, post }: HandoverPost): string =>
  t('handovers.post-label', {
    unit: organization?.name ?? t('organizations.superior-self'),
    role: t(`accounts.role-${role}`),
    post,
    username,
  });

const createAsking = (posts: () => readonly HandoverPost[], onDone: () => void) => {
  const [grantId, setGrantId] = createSignal('');
  const [toId, setToId] = createSignal('');
  const [on, setOn] = createSignal('');
  const [note, setNote] = createSignal('');
  const [reason, setReason] = createSignal('');
  const open = createHandoverOpening();
  const changed = useHandoversChanged();
  const chosen = () => posts().find((post) => post.grantId === grantId());
  const isReady = () =>
    chosen() !== undefined && toId() !== '' && on() !== '' && reason().trim().length >= 2;
  const choose = (id: string) => {
    setGrantId(id);
    setToId('');
  };
  const submit = async () => {
    const words = note().trim() === '' ? {} : { note: note().trim() };
    const about = { grantId: grantId(), toId: toId(), on: on(), reason: reason().trim() };
    if (!(await open.attempt({ ...about, ...words }))) return;
    announce(t('handovers.opened'), 'done');
    onDone();
    await changed();
  };
  return {
    grantId,
    choose,
    toId,
    setToId,
    on,
    setOn,
    note,
    setNote,
    reason,
    setReason,
    open,
    chosen,
    isReady,
    submit,
  };
};
type Asking = ReturnType<typeof createAsking>;

const Parties = (props: { posts: readonly HandoverPost[]; asking: Asking }) => {
  const successors = () =>
    (props.asking.chosen()?.candidates ?? []).map(({ id, username, post }) => ({
      value: id,
      label: `${post}（${username}）`,
    }));
  return (
    <>
      <Select
        name="grantId"
        label={t('handovers.post')}
        required
        options={props.posts.map((post) => ({ value: post.grantId, label: postLabel(post) }))}
        value={props.asking.grantId()}
        onChange={props.asking.choose}
      />
      <Show when={props.asking.chosen()}>
        <Show when={successors().length > 0} fallback={<p>{t('handovers.nobody')}</p>}>
          <Select
            name="toId"
            label={t('handovers.successor')}
            hint={t('handovers.successor-hint')}
            required
            options={successors()}
            value={props.asking.toId()}
            onChange={props.asking.setToId}
          />
        </Show>
      </Show>
    </>
  );
};

const Ask = (props: { posts: readonly HandoverPost[]; onDone: () => void }) => {
  const asking = createAsking(
    () => props.posts,
    () => props.onDone(),
  );
  return (
    <div class="stack">
      <p>{t('handovers.open-words')}</p>
      <Refusal problem={asking.open.problem()} withFields />
      <Parties posts={props.posts} asking={asking} />
      <DateField
        name="on"
        label={t('handovers.on')}
        hint={t('handovers.on-hint')}
        required
        value={asking.on()}
        onInput={asking.setOn}
      />
      <TextArea
        name="note"
        label={t('handovers.note')}
        hint={t('handovers.note-hint')}
        rows={3}
        limit={1000}
        value={asking.note()}
        onInput={asking.setNote}
      />
      <TextField
        name="reason"
        label={t('accounts.reason')}
        required
        maxLength={200}
        value={asking.reason()}
        onInput={asking.setReason}
      />
      <div class="row">
        <Button
          kind="primary"
          busy={asking.open.isBusy()}
          disabled={!asking.isReady()}
          onClick={() => void asking.submit()}
        >
          {t('handovers.open')}
        </Button>
      </div>
    </div>
  );
};

/** 提出交接: which post, to whom, from which day, with a word to who follows. */
export const OpenHandover = (props: { personId: string | undefined; onDone: () => void }) => {
  const posts = useHandoverPosts(() => props.personId);
  return (
    <QueryView query={posts}>
      {(found) => (
        <Show
          when={found().items.length > 0}
          fallback={<Empty title={t('handovers.no-post')} next={t('handovers.no-post-next')} />}
        >
          <Ask posts={found().items} onDone={() => props.onDone()} />
        </Show>
      )}
    </QueryView>
  );
};
