import { Show } from 'solid-js';
import { outlineMoves, stepInOutline } from '#plugins/sdk/drafting/outline.ts';
import type { OutlinePlace } from '#plugins/sdk/drafting/outline.ts';
import type { DraftPart } from '#schema/contracts/campaigns.ts';
import { partsOf } from '#web/features/campaigns/draft-parts.ts';
import type { Editing } from '#web/features/campaigns/kept-edits.ts';
import { t } from '#web/shared/i18n.ts';
import { nameOf } from './hanging.ts';
import { Menu } from './menu.component.tsx';
import type { MenuItem } from './menu.component.tsx';
import {
  asFilingClause,
  newClause,
  newForm,
  newIndicator,
  newPhase,
  newRegister,
  newTask,
} from './new-bodies.ts';
import { moveClause } from './outline-acts.ts';
import { usePartActs } from './part-acts.ts';
import type { PartActs } from './part-acts.ts';
import type { Address } from './part-changes.ts';

type MenuHooks = {
  readonly onEdit: (target: Editing) => void;
  readonly onRemove: (address: Address) => void;
};

const places: readonly OutlinePlace[] = ['before', 'after', 'inside'];

const clauseItems = (acts: PartActs, key: string, { onEdit }: MenuHooks): MenuItem[] => {
  const draft = acts.draft();
  const nodes = partsOf(draft, 'clause').map(({ body }) => body);
  return [
    ...places.map((place) => ({
      key: place,
      label: t(`plan.add-clause-${place}`),
      run: () => {
        const { body, after } = newClause(acts.draft(), { target: key, place });
        onEdit({ kind: 'clause', key: body.key, fresh: { body, after } });
      },
    })),
    ...outlineMoves.map((move) => ({
      key: move,
      label: t(`plan.move-${move}`),
      isDisabled: stepInOutline(nodes, key, move) === undefined,
      run: () => void moveClause(acts, key, move),
    })),
  ];
};

/** What takes a form and a title of its own first, is put in at once and opened. */
const addAtOnce = async (
  acts: PartActs,
  kind: Exclude<DraftPart['kind'], 'head'>,
  body: { key: string },
  onEdit: MenuHooks['onEdit'],
) => {
  const key = await acts.add(kind, { ...body });
  if (key !== undefined) onEdit({ kind, key });
};

const addItems = (acts: PartActs, key: string, { onEdit }: MenuHooks): MenuItem[] => {
  const fresh = (kind: 'task' | 'phase', body: { key: string }) =>
    onEdit({ kind, key: body.key, fresh: { body } });
  /** A principle carries nothing: it becomes work in the same act. */
  const hang = async (kind: 'register' | 'indicator', body: { key: string }) => {
    const clause = partsOf(acts.draft(), 'clause').find((part) => part.key === key);
    const work = clause && asFilingClause(clause.body);
    const save =
      clause && work ? [{ kind: 'clause' as const, key, version: clause.version, body: work }] : [];
    if (await acts.change({ add: [{ kind, body: { ...body } }], save })) {
      onEdit({ kind, key: body.key });
    }
  };
  return [
    {
      key: 'task',
      label: t('plan.add-task'),
      run: () => fresh('task', newTask(acts.draft(), key)),
    },
    {
      key: 'phase',
      label: t('plan.add-phase'),
      run: () => fresh('phase', newPhase(acts.draft(), key)),
    },
    {
      key: 'form',
      label: t('plan.add-form'),
      run: () => void addAtOnce(acts, 'form', newForm(t('plan.new-form')), onEdit),
    },
    {
      key: 'register',
      label: t('plan.add-register'),
      run: () => void hang('register', newRegister(acts.draft(), key)),
    },
    {
      key: 'indicator',
      label: t('plan.add-indicator'),
      run: () => void hang('indicator', newIndicator(key)),
    },
  ];
};

/** ＋ and 更多 of one part; nothing where the draft is only read. */
export const PartMenu = (props: { address: Address; hooks: MenuHooks }) => {
  const held = usePartActs();
  const isClause = () => props.address.kind === 'clause';
  const items = (acts: PartActs): MenuItem[] => [
    ...(isClause() ? clauseItems(acts, props.address.key, props.hooks) : []),
    {
      key: 'remove',
      label: t('plan.act-remove'),
      run: () => props.hooks.onRemove(props.address),
    },
  ];
  return (
    <Show when={held}>
      {(acts) => (
        <>
          <Show when={isClause()}>
            <Menu
              label={t('plan.menu-add')}
              about={nameOf(acts().draft(), props.address)}
              items={addItems(acts(), props.address.key, props.hooks)}
            />
          </Show>
          <Menu
            label={t('plan.menu-more')}
            about={nameOf(acts().draft(), props.address)}
            items={items(acts())}
          />
        </>
      )}
    </Show>
  );
};
