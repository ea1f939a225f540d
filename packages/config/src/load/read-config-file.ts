import { lstatSync, readFileSync, statSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { UsageError } from '@regmigrate/core';
import { parseData, type Document } from '../check/parse-data.ts';
import { importConfig, type CodeOptions } from './import-config.ts';

/** Bytes. Nobody writes as much; reading more takes long, and says nothing. */
const LARGEST = 1_000_000;
const CODE = new Set(['.js', '.mjs', '.cjs', '.ts', '.mts']);

/** What a file states, with the places of its parts where it is data. `shown`: how messages name it. */
export async function readConfigFile(path: string, shown: string, code: CodeOptions): Promise<Document> {
  checkFile(path, shown);
  if (CODE.has(extname(path))) return { value: await importConfig(path, shown, code), at: () => undefined };
  const text = readText(path, shown);
  const document = parseData(text, shown, extname(path) === '.json');
  if (basename(path) !== 'package.json') return document;
  const { value, at } = document;
  const own = typeof value === 'object' && value !== null && 'regmigrate' in value ? value.regmigrate : {};
  return { value: own, at: (way, atKey) => at(['regmigrate', ...way], atKey) };
}

function checkFile(path: string, shown: string): void {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat && lstatSync(path, { throwIfNoEntry: false }))
    throw new UsageError(
      'config-not-found',
      `The configuration ${shown} is a link to a file that is not there.`,
    );
  if (!stat) throw new UsageError('config-not-found', `There is no configuration ${shown}.`);
  if (stat.isDirectory())
    throw new UsageError('config-not-a-file', `The configuration ${shown} is a folder, not a file.`);
  if (!stat.isFile())
    throw new UsageError('config-not-a-file', `The configuration ${shown} is not a regular file.`);
  if (stat.size > LARGEST)
    throw new UsageError(
      'config-too-large',
      `The configuration ${shown} has ${stat.size} bytes; more than ${LARGEST} are not read.`,
    );
}

function readText(path: string, shown: string): string {
  try {
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    throw new UsageError('config-unreadable', `The configuration ${shown} could not be read (${code}).`);
  }
}
