import type { Opinion } from '#schema/contracts/review-opinions.ts';
import type { StoredOpinion } from './opinions.repository.ts';

type Reader = { readonly personId: string };

/** Who is asked answers; what was asked on paper is registered by who asked. */
export function mayAnswer(opinion: StoredOpinion, reader: Reader): boolean {
  if (opinion.state !== 'asked') return false;
  const { askedOf, askedBy } = opinion;
  return (askedOf ?? askedBy) === reader.personId;
}

export function mayWithdraw({ state, askedBy }: StoredOpinion, reader: Reader): boolean {
  return state === 'asked' && askedBy === reader.personId;
}

/** Whether somebody has still to answer about what was filed last. */
export function isAwaited(
  { state, revision }: Pick<StoredOpinion, 'state' | 'revision'>,
  newest: number,
): boolean {
  return state === 'asked' && revision === newest;
}

/**
 * An opinion as this reader may see it. What a second reviewer says is for who asked and who
 * answered: a difference between two colleagues is nobody else's figure.
 */
export function toOpinion(row: StoredOpinion, reader: Reader): Opinion {
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
