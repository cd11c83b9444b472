import { acts } from './zh-CN/acts.ts';
import { kit } from './zh-CN/kit.ts';
import { shell } from './zh-CN/shell.ts';
import { signIn } from './zh-CN/sign-in.ts';

export const zhCN = {
  acts,
  kit,
  shell,
  'sign-in': signIn,
};
