import { expect, it } from 'vitest';
import { loadReporter, reporterIds } from '../src/index.ts';

/** Texts of the length that is looked at, made to have a pattern try everything. */
const slow = [
  'a: warning a/b '.repeat(4300),
  'a:1:1: warning a/b x ['.repeat(3000),
  `${': a b '.repeat(10_000)}${' -> '.repeat(1000)}`,
  `::error ${',title='.repeat(9000)}`,
  `[\n{"description":"${'","check_name":"a","fingerprint":"'.repeat(1900)}`,
  `<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n  <file >\n    <error ${' source="'.repeat(7000)}`,
  `<!doctype html>\n<html lang="en">\n<head>\n${'<meta >\n'.repeat(8000)}`,
  `x\n\n${' '.repeat(60_000)}`,
  `x\n\n ${'1'.repeat(60_000)}`,
];

it.each(reporterIds)('%s knows its own texts in no time, whatever a text is made of', async (id) => {
  const reporter = (await loadReporter(id))!;
  const begin = performance.now();
  expect(slow.filter((text) => reporter.wrote(text))).toEqual([]);
  expect(performance.now() - begin).toBeLessThan(500);
});
