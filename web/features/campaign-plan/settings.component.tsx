import { For, Show, createSignal, untrack } from 'solid-js';
import type * as v from 'valibot';
import type { DictionarySchema } from '#schema/contracts/campaign/campaign.ts';
import { textIn } from '#schema/contracts/campaign/text.ts';
import type { DraftPart } from '#schema/contracts/campaigns.ts';
import { approvalRoles } from '#web/features/campaigns/blank-draft-form.component.tsx';
import { headOf, partsOf } from '#web/features/campaigns/draft-parts.ts';
import type { PartOf } from '#web/features/campaigns/draft-parts.ts';
import { PartEditorFrame } from '#web/features/campaigns/part-editor-frame.component.tsx';
import { createPartEditor } from '#web/features/campaigns/part-editor.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { TextField } from '#web/ui/text-field.component.tsx';
import { announce } from '#web/ui/toast.component.tsx';
import { ItemRows } from './item-rows.component.tsx';
import type { Column, Item } from './item-rows.component.tsx';
import { makeKey } from './new-key.ts';
import type { PartActs } from './part-acts.ts';
import { headLists, settingsForm } from './settings-form.ts';
import type { HeadList } from './settings-form.ts';
import { readList } from './task-form.ts';

type Dictionary = v.InferOutput<typeof DictionarySchema>;

const issuerKinds = ['party', 'administration', 'office', 'group'] as const;

const columnsOf = (name: HeadList, issuers: readonly Item[]): Column[] => {
  const title = { key: 'title', label: t('plan.item-title') };
  switch (name) {
    case 'approval':
      return [
        {
          key: 'role',
          label: t('campaigns.chain-role'),
          options: approvalRoles.map((value) => ({ value, label: t(`campaigns.chain-${value}`) })),
        },
        title,
      ];
    case 'issuers':
      return [
        title,
        {
          key: 'kind',
          label: t('plan.issuer-kind'),
          options: issuerKinds.map((value) => ({ value, label: t(`plan.issuer-${value}`) })),
        },
      ];
    case 'series':
      return [
        title,
        {
          key: 'issuer',
          label: t('plan.series-issuer'),
          options: issuers.map((each) => ({ value: each.key, label: String(each.title) })),
        },
        { key: 'prefix', label: t('plan.series-prefix') },
        {
          key: 'class',
          label: t('plan.series-class'),
          options: (['official', 'business'] as const).map((value) => ({
            value,
            label: t(`plan.series-${value}`),
          })),
        },
      ];
    case 'offices':
    case 'workstreams':
    case 'labels':
      return [title];
  }
};

const makeItem = (name: HeadList): Item => {
  const own = { key: makeKey(name === 'offices' ? 'office' : 'item'), title: '' };
  if (name === 'approval') return { ...own, key: makeKey('step'), role: 'countersigner' };
  if (name === 'issuers') return { ...own, kind: 'administration' };
  return name === 'series' ? { ...own, issuer: '', prefix: '', class: 'business' } : own;
};

/** The number of parts that name a key of a head's list. */
const usesOf = (acts: PartActs, name: HeadList, key: string): number => {
  const draft = acts.draft();
  if (name === 'offices') {
    const tasks = partsOf(draft, 'task').filter(({ body }) => body.to === key);
    return (
      tasks.length + partsOf(draft, 'register').filter(({ body }) => body.office === key).length
    );
  }
  const clauses = partsOf(draft, 'clause');
  if (name === 'workstreams') return clauses.filter(({ body }) => body.workstream === key).length;
  return name === 'labels' ? clauses.filter(({ body }) => body.labels?.includes(key)).length : 0;
};

