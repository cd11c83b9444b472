import { accounts } from './zh-CN/accounts.ts';
import { acts } from './zh-CN/acts.ts';
import { audit } from './zh-CN/audit.ts';
import { bulletins } from './zh-CN/bulletins.ts';
import { campaigns } from './zh-CN/campaigns.ts';
import { consoleWords } from './zh-CN/console.ts';
import { design } from './zh-CN/design.ts';
import { desk } from './zh-CN/desk.ts';
import { evidence } from './zh-CN/evidence.ts';
import { figures } from './zh-CN/figures.ts';
import { forms } from './zh-CN/forms.ts';
import { kit } from './zh-CN/kit.ts';
import { organizations } from './zh-CN/organizations.ts';
import { papers } from './zh-CN/papers.ts';
import { parts } from './zh-CN/parts.ts';
import { passwords } from './zh-CN/passwords.ts';
import { petitions } from './zh-CN/petitions.ts';
import { previews } from './zh-CN/previews.ts';
import { proposals } from './zh-CN/proposals.ts';
import { registers } from './zh-CN/registers.ts';
import { reminders } from './zh-CN/reminders.ts';
import { requests } from './zh-CN/requests.ts';
import { reviews } from './zh-CN/reviews.ts';
import { rollUp } from './zh-CN/roll-up.ts';
import { scoring } from './zh-CN/scoring.ts';
import { shell } from './zh-CN/shell.ts';
import { signIn } from './zh-CN/sign-in.ts';
import { snapshots } from './zh-CN/snapshots.ts';
import { submissions } from './zh-CN/submissions.ts';

export const zhCN = {
  accounts,
  acts,
  audit,
  bulletins,
  campaigns,
  console: consoleWords,
  desk,
  design,
  evidence,
  figures,
  forms,
  kit,
  organizations,
  papers,
  parts,
  passwords,
  petitions,
  previews,
  proposals,
  registers,
  reminders,
  requests,
  reviews,
  rollup: rollUp,
  scoring,
  shell,
  'sign-in': signIn,
  snapshots,
  submissions,
};
