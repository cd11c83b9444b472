import type { Permission, Permissions } from '#web/shared/permissions.ts';

const acts: readonly Permission[] = [
  'campaigns.draft',
  'campaigns.check',
  'campaigns.countersign',
  'campaigns.sign',
  'campaigns.publish',
];

/** Drafts are the commission's own; posts under it have nothing to do with them. */
export const mayWorkOnDrafts = (permissions: Permissions): boolean =>
  acts.some((act) => permissions.can(act, {}));
