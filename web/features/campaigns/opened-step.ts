import type { Draft } from '#schema/contracts/campaigns.ts';
import type { Permission } from '#web/shared/permissions.ts';
import type { IssueStepKey } from './issue-steps.presenter.ts';

export type Opened = 'burden' | 'submit' | 'approval' | 'issue' | 'publish';
export type MayDo = (permission: Permission) => boolean;

/** What a step of the bar opens for this person as the draft stands; the checks are on the page. */
export const openedBy = (
  key: Exclude<IssueStepKey, 'checks' | 'preview'>,
  state: Draft['state'],
  may: MayDo,
): Opened => {
  if (key === 'burden') return 'burden';
  if (key === 'submit') {
    return state === 'drafting' && may('campaigns.draft') ? 'submit' : 'approval';
  }
  const isSigned = state === 'signed';
  if (key === 'issue' && isSigned && may('campaigns.draft')) return 'issue';
  if (key === 'publish' && isSigned && may('campaigns.publish')) return 'publish';
  return 'approval';
};
