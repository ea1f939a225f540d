import { spawnSync } from 'node:child_process';
import { rgPath } from './ripgrep.mjs';

/** Figures mean nothing without these. */
export function versions() {
  const firstLine = (program) =>
    spawnSync(program, ['--version'], { encoding: 'utf8' }).stdout.split('\n', 1)[0];
  return {
    node: process.versions.node,
    ripgrep: /[\d.]+/.exec(firstLine(rgPath))?.[0],
    grep: firstLine('grep'),
    platform: `${process.platform} ${process.arch}`,
  };
}
