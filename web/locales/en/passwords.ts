import type { passwords as zh } from '../zh-CN/passwords.ts';

export const passwords: Record<keyof typeof zh, string> = {
  title: 'Change password',
  'must-change': 'You signed in with a one-time password. Choose a new one before you go on.',
  current: 'Present password',
  next: 'New password',
  again: 'New password once more',
  hint: 'At least 10 characters; no unit names, user names, years or common passwords',
  elsewhere: 'Your sessions on other computers end with the change.',
  submit: 'Change password',
  changed: 'The password is changed',
  'current-missing': 'Enter your present password',
  'too-short': 'The new password needs at least 10 characters',
  'not-same': 'The two new passwords differ',
  'leave-title': 'Something is not saved yet',
  'leave-words':
    '{count} changes have not reached the server. If you leave now they stay on this computer, encrypted, and are saved only when you sign in here again; no other computer has them.',
  'leave-anyway': 'Sign out anyway',
};
