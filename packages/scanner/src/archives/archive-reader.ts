import { Readable } from 'node:stream';
import { LineIndex, type FileAnalysis, type FileProblem, type SourceFile } from '@regmigrate/core';
import { readChartFacts, type ChartFacts } from '@regmigrate/formats';
import { overrideValues } from '@regmigrate/links';
import { decode } from '../files/text-encoding.ts';
import { isArchiveName, isGzip } from './archive-file.ts';
import { ArchiveProblems } from './archive-problems.ts';
import { placeInMember, type MemberMention } from './judge-member.ts';
import { MemberBody } from './member-body.ts';
import { readMembers, type Member } from './read-members.ts';
import { ArchiveFault, UnpackBudget, type ArchiveLimits } from './unpack-budget.ts';

export interface ArchiveReaderOptions {
  readonly file: string;
  /** Bytes of one member that are read. */
  readonly maxFileSize: number;
  readonly pattern: RegExp;
  readonly analyze: (file: SourceFile) => FileAnalysis;
  readonly limits: ArchiveLimits;
}

/** Reads an archive, and those in the `charts/` of its charts, once and from first to last. */
export class ArchiveReader {
  readonly mentions: MemberMention[] = [];
  readonly charts = new Map<string, ChartFacts>();
  readonly #options: ArchiveReaderOptions;
  readonly #budget: UnpackBudget;
  readonly #problems: ArchiveProblems;
  readonly #notParsed: FileProblem[] = [];
  readonly #names = new Set<string>();

  constructor(options: ArchiveReaderOptions) {
    this.#options = options;
    this.#budget = new UnpackBudget(options.limits);
    this.#problems = new ArchiveProblems(options.file);
  }

  /** `archive`: the path of the member that these bytes are; empty for those of the file. */
  async read(packed: Readable, archive = '', depth = 0): Promise<void> {
    let last: string | undefined;
    try {
      for await (const member of readMembers(packed, this.#budget, () => this.#newBody())) {
        const path = archive + (archive && '/') + member.name.replace(/^(?:\.\/+)+/, '');
        if (this.#isSound(member, path)) await this.#readMember(member, path, depth);
        last = path;
      }
    } catch (error) {
      if (!(error instanceof ArchiveFault)) throw error;
      // The budget is one for all: it ends the outer archive as well, which tells of it.
      if (archive !== '' && error.code === 'archive-too-large') throw error;
      this.#problems.addFault(error, archive, last);
    }
  }

  problems(): readonly FileProblem[] {
    return [...this.#problems.list(this.charts.size > 0), ...this.#notParsed];
  }

  #newBody(): MemberBody {
    return new MemberBody(this.#options.maxFileSize, this.#options.pattern);
  }

  /** Whether a member has anything to read, and a name that tells where it belongs. */
  #isSound({ name, kind }: Member, path: string): boolean {
    if (kind === 'link') this.#problems.addMember('link', path);
    if (kind !== 'file') return false;
    if (/^(?:\/|[a-z]:)|(?:^|\/)\.\.(?:\/|$)/i.test(name.replaceAll('\\', '/'))) {
      this.#problems.addMember('outside', name);
      return false;
    }
    if (this.#names.has(path)) this.#problems.addMember('duplicate', path);
    this.#names.add(path);
    return true;
  }

  async #readMember({ body }: Member, path: string, depth: number): Promise<void> {
    const bytes = body.bytes();
    const packed = isArchiveName(path) && /(?:^|\/)charts\/[^/]+$/.test(path);
    if (bytes === undefined) {
      if (packed || body.matches) this.#problems.addMember('too-large', path);
    } else if (packed && isGzip(bytes)) {
      if (depth < this.#options.limits.depth) await this.read(Readable.from([bytes]), path, depth + 1);
      else this.#problems.addMember('too-deep', path);
    } else this.#readText(bytes, path);
  }

  #readText(bytes: Buffer, member: string): void {
    const { file, pattern, analyze } = this.#options;
    const { text, opaque } = decode(bytes);
    const folder = /^(.+)\/Chart\.yaml$/.exec(member)?.[1];
    if (folder !== undefined) this.charts.set(folder, readChartFacts(text));
    if (!pattern.test(text)) return;
    // A path that no file has, for nothing lies below a file.
    const source = { path: `${file}/${member}`, text, ...(opaque !== undefined && { opaque }) };
    const { findings, kept, problems } = analyze(source);
    const lines = new LineIndex(text);
    for (const mention of [...findings, ...kept].sort((a, b) => a.span.start - b.span.start)) {
      const place = placeInMember(member, mention, lines);
      const values =
        'edits' in mention && /(?:^|\/)values\.yaml$/.test(member) ? overrideValues(mention, text) : [];
      this.mentions.push(detach({ member, mention, place, values }));
    }
    for (const { code, message } of problems)
      this.#notParsed.push(detach({ file, code, message: `holds ${member}: ${message}` }));
  }
}

/** A copy that shares no string with a member's text, which would stay in memory for a slice of it. */
function detach<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
