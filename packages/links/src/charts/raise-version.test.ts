import { expect, test } from 'vitest';
import { raiseVersion } from './raise-version.ts';

test.each([
  ['1.2.3', 'patch', '1.2.4'],
  ['1.2.3', 'minor', '1.3.0'],
  ['v1.2.9', 'patch', 'v1.2.10'],
  ['104.1.2+up4.0.1', 'patch', '104.1.3+up4.0.1'],
  ['1.2.3-rc.1', 'patch', undefined],
  ['0.0.0', 'patch', undefined],
  ['1.2', 'patch', undefined],
  ['01.2.3', 'patch', undefined],
  ['{{ VERSION }}', 'minor', undefined],
  ['', 'minor', undefined],
] as const)('%s by a %s: %s', (version, step, raised) => {
  const result = raiseVersion(version, step);
  expect(result.ok ? result.version : undefined).toBe(raised);
});
