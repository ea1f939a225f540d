import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../bootstrap.mjs';

const namesIn = (folder) => readdirSync(join(root, folder));

/** All that people read: the pages of the root, of docs, and of each room. */
export function listPages() {
  const rooms = namesIn('packages').flatMap((name) => {
    const source = `packages/${name}/src`;
    return existsSync(join(root, source)) ? namesIn(source).map((room) => `${source}/${room}/README.md`) : [];
  });
  return [
    ...namesIn('.').filter((name) => name.endsWith('.md')),
    ...namesIn('docs').flatMap((name) => (name.endsWith('.md') ? `docs/${name}` : [])),
    ...rooms.filter((page) => existsSync(join(root, page))),
  ];
}

/**
 * The blocks of a page that are typed: of `sh` each line is one command, continued ones joined; of `console` each
 * `$ ` begins one, and what follows is its output. A block that begins with `#!` is one script.
 */
export function readBlocks(page) {
  const text = readFileSync(join(root, page), 'utf8');
  return [...text.matchAll(/^```(sh|console)\n([^]*?)^```$/gm)].map(({ 1: kind, 2: body }) => ({
    first: body
      .replace(/^\$ /, '')
      .split('\n', 1)[0]
      .replace(/ [|\\]$/, ''),
    body,
    commands: kind === 'sh' ? commandsOf(body) : sessionOf(body),
  }));
}

function commandsOf(body) {
  if (body.startsWith('#!')) return [{ command: body }];
  // A pipe at the end of a line goes on in the next.
  const joined = body.replace(/\\\n\s*/g, ' ').replace(/\|\n\s*/g, '| ');
  return joined
    .trimEnd()
    .split('\n')
    .map((command) => ({ command }));
}

function sessionOf(body) {
  const [before, ...rest] = body.split(/^\$ /m);
  if (before !== '') throw new Error(`begins with no command: ${body}`);
  return rest.map((part) => {
    const [command] = part.split('\n', 1);
    return { command, output: part.slice(command.length + 1) };
  });
}
