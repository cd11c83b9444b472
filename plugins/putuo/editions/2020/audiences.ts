import { institutions } from '#plugins/sdk/define.ts';
import type { OrganizationKind } from '#schema/contracts/campaign/audience.ts';

/** 区属: under the district commission itself, wherever the house stands. */
const owned = { under: 'supervision' as const };
const centres: OrganizationKind[] = ['community-health-centre', 'township-health-centre'];

/** 区属各医疗机构, the district's public-health institutions among them. */
export const districtUnits = institutions({
  ...owned,
  kinds: ['hospital', ...centres, 'public-health'],
});
export const medicalInstitutions = institutions({ ...owned, kinds: ['hospital', ...centres] });
export const upperHospitals = institutions({
  ...owned,
  kinds: ['hospital'],
  levels: ['tertiary', 'secondary'],
});
export const largeHospitals = institutions({ ...owned, kinds: ['hospital'], levels: ['tertiary'] });
/** Everyone but the hospitals of level two and above, asked half as often. */
export const smallerUnits = {
  all: [districtUnits, { not: upperHospitals }],
};
