import { acts } from './zh-CN/acts.ts';
import { evidence } from './zh-CN/evidence.ts';
import { forms } from './zh-CN/forms.ts';
import { kit } from './zh-CN/kit.ts';
import { shell } from './zh-CN/shell.ts';
import { signIn } from './zh-CN/sign-in.ts';
import { submissions } from './zh-CN/submissions.ts';

export const zhCN = {
  acts,
  evidence,
  forms,
  kit,
  shell,
  'sign-in': signIn,
  submissions,
};
