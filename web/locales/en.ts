import type { Dictionary } from './dictionary.ts';
import { acts } from './en/acts.ts';
import { evidence } from './en/evidence.ts';
import { forms } from './en/forms.ts';
import { kit } from './en/kit.ts';
import { shell } from './en/shell.ts';
import { signIn } from './en/sign-in.ts';
import { submissions } from './en/submissions.ts';

export const en: Dictionary = {
  acts,
  evidence,
  forms,
  kit,
  shell,
  'sign-in': signIn,
  submissions,
};
