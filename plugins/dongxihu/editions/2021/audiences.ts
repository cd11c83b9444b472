import { anyOf, departments, institutions } from '#plugins/sdk/define.ts';
import type { OrganizationKind } from '#schema/contracts/campaign/audience.ts';

/** 局属: under the bureau itself. */
const owned = { under: 'supervision' as const };
const centres: OrganizationKind[] = ['township-health-centre', 'community-health-centre'];

/** 局机关各科室; the office that receives the filings is one of them. */
export const bureauDepartments = departments();
/** 局属各单位: hospitals, 街道（镇）卫生院, public health, and associations such as 红十字会. */
export const bureauUnits = institutions({
  ...owned,
  kinds: ['hospital', ...centres, 'public-health', 'other'],
});
/** 局机关各科室、局属各单位 */
export const everyone = anyOf(bureauDepartments, bureauUnits);
export const medicalInstitutions = institutions({ ...owned, kinds: ['hospital', ...centres] });
export const upperHospitals = institutions({
  ...owned,
  kinds: ['hospital'],
  levels: ['tertiary', 'secondary'],
});
export const largeHospitals = institutions({ ...owned, kinds: ['hospital'], levels: ['tertiary'] });
export const secondaryHospitals = institutions({
  ...owned,
  kinds: ['hospital'],
  levels: ['secondary'],
});
