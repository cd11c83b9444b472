import { anyOf, bureaus, institutions } from '#plugins/sdk/define.ts';

/** 各级卫生健康行政部门 */
export const authorities = bureaus();
export const hospitals = institutions({ kinds: ['hospital'] });
/** 大型医院 */
export const largeHospitals = institutions({ kinds: ['hospital'], levels: ['tertiary'] });
export const upperHospitals = institutions({
  kinds: ['hospital'],
  levels: ['tertiary', 'secondary'],
});
/** 各级医疗机构 with accounts of their own; for clinics the bureau files. */
export const medicalInstitutions = institutions({
  kinds: ['hospital', 'township-health-centre', 'community-health-centre'],
});
export const publicHealthUnits = institutions({ kinds: ['public-health'] });
/** 各级卫生健康行政部门和医疗卫生单位 */
export const everyUnit = anyOf(authorities, medicalInstitutions, publicHealthUnits);
/** Units with few complaints of their own, asked half as often as the large ones. */
export const smallerUnits = anyOf(
  institutions({ kinds: ['hospital'], levels: ['secondary', 'primary', 'ungraded'] }),
  institutions({ kinds: ['township-health-centre', 'community-health-centre'] }),
  publicHealthUnits,
);
