import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import { filingClauseKinds } from '#schema/contracts/campaign/clause.ts';
import { t } from '#web/shared/i18n.ts';
import type { DesignBodies, DesignKind } from './design-parts.ts';
import { listOf } from './design-parts.ts';
import { newIndicator } from './indicators/indicator-shape.ts';
import { freeKey } from './part-keys.ts';
import { newRegister } from './registers/workflow-edit.ts';
import { newScorecard } from './scorecards/score-edit.ts';
import { chinese } from './texts.ts';

/** A principle or a basis asks for nothing: the first clause that may. */
const askingClause = ({ clauses }: Campaign): string =>
  (clauses.find(({ kind }) => filingClauseKinds.includes(kind)) ?? clauses[0])?.key ?? '';

/** A register whose entries name others of their own kind goes on to do so. */
const naming = (body: DesignBodies[DesignKind], key: string) =>
  'links' in body && body.links !== undefined
    ? {
        links: body.links.map((link) =>
          link.register === body.key ? { ...link, register: key } : link,
        ),
      }
    : {};

/** The same part under a key and a name of its own, to be made different in its editor. */
export const copyBody = <K extends DesignKind>(
  kind: K,
  body: DesignBodies[K],
  campaign: Campaign,
): DesignBodies[K] => {
  const key = freeKey(
    kind,
    campaign[listOf(kind)].map((each) => each.key),
  );
  const title = t('design.copy-title', { name: chinese(body.title) });
  return { ...body, ...naming(body, key), key, title };
};

/** An empty part, sound as far as an empty one can be, for its editor to fill. */
export const newBody = (kind: DesignKind, campaign: Campaign): DesignBodies[DesignKind] => {
  const key = freeKey(
    kind,
    campaign[listOf(kind)].map((each) => each.key),
  );
  const title = t(`editors.new-${kind}`);
  const reason = t('editors.source-default');
  switch (kind) {
    case 'form':
      return {
        key,
        title,
        fields: [{ kind: 'text', key: 'field-1', label: t('editors.new-field') }],
      };
    case 'register':
      return newRegister(key, askingClause(campaign), {
        title,
        noun: t('editors.new-noun'),
        reason,
        open: t('editors.new-state-open'),
        closed: t('editors.new-state-closed'),
        close: t('editors.new-step-close'),
      });
    case 'indicator':
      return newIndicator(key, { title, definition: t('editors.new-definition'), reason });
    case 'scorecard':
      return newScorecard(key, {
        title,
        item: t('editors.new-item'),
        noun: t('editors.new-event'),
        reason,
      });
  }
};
