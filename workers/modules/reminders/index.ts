/**
 * Owns how people are reminded: what waits for each, one digest a person and day, 催办 of a unit at
 * most once a working day, the weekly list to the authority above, the channels by which messages
 * leave, and the addresses they go to.
 */
export {
  onBulletinSent,
  onBulletinTold,
  onPetitionAnswered,
  onPetitionFiled,
} from './handlers/papers.ts';
export { onLiaisonWanted, onPersonJoined } from './handlers/joined.ts';
export {
  onMessageDue,
  onRequestIssued,
  onRequestTold,
  onReviewersDiffer,
  onSubmissionReturned,
  onUnitUrged,
} from './handlers/told.ts';
export type { Messaging } from './reminders-env.ts';
export { createRemindersRoutes } from './reminders.routes.ts';
export { sendDigests } from './usecases/send-digests.ts';
export { sendWeeklyLists } from './usecases/send-weekly.ts';
