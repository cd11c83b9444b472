import { allOf, anyOf, bureaus, institutions, not } from '#plugins/sdk/define.ts';
import type { Audience } from '#schema/contracts/campaign/audience.ts';

const underCommission: Audience = { relation: 'supervision', to: 'tenant' };

/** 各区市（开发区）卫生健康行政部门 */
export const authorities = bureaus();
/** 各级各类医疗机构 with accounts of their own; for clinics the bureau files. */
export const medicalInstitutions = institutions({
  kinds: ['hospital', 'township-health-centre', 'community-health-centre'],
});
export const upperHospitals = institutions({
  kinds: ['hospital'],
  levels: ['tertiary', 'secondary'],
});
export const largeHospitals = institutions({ kinds: ['hospital'], levels: ['tertiary'] });
/** Everyone among the medical institutions but the hospitals of level two and above. */
export const smallerInstitutions = anyOf(
  institutions({ kinds: ['hospital'], levels: ['primary', 'ungraded'] }),
  institutions({ kinds: ['township-health-centre', 'community-health-centre'] }),
);
const publicHealthUnits = institutions({ kinds: ['public-health'] });
const healthUnits = anyOf(medicalInstitutions, publicHealthUnits);
/** 各级卫生健康行政部门和各级各类医疗卫生机构 */
export const everyUnit = anyOf(authorities, healthUnits);
/** 委直各医疗卫生单位 */
export const directUnits = allOf(healthUnits, underCommission);
/** 委直各医疗机构 */
export const directMedicalInstitutions = allOf(medicalInstitutions, underCommission);
/** Units below the districts, which file their plan with their own bureau. */
export const indirectUnits = allOf(healthUnits, not(underCommission));
