/** Units stand elsewhere in a relation's tree than before: `{ units }` counts them. */
export const UNITS_MOVED = 'organization.moved';
