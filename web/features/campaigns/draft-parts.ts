import type { CampaignHead } from '#plugins/sdk/parts.ts';
import type { CampaignPartKind } from '#schema/contracts/campaign/campaign.ts';
import type { Clause } from '#schema/contracts/campaign/clause.ts';
import type { Phase } from '#schema/contracts/campaign/dates.ts';
import type { Form } from '#schema/contracts/campaign/form.ts';
import type { Indicator } from '#schema/contracts/campaign/indicator.ts';
import type { Register } from '#schema/contracts/campaign/register.ts';
import type { Scorecard } from '#schema/contracts/campaign/scorecard.ts';
import type { Task } from '#schema/contracts/campaign/task.ts';
import type { Draft, DraftPart } from '#schema/contracts/campaigns.ts';

type Bodies = {
  head: CampaignHead;
  clause: Clause;
  phase: Phase;
  task: Task;
  form: Form;
  register: Register;
  indicator: Indicator;
  scorecard: Scorecard;
};
export type BodyKind = keyof Bodies;
export type PartOf<K extends BodyKind> = Omit<DraftPart, 'body' | 'kind'> & {
  kind: K;
  body: Bodies[K];
};

/** The server stores no body that the schema of its kind does not accept, so the kind tells its type. */
const typed = <K extends BodyKind>(part: DraftPart): PartOf<K> => part as PartOf<K>;

export const partsOf = <K extends BodyKind>(draft: Pick<Draft, 'parts'>, kind: K): PartOf<K>[] =>
  draft.parts
    .filter((part) => part.kind === kind)
    .map((part) => typed<K>(part))
    .sort((left, right) => left.position - right.position);

export const headOf = (draft: Pick<Draft, 'parts'>): PartOf<'head'> | undefined =>
  partsOf(draft, 'head')[0];

/** Where a part stands on the page. */
export const placeOf = (kind: CampaignPartKind, key: string): string =>
  kind === 'head' ? 'part-head' : `part-${kind}-${key}`;
