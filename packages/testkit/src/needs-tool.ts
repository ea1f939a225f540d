import { describe } from 'vitest';
import { testTool, type TestTool } from './test-tool.ts';

/** `describe` for tests that call a program of others; where it is missing they are skipped, and it is said. */
export function needsTool(
  name: TestTool,
  find: (name: TestTool) => string | undefined = testTool,
): typeof describe | typeof describe.skip {
  if (find(name)) return describe;
  console.warn(`skipped: ${name} is not installed (npm run test-tools)`);
  return describe.skip;
}
