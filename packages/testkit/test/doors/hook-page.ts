import { readFileSync } from 'node:fs';

const page = readFileSync(new URL('../../../../docs/pre-commit.md', import.meta.url), 'utf8');
const published = 'https://github.com/regmigrate/regmigrate';

/** What stands in the blocks of a section of docs/pre-commit.md, in order, with this repository for the published one. */
export function blocksOf(section: string, repository: string): readonly string[] {
  const [, text = ''] = page.split(`## ${section}\n`);
  const [own = ''] = text.split('\n## ');
  const blocks = [...own.matchAll(/^```(?:sh|yaml|json)\n([^]*?)^```$/gm)].map(([, body = '']) => body);
  if (blocks.length === 0) throw new Error(`no blocks under ${section}`);
  return blocks.map((block) =>
    block.replaceAll(`git+${published}.git`, `git+file://${repository}`).replaceAll(published, repository),
  );
}
