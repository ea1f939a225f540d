import { describe, expect, it } from 'vitest';
import { folderWith, pod, runIn } from './run-in.ts';

const files = {
  'a.yaml': pod('k8s.gcr.io/pause:3.1', 'nginx:1.27'),
  'b/pod.yaml': pod('k8s.gcr.io/pause:3.1'),
  Dockerfile: 'FROM alpine:3.20\n',
};

describe('images', () => {
  it('lists each image once, the most used first, with what became of it', async () => {
    const { code, stdout } = await runIn(folderWith(files), ['images']);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      / 2 {2}k8s\.gcr\.io\/pause:3\.1\n +→ registry\.k8s\.io\/pause:3\.1 \(safe\)\n +a\.yaml:8/,
    );
    expect(stdout).toMatch(/3 files searched: 3 images in 4 places, 1 of them retired\n$/);
  });

  it('is one image a line when plain', async () => {
    const { stdout } = await runIn(folderWith(files), ['images', '--format=plain']);
    expect(stdout).toBe('k8s.gcr.io/pause:3.1\nalpine:3.20\nnginx:1.27\n');
  });

  it('tells all in JSON', async () => {
    const { stdout } = await runIn(folderWith(files), ['images', '--format=json']);
    expect(JSON.parse(stdout)).toMatchObject({
      version: 1,
      summary: { files: 3, images: 3, references: 4, retired: 1, problems: 0 },
      images: [
        { image: 'k8s.gcr.io/pause:3.1', count: 2, retired: true, new: 'registry.k8s.io/pause:3.1' },
        {
          image: 'alpine:3.20',
          count: 1,
          retired: false,
          places: [{ file: 'Dockerfile', line: 1, column: 6 }],
        },
        { image: 'nginx:1.27' },
      ],
    });
  });
});
