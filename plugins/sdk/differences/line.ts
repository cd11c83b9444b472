import type { CampaignPartKind } from '#schema/contracts/campaign/campaign.ts';

/** One line of the 修订说明. */
export type CampaignDifference = {
  change: 'added' | 'removed' | 'changed' | 'moved';
  part: CampaignPartKind;
  key: string;
  /** `tasks` are named by part and key; the property or field that changed follows. */
  path: string;
  message: { zh: string; en: string };
};

/** What a line speaks of, and where it stands. */
export type Subject = {
  part: CampaignPartKind;
  key: string;
  path: string;
  zh: string;
  en: string;
};

export function line(
  subject: Subject,
  change: CampaignDifference['change'],
  [zh, en]: readonly [string, string],
  place?: string,
): CampaignDifference {
  const path = place === undefined ? subject.path : `${subject.path}/${place}`;
  return { change, part: subject.part, key: subject.key, path, message: { zh, en } };
}
