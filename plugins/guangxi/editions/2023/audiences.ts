import { anyOf, bureaus, institutions } from '#plugins/sdk/define.ts';

/** 各级卫生健康主管部门: 县（市、区）以上 */
export const authorities = bureaus();
/** 二级及以上医疗机构 */
export const upperHospitals = institutions({
  kinds: ['hospital'],
  levels: ['tertiary', 'secondary'],
});
export const largeHospitals = institutions({ kinds: ['hospital'], levels: ['tertiary'] });
/** 各级医疗机构 with accounts of their own; for clinics the bureau files. */
export const medicalInstitutions = institutions({
  kinds: ['hospital', 'township-health-centre', 'community-health-centre'],
});
/** The medical institutions below level two. */
export const smallerInstitutions = anyOf(
  institutions({ kinds: ['hospital'], levels: ['primary', 'ungraded'] }),
  institutions({ kinds: ['township-health-centre', 'community-health-centre'] }),
);
/** Everyone among the medical institutions but the tertiary hospitals. */
export const allButLarge = anyOf(
  institutions({ kinds: ['hospital'], levels: ['secondary'] }),
  smallerInstitutions,
);
/** 医疗卫生机构: the same, and public health. */
export const healthUnits = anyOf(medicalInstitutions, institutions({ kinds: ['public-health'] }));
/** 各级卫生健康主管部门和医疗卫生机构 */
export const everyUnit = anyOf(authorities, healthUnits);
