import { controlCast, tenantCast } from './testing/cast.fixtures.ts';
import { describePermissionBattery } from './testing/permission-battery.suite.ts';
import { oversightSamples, platformSamples, tenantSamples } from './testing/samples.fixtures.ts';

describePermissionBattery({ kind: 'tenant', cast: tenantCast, samples: tenantSamples });
describePermissionBattery({ kind: 'oversight', cast: controlCast, samples: oversightSamples });
describePermissionBattery({ kind: 'platform', cast: controlCast, samples: platformSamples });
