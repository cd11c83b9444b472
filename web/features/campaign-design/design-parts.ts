import { assembleCampaign } from '#plugins/sdk/parts.ts';
import type { CampaignPart } from '#plugins/sdk/parts.ts';
import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { Form } from '#schema/contracts/campaign/form.ts';
import type { Indicator } from '#schema/contracts/campaign/indicator.ts';
import type { Register } from '#schema/contracts/campaign/register.ts';
import type { Scorecard } from '#schema/contracts/campaign/scorecard.ts';
import type { Draft } from '#schema/contracts/campaigns.ts';

/** What is designed in an editor of its own: 报表, 台账, 指标, 考评细则. */
export type DesignBodies = {
  form: Form;
  register: Register;
  indicator: Indicator;
  scorecard: Scorecard;
};
export type DesignKind = keyof DesignBodies;
export const designKinds = ['form', 'register', 'indicator', 'scorecard'] as const;

export const isDesignKind = (kind: string): kind is DesignKind =>
  designKinds.some((each) => each === kind);

const lists = {
  form: 'forms',
  register: 'registers',
  indicator: 'indicators',
  scorecard: 'scorecards',
} as const satisfies Record<DesignKind, keyof Campaign>;

export const listOf = (kind: DesignKind): (typeof lists)[DesignKind] => lists[kind];

/** The draft as one campaign; the server checked every body by the schema of its kind. */
export const campaignOf = (draft: Pick<Draft, 'parts'>): Campaign =>
  assembleCampaign(draft.parts as readonly CampaignPart[]);

/** The campaign as it would be with one part as it stands in its editor. */
export const campaignWith = <K extends DesignKind>(
  campaign: Campaign,
  kind: K,
  body: DesignBodies[K],
): Campaign => {
  const list: readonly { key: string }[] = campaign[lists[kind]];
  const isKnown = list.some(({ key }) => key === body.key);
  const after = isKnown
    ? list.map((each) => (each.key === body.key ? body : each))
    : [...list, body];
  return { ...campaign, [lists[kind]]: after };
};
