import { constants, createGunzip } from 'node:zlib';
import type { Readable } from 'node:stream';
import type { ReadEntry } from 'tar';
import { Parser } from 'tar/parse';
import { isGzip } from './archive-file.ts';
import type { MemberBody } from './member-body.ts';
import { ArchiveFault, type UnpackBudget } from './unpack-budget.ts';

export interface Member {
  /** As the archive has it. */
  readonly name: string;
  readonly kind: 'file' | 'link' | 'other';
  readonly body: MemberBody;
}

/**
 * The members of a packed archive one by one, in its order. Holds one piece of it at a time, and the bodies that
 * end in that piece. Throws an `ArchiveFault` where it cannot go on, after it has given what came before.
 */
export async function* readMembers(
  packed: Readable,
  budget: UnpackBudget,
  newBody: () => MemberBody,
): AsyncGenerator<Member> {
  const ended: Member[] = [];
  let fault: ArchiveFault | undefined;
  const fail = (message: string): void => {
    fault ??= new ArchiveFault('archive-broken', `is damaged (${message})`);
  };
  const parser = new Parser();
  // Both tell that what follows may be garbage; the parser itself would search on for something that looks right.
  parser.on('warn', (code, message) => {
    if (FAULTS.has(code)) fail(String(message));
  });
  parser.on('error', (error) => fail(error instanceof Error ? error.message : String(error)));
  const count = (): void => {
    // Not thrown: what this piece holds of members before is still to be given.
    fault ??= budget.spendMember();
  };
  parser.on('ignoredEntry', count);
  parser.on('entry', (entry: ReadEntry) => {
    count();
    const member = { name: entry.path, kind: kindOf(entry), body: newBody() };
    entry.on('data', (chunk: Buffer) => member.body.add(chunk));
    entry.on('end', () => {
      // A member that the archive breaks off in is no text to judge.
      if (!fault) ended.push(member);
    });
  });
  let complete = false;
  parser.on('eof', () => (complete = true));
  let first = true;
  for await (const chunk of unpack(packed, budget)) {
    // The parser would unpack these by itself, and past the budget.
    if (first && isPacked(chunk)) throw new ArchiveFault('archive-broken', 'is damaged (packed twice)');
    first = false;
    parser.write(chunk);
    yield* ended.splice(0);
    if (fault) throw fault;
  }
  parser.end();
  yield* ended.splice(0);
  if (!complete) fail('it ends early');
  if (fault) throw fault;
}

const FAULTS: ReadonlySet<string> = new Set(['TAR_BAD_ARCHIVE', 'TAR_ENTRY_INVALID', 'TAR_ABORT']);
const ZSTD = Buffer.from([0x28, 0xb5, 0x2f, 0xfd]);
const pieceSize = 64 * 1024;

async function* unpack(packed: Readable, budget: UnpackBudget): AsyncGenerator<Buffer> {
  // An archive that is cut off is unpacked as far as it goes; that it lacks its end is seen there.
  const gunzip = createGunzip({ chunkSize: pieceSize, finishFlush: constants.Z_SYNC_FLUSH });
  packed.on('error', (error) => gunzip.destroy(error));
  packed.pipe(gunzip);
  try {
    for await (const chunk of gunzip as AsyncIterable<Buffer>) {
      budget.spendBytes(chunk.length);
      yield chunk;
    }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code?.startsWith('Z_'))
      throw new ArchiveFault('archive-broken', `is damaged (${(error as Error).message})`);
    throw error;
  } finally {
    packed.destroy();
    gunzip.destroy();
  }
}

function isPacked(chunk: Buffer): boolean {
  return isGzip(chunk) || ZSTD.equals(chunk.subarray(0, ZSTD.length));
}

function kindOf({ type }: ReadEntry): Member['kind'] {
  if (type === 'File' || type === 'OldFile' || type === 'ContiguousFile') return 'file';
  return type === 'Link' || type === 'SymbolicLink' ? 'link' : 'other';
}
