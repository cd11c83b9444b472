/**
 * Owns the units of a tenant: their official order, relations, paths and dated facts; and the
 * grants: which person holds which role over which unit, and from which units to keep away.
 */
export { createAccountsRoutes } from './accounts.routes.ts';
export { findSuccessor, listJudges } from './judges.repository.ts';
export type { Judge } from './judges.repository.ts';
export { createHandoversRoutes } from './handovers.routes.ts';
export { readBookVersion } from './acts.repository.ts';
export { CellReader } from './import-cells.domain.ts';
export type { BoxEnv, ImportRules, ImportingContext, Taking } from './import-subject.ts';
export type { StoredImport, StoredImportRow } from './imports.repository.ts';
export { createImportRoutes } from './imports.routes.ts';
export { createUnitFinder } from './named-unit.domain.ts';
export { createInvitationsRoutes, createInvitedRoutes } from './invitations.routes.ts';
export { createMeRoutes } from './me.routes.ts';
export type { OpenWorkReader, PersonalWorkReader } from './open-work.ts';
export { aboutPhone } from './invitations.domain.ts';
export {
  LIAISON_WANTED,
  LiaisonWantedSchema,
  PERSON_JOINED,
  POST_HANDED_OVER,
  PersonJoinedSchema,
  PostHandedOverSchema,
  UNITS_MOVED,
  UNIT_ENDED,
  UnitEndedSchema,
  endingReason,
} from './organizations.events.ts';
export type { PostHandedOver, UnitEnded } from './organizations.events.ts';
export {
  findOrganization,
  findOrganizations,
  readBookOf,
  readOrganizationBook,
} from './organizations.repository.ts';
export { kindOn, nameOn, wasBureauOn } from './past-unit.repository.ts';
export { createOrganizationsRoutes } from './organizations.routes.ts';
export { rangeCondition, recordsInRange, unitRangeCondition } from './range.repository.ts';
export { permissionsOf } from './roles.ts';
export { giveGrants } from './usecases/give-grants.ts';
export type { GrantDraft } from './usecases/give-grants.ts';
export { UnitBook } from './unit-book.domain.ts';
export { checkImport } from './usecases/check-import.ts';
export { importOrganizations } from './usecases/import-organizations.ts';
export { recusePerson } from './usecases/recuse-person.ts';
export { settleHandovers } from './usecases/settle-handovers.ts';
export { settleEndings } from './usecases/settle-endings.ts';
export { addImportRows, openImport } from './usecases/receive-import.ts';
export { advanceImport, takeImport } from './usecases/take-import.ts';
export { showImport } from './usecases/show-import.ts';
export { tendImports } from './usecases/tend-imports.ts';
export { followDates } from './usecases/refresh-paths.ts';
