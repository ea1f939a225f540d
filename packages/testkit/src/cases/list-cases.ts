import { readdirSync } from 'node:fs';
import { fixturesFolder } from '../fixtures-folder.ts';
import type { FixtureCase } from './fixture-case.ts';

const folders = (at: URL): readonly string[] =>
  readdirSync(at, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted();

/** The cases of some kinds of rooms, in the order of their names. A folder without input is a mistake. */
export function listCases(kinds: readonly string[] = ['formats', 'rules']): readonly FixtureCase[] {
  const cases: FixtureCase[] = [];
  for (const kind of kinds) {
    const rooms = new URL(`${kind}/`, fixturesFolder);
    for (const room of folders(rooms))
      for (const name of folders(new URL(`${room}/`, rooms))) {
        const folder = new URL(`${room}/${name}/`, rooms);
        const input = readdirSync(folder).find((file) => file.startsWith('input.'));
        if (input === undefined) throw new Error(`${folder.pathname} has no input.*`);
        cases.push({ id: `${kind}/${room}/${name}`, kind, room, name, folder, input });
      }
  }
  return cases;
}
