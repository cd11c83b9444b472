import type { Opinion, OpinionKind, OpinionView } from '#schema/contracts/review-opinions.ts';

/** An opinion on record: who was asked what, and what came back. */
export type OpinionRecord = {
  readonly id: string;
  readonly submissionId: string;
  readonly revision: number;
  readonly kind: OpinionKind;
  readonly office: string;
  readonly askedOf: string | null;
  readonly askedPost: string | null;
  readonly question: string;
  readonly askedBy: string;
  readonly askedByPost: string;
  readonly askedAt: number;
  readonly state: Opinion['state'];
  readonly view: OpinionView | null;
  readonly words: string | null;
  readonly ownView: 'pass' | 'mend' | null;
  readonly ownWords: string | null;
  readonly answeredBy: string | null;
  readonly answeredByPost: string | null;
  readonly answeredAt: number | null;
  readonly signedOn: string | null;
  readonly version: number;
};

type Reader = { readonly personId: string };

/** Who is asked answers; what was asked on paper is registered by who asked. */
export function mayAnswer(opinion: OpinionRecord, reader: Reader): boolean {
  if (opinion.state !== 'asked') return false;
  const { askedOf, askedBy } = opinion;
  return (askedOf ?? askedBy) === reader.personId;
}

export function mayWithdraw({ state, askedBy }: OpinionRecord, reader: Reader): boolean {
  return state === 'asked' && askedBy === reader.personId;
}

/** Whether somebody has still to answer about what was filed last. */
export function isAwaited(
  { state, revision }: Pick<OpinionRecord, 'state' | 'revision'>,
  newest: number,
): boolean {
  return state === 'asked' && revision === newest;
}

/**
 * An opinion as this reader may see it. What a second reviewer says is for who asked and who
 * answered: a difference between two colleagues is nobody else's figure.
 */
export function toOpinion(row: OpinionRecord, reader: Reader): Opinion {
  const isParty = [row.askedBy, row.askedOf, row.answeredBy].includes(reader.personId);
  const isOpen = row.kind === 'office' || isParty;
  return {
    id: row.id,
    submissionId: row.submissionId,
    revision: row.revision,
    kind: row.kind,
    office: row.office,
    ...(row.askedPost === null ? {} : { askedPost: row.askedPost }),
    question: row.question,
    askedByPost: row.askedByPost,
    askedAt: row.askedAt,
    state: row.state,
    ...(isOpen && row.view !== null ? { view: row.view } : {}),
    ...(isOpen && row.words !== null ? { words: row.words } : {}),
    ...(row.answeredByPost === null ? {} : { answeredByPost: row.answeredByPost }),
    ...(row.answeredAt === null ? {} : { answeredAt: row.answeredAt }),
    ...(row.signedOn === null ? {} : { signedOn: row.signedOn }),
    mayAnswer: mayAnswer(row, reader),
    mayWithdraw: mayWithdraw(row, reader),
    version: row.version,
  };
}
