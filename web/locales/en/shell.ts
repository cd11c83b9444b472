import type { shell as zh } from '../zh-CN/shell.ts';

export const shell: Record<keyof typeof zh, string> = {
  'skip-to-content': 'Skip to content',
  navigation: 'Main sections',
  account: 'Account',
  'sign-out': 'Sign out',
  feedback: 'Comments and suggestions',
  'other-language': '中文',
  secrecy:
    'This is not a classified system. Entering, storing or transmitting state secrets is forbidden.',
  sponsor: 'Sponsored by {name}',
  'site-id': 'Site number {id}',
  phone: 'Telephone {phone}',
  offline: 'No network. You can go on; entries stay on this computer and are saved afterwards.',
  unsaved: '{count} changes are kept on this computer and not saved yet; retrying.',
  refused: '{count} changes were not accepted. Open the filing to see why.',
  'idle-title': 'You are about to be signed out',
  'idle-words':
    'There has been no activity for a while. You will be signed out in {minutes} minutes. What you entered is kept on this computer.',
  'idle-stay': 'Stay signed in',
  'page-missing-title': 'No such page',
  'page-missing-words':
    'The address may be incomplete, or the page is gone. Use the sections above.',
  'page-broken-title': 'This page could not be shown',
  'page-broken-words': 'Please reload. What you entered is kept on this computer.',
  reload: 'Reload',
  'not-served-title': 'No authority is served at this address',
  'not-served-words': 'Check the address, or ask the colleague who gave it to you.',
  'nav-tasks': 'My tasks',
  'nav-overview': 'The year',
  'nav-comparability': 'Comparability',
  'nav-tenants': 'Regions',
  'console-title': 'Conduct campaign console',
  'oversight-title': 'Regions compared',
  'oversight-organ': 'Higher authority',
  'platform-title': 'Platform operations',
  'platform-organ': 'Qingfeng',
};