const HeadSettings = (props: { acts: PartActs; head: PartOf<'head'>; onSaved: () => void }) => {
  const part = untrack(() => props.head);
  const draftId = untrack(() => props.acts.draft().id);
  const editor = createPartEditor<'head'>({
    draftId,
    part,
    form: settingsForm,
    onSaved: () => props.onSaved(),
  });
  const items = (name: HeadList) => readList<Item>(editor.valueOf(name));
  const keeps = (name: HeadList) => (key: string) => {
    const count = usesOf(props.acts, name, key);
    return count === 0 ? undefined : t('plan.item-used', { count });
  };
  return (
    <PartEditorFrame title={t('plan.settings')} editor={editor} onCancel={() => editor.reset()}>
      <For each={headLists}>
        {(name) => (
          <ItemRows
            name={name}
            title={t(`plan.list-${name}`)}
            columns={columnsOf(name, items('issuers'))}
            items={items(name)}
            least={name === 'approval' ? 2 : 0}
            keeps={keeps(name)}
            make={() => makeItem(name)}
            onChange={(next) => editor.set(name, next.length === 0 ? '' : JSON.stringify(next))}
          />
        )}
      </For>
    </PartEditorFrame>
  );
};

const DictionarySettings = (props: { acts: PartActs; part: DraftPart }) => {
  // The server stores no dictionary that its schema does not accept.
  const body = () => props.part.body as Dictionary;
  const [draft, setDraft] = createSignal<Dictionary>(untrack(body));
  const isChanged = () => JSON.stringify(draft()) !== JSON.stringify(body());
  const save = () => {
    const { kind, key, version } = props.part;
    void props.acts.change({ save: [{ kind, key, version, body: { ...draft() } }] });
  };
  const remove = () =>
    void props.acts.remove([{ kind: 'dictionary', key: props.part.key }], title());
  const title = () => textIn(draft().title, 'zh-CN').value;
  return (
    <section class="stack-tight plan-dictionary">
      <TextField
        name={`dictionary/${props.part.key}`}
        label={t('plan.dictionary-title')}
        value={title()}
        onInput={(next) => setDraft((before) => ({ ...before, title: next }))}
      />
      <ItemRows
        name={`entries/${props.part.key}`}
        title={t('plan.dictionary-entries')}
        columns={[{ key: 'label', label: t('plan.item-title') }]}
        items={draft().entries}
        make={() => ({ key: makeKey('item'), label: '' })}
        onChange={(entries) =>
          setDraft((before) => ({
            ...before,
            entries: entries as unknown as Dictionary['entries'],
          }))
        }
      />
      <div class="row">
        <Button small kind="primary" disabled={!isChanged()} onClick={save}>
          {t('campaigns.save-part')}
        </Button>
        <Button small kind="quiet" onClick={remove}>
          {t('plan.act-remove')}
        </Button>
      </div>
    </section>
  );
};

/** 机构与目录: everything that clauses and tasks choose from, in small tables. */
export const Settings = (props: { acts: PartActs; onChanged: () => void }) => {
  const saved = () => {
    announce(t('campaigns.part-saved'));
    props.onChanged();
  };
  const dictionaries = () => props.acts.draft().parts.filter(({ kind }) => kind === 'dictionary');
  const keys = () => dictionaries().map(({ key }) => key);
  const addDictionary = () =>
    void props.acts.add('dictionary', {
      title: t('plan.new-dictionary'),
      entries: [],
      source: { proposed: true, reason: t('plan.new-dictionary-reason') },
    });
  const head = () => headOf(props.acts.draft());
  return (
    <div class="stack">
      <Show when={head()?.version} keyed>
        {(_version) => (
          <Show when={untrack(head)}>
            {(part) => <HeadSettings acts={props.acts} head={part()} onSaved={saved} />}
          </Show>
        )}
      </Show>
      <h2 class="section-title">{t('plan.dictionaries')}</h2>
      <For each={keys()}>
        {(key) => (
          <Show when={dictionaries().find((part) => part.key === key)}>
            {(part) => <DictionarySettings acts={props.acts} part={part()} />}
          </Show>
        )}
      </For>
      <div class="row">
        <Button small onClick={addDictionary}>
          {t('plan.add-dictionary')}
        </Button>
      </div>
    </div>
  );
};
