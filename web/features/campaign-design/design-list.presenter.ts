import type { ChangeParts, Draft } from '#schema/contracts/campaigns.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { headOf, partsOf } from '../campaigns/draft-parts.ts';
import type { PartOf } from '../campaigns/draft-parts.ts';
import type { DesignKind } from './design-parts.ts';

const is = <K extends DesignKind>(part: PartOf<DesignKind>, kind: K): PartOf<K> | undefined =>
  part.kind === kind ? (part as PartOf<K>) : undefined;

/** 12项 · 5个环节、6个步骤、2个时限 · 满分100分. */
export const designFacts = (part: PartOf<DesignKind>): string => {
  const form = is(part, 'form');
  if (form) return t('design.facts-form', { fields: form.body.fields.length });
  const register = is(part, 'register');
  if (register) {
    const { workflow, clocks } = register.body;
    return workflow === undefined
      ? t('design.facts-register-plain')
      : t('design.facts-register', {
          states: workflow.states.length,
          steps: workflow.transitions.length,
          clocks: clocks?.length ?? 0,
        });
  }
  const card = is(part, 'scorecard');
  if (card) return t('design.facts-scorecard', { points: card.body.points });
  const indicator = is(part, 'indicator');
  return indicator ? localText(indicator.body.definition) : '';
};

/** What of the draft still speaks of a part: it will be left without. */
export const usersOf = (
  draft: Pick<Draft, 'parts'>,
  { kind, key }: Pick<PartOf<DesignKind>, 'kind' | 'key'>,
): string[] => {
  const own = (title: Parameters<typeof localText>[0]) => localText(title);
  const indicators = partsOf(draft, 'indicator').filter(({ body: { measure } }) =>
    kind === 'form'
      ? measure.kind === 'answers' && measure.form === key
      : kind === 'register' && measure.kind === 'register' && measure.register === key,
  );
  const registers = partsOf(draft, 'register').filter(({ body }) =>
    kind === 'form'
      ? body.form === key
      : kind === 'register' &&
        body.key !== key &&
        (body.links ?? []).some(({ register }) => register === key),
  );
  const shared =
    kind === 'indicator'
      ? (headOf(draft)?.body.crosswalk ?? []).filter(({ indicator }) => indicator === key)
      : [];
  const tasks = partsOf(draft, 'task').filter(({ body }) => kind === 'form' && body.form === key);
  return [
    ...tasks.map(({ body }) => t('design.used-by-task', { name: own(body.title) })),
    ...registers.map(({ body }) => t('design.used-by-register', { name: own(body.title) })),
    ...indicators.map(({ body }) => t('design.used-by-indicator', { name: own(body.title) })),
    ...(shared.length === 0 ? [] : [t('design.used-by-crosswalk', { count: shared.length })]),
  ];
};

/** An indicator leaves together with its rows of the crosswalk, which stand in the head. */
export const removalOf = (draft: Pick<Draft, 'parts'>, part: PartOf<DesignKind>): ChangeParts => {
  const { kind, key, version } = part;
  const head = headOf(draft);
  const crosswalk = head?.body.crosswalk.filter(({ indicator }) => indicator !== key);
  const isNamed = kind === 'indicator' && crosswalk?.length !== head?.body.crosswalk.length;
  return {
    remove: [{ kind, key, version }],
    ...(head &&
      isNamed && {
        save: [
          {
            kind: 'head',
            key: head.key,
            version: head.version,
            body: { ...head.body, crosswalk },
          },
        ],
      }),
  };
};

/** The page on which a new part begins as another one is. */
export const copyHref = (draft: Pick<Draft, 'id'>, kind: DesignKind, key: string): string =>
  `${designHref(draft, kind, 'new')}?copy=${encodeURIComponent(key)}`;

/** The page on which a part is designed; `new` adds one. */
export const designHref = (draft: Pick<Draft, 'id'>, kind: DesignKind, key: string): string =>
  `/campaigns/drafts/${draft.id}/design/${kind}/${key}`;
