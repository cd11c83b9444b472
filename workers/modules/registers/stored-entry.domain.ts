import type { ClockReading } from '#plugins/sdk/clocks/moments.ts';
import type { RecheckResult } from '#plugins/sdk/registers/entry.ts';
import type { Answers } from '#schema/contracts/submissions.ts';

type StoredSource = { channel: string; number?: string | undefined };
type StoredTie = { link: string; entry: string };

/** An entry as it is kept: what it says, and what lists and totals look at, in columns. */
export type StoredEntry = {
  id: string;
  registerKey: string;
  number: number;
  campaignId: string;
  versionHash: string;
  organizationId: string;
  organizationOrder: number;
  supervisionPath: string;
  territoryPath: string;
  state: string;
  ends: 'closed' | 'merged' | 'void' | null;
  longTerm: boolean;
  embargoed: boolean;
  answers: Answers;
  responsible: string;
  sources: StoredSource[];
  ties: StoredTie[];
  clocks: ClockReading[];
  acceptedOn: string | null;
  verifiedOn: string | null;
  repliedOn: string | null;
  rectifiedOn: string | null;
  closedOn: string | null;
  doneOn: string | null;
  dueOn: string | null;
  openDueOn: string | null;
  verificationDueOn: string | null;
  replyDueOn: string | null;
  mustVerify: boolean;
  mustReply: boolean;
  masterRow: string | null;
  parentId: string | null;
  mergedInto: string | null;
  recheck: RecheckResult | null;
  recordedBy: string | null;
  recordedOn: string;
  version: number;
  createdAt: number;
  updatedAt: number;
  awaiting: 'unit' | 'office' | 'organ' | null;
};
/** What a change of an entry may set. */
export type EntryUpdate = Partial<Omit<StoredEntry, 'id' | 'version' | 'number' | 'registerKey'>>;
