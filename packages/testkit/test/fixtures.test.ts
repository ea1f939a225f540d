import { describe, it } from 'vitest';
import { checkCase, laws, listCases, readCase, updateCase } from '../src/index.ts';

const cases = listCases();
const update = process.env['UPDATE'] === '1';

describe.each(cases.map((fixture) => [fixture.id, fixture] as const))('%s', (_id, fixture) => {
  it('is judged and fixed as its files say', () => {
    if (update) updateCase(fixture);
    checkCase(fixture);
  });

  it.each(laws.map((law) => [law.id, law] as const))('law: %s', (_name, law) => {
    law.check(readCase(fixture));
  });
});
