import { expect, test } from 'vitest';
import { overrideAdvice } from './override-advice.ts';

const value = 'registry.k8s.io/x';

test.each([
  [[{ keys: ['redis'], path: 'image.repository', value }], `set redis.image.repository to ${value}`],
  [[{ keys: ['a', 'b.c'], path: 'image', value }], `set a.image to ${value} and b.c.image to ${value}`],
  [
    [
      { keys: ['redis'], path: 'registry', value: 'registry.k8s.io' },
      { keys: ['redis'], path: 'repository', value: 'x' },
    ],
    'set redis.registry to registry.k8s.io and redis.repository to x',
  ],
  [[{ keys: ['redis'], path: '["a.b"].image', value }], `set redis["a.b"].image to ${value}`],
  [[{ keys: ['redis'], path: 'global.image', value }], `set global.image to ${value}`],
  [[{ keys: ['redis'], path: 'globals', value }], `set redis.globals to ${value}`],
])('%j', (values, advice) => {
  expect(overrideAdvice(values)).toBe(`${advice} in values.yaml of the parent chart`);
});

test('nothing to set, or nothing that can be set alone', () => {
  expect(overrideAdvice([])).toBeUndefined();
  expect(overrideAdvice([{ keys: ['redis'], path: 'list[0].image', value }])).toBeUndefined();
});
