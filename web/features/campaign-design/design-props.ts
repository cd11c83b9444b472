import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { PartOf } from '../campaigns/draft-parts.ts';
import type { DesignBodies, DesignKind } from './design-parts.ts';

/** An editor of one part is opened once over what it saw; another part is another editor. */
export type DesignProps<K extends DesignKind> = {
  readonly draftId: string;
  readonly body: DesignBodies[K];
  /** The version that was seen; none where the part is new. */
  readonly version: number | undefined;
  /** The whole draft, for what a part refers to. */
  readonly campaign: Campaign;
  /** What stands in no list, such as the crosswalk, with the version that was seen. */
  readonly head: PartOf<'head'> | undefined;
  /** While the draft is being signed it can be looked at, not changed. */
  readonly mayEdit: boolean;
  readonly onSaved: (key: string) => void;
  readonly onCancel: () => void;
};
