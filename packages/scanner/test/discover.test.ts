import { expect, test } from 'vitest';
import { tree } from './tree.ts';
import { found } from './found.ts';

test('finds matches in a folder', async () => {
  const cwd = tree({
    'a.yaml': 'image: k8s.gcr.io/pause',
    'b/c.yaml': 'image: K8S.GCR.IO/pause',
    'd.txt': 'nothing',
  });
  expect(await found({ cwd })).toEqual({ candidates: ['a.yaml', 'b/c.yaml'], filesScanned: 3, problems: [] });
});
