import type { Dictionary } from './dictionary.ts';
import { acts } from './en/acts.ts';
import { kit } from './en/kit.ts';
import { shell } from './en/shell.ts';
import { signIn } from './en/sign-in.ts';

export const en: Dictionary = {
  acts,
  kit,
  shell,
  'sign-in': signIn,
};
