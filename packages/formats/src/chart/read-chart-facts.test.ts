import { expect, test } from 'vitest';
import { readChartFacts } from './read-chart-facts.ts';

test.each([
  ['', { dependencies: [] }],
  ['name: web\nversion: 1.0.0\n', { name: 'web', version: '1.0.0', dependencies: [] }],
  [
    'name: "web"\ndependencies:\n- name: redis\n  alias: cache\n- {name: common, repository: "@lab"}\n- version: 1\n-\n',
    {
      name: 'web',
      dependencies: [
        { name: 'redis', alias: 'cache' },
        { name: 'common', repository: '@lab' },
      ],
    },
  ],
  ['name: [a\ndependencies: none', { dependencies: [] }],
  ['- name: x', { dependencies: [] }],
])('%j', (text, facts) => expect(readChartFacts(text)).toEqual(facts));
