import type { acts as zh } from '../zh-CN/acts.ts';

export const acts: Record<keyof typeof zh, string> = {
  save: 'Save',
  cancel: 'Cancel',
  close: 'Close',
  back: 'Back',
  confirm: 'Confirm',
  edit: 'Change',
  remove: 'Remove',
  retry: 'Try again',
  search: 'Find',
  all: 'All',
  yes: 'Yes',
  no: 'No',
  none: 'None',
  reason: 'Reason',
  separator: ', ',
  'not-applicable': 'Not applicable',
};
