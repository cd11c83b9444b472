import type { Dictionary } from './dictionary.ts';
import { accounts } from './en/accounts.ts';
import { acts } from './en/acts.ts';
import { audit } from './en/audit.ts';
import { bulletins } from './en/bulletins.ts';
import { campaigns } from './en/campaigns.ts';
import { consoleWords } from './en/console.ts';
import { design } from './en/design.ts';
import { desk } from './en/desk.ts';
import { evidence } from './en/evidence.ts';
import { figures } from './en/figures.ts';
import { forms } from './en/forms.ts';
import { kit } from './en/kit.ts';
import { organizations } from './en/organizations.ts';
import { papers } from './en/papers.ts';
import { parts } from './en/parts.ts';
import { passwords } from './en/passwords.ts';
import { petitions } from './en/petitions.ts';
import { previews } from './en/previews.ts';
import { proposals } from './en/proposals.ts';
import { registers } from './en/registers.ts';
import { reminders } from './en/reminders.ts';
import { requests } from './en/requests.ts';
import { reviews } from './en/reviews.ts';
import { rollUp } from './en/roll-up.ts';
import { scoring } from './en/scoring.ts';
import { shell } from './en/shell.ts';
import { signIn } from './en/sign-in.ts';
import { snapshots } from './en/snapshots.ts';
import { submissions } from './en/submissions.ts';

export const en: Dictionary = {
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
