import type { CampaignPartKind } from '#schema/contracts/campaign/campaign.ts';
import { readSession, writeSession } from '#web/features/campaign-plan/session-store.ts';
import type { Values } from './values-merge.ts';

/** A part that is not in the draft yet: what it begins with, and behind what it will stand. */
export type Fresh = { readonly body: object; readonly after?: string | null | undefined };
export type Editing = {
  readonly kind: CampaignPartKind;
  readonly key: string;
  readonly fresh?: Fresh | undefined;
};

/** What was typed into the open form and not saved: it outlives a reload of the page. */
type KeptEdit = Editing & { readonly before: Values; readonly values: Values };

const nameOf = (draftId: string) => `edit.${draftId}`;

export const readKept = (draftId: string): KeptEdit | undefined => readSession(nameOf(draftId));
export const keepEdit = (draftId: string, edit: KeptEdit): void =>
  writeSession(nameOf(draftId), edit);
export const forgetEdit = (draftId: string): void => writeSession(nameOf(draftId), undefined);
