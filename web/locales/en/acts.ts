import type { acts as zh } from '../zh-CN/acts.ts';

export const acts: Record<keyof typeof zh, string> = {
  cancel: 'Cancel',
  close: 'Close',
  edit: 'Change',
  remove: 'Remove',
  retry: 'Try again',
};
