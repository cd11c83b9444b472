import type { signIn as zh } from '../zh-CN/sign-in.ts';

export const signIn: Record<keyof typeof zh, string> = {
  title: 'Sign in',
  username: 'User name',
  password: 'Password',
  submit: 'Sign in',
  'name-missing': 'Enter your user name',
  'password-missing': 'Enter your password',
  wrong: 'User name or password is wrong. Check capitals and the input method, then try again.',
  locked:
    'Too many wrong attempts, the account is locked for its protection. Try again in {minutes} minutes or ask your system administrator.',
  'locked-unknown':
    'Too many wrong attempts, the account is locked for its protection. Try again later or ask your system administrator.',
  'demo-title': 'This is a demonstration',
  'demo-words':
    'Demo accounts have no second factor and all data is made up. Do not enter real institutions, persons or patients.',
  'ended-title': 'Please sign in again',
  'ended-words':
    'The session has ended. What you had not filed yet is kept on this computer and will be saved after you sign in.',
  'first-title': 'First sign-in',
  'first-words':
    'Name and one-time password are filled in. Sign in, then choose a password of your own.',
  forgotten:
    'Password forgotten or account closed? Ask the sponsor’s security administrator to reset it.',
};
