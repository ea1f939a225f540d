import type { FileProblem } from '@regmigrate/core';
import type { ArchiveFault } from './unpack-budget.ts';

type MemberFault = 'link' | 'outside' | 'duplicate' | 'too-large' | 'too-deep';

const messages: Readonly<Record<MemberFault, string>> = {
  link: 'is a link and was not followed',
  outside: 'has a name that leads out of the archive and was not read',
  duplicate: 'is there more than once; all were read',
  'too-large': 'is larger than the limit and was not read',
  'too-deep': 'lies too many archives deep and was not read',
};

/** Problems of one archive. Of each kind the first member is named and the others are counted. */
export class ArchiveProblems {
  readonly #file: string;
  readonly #faults: FileProblem[] = [];
  readonly #members = new Map<MemberFault, { readonly first: string; count: number }>();

  constructor(file: string) {
    this.#file = file;
  }

  addMember(fault: MemberFault, member: string): void {
    const known = this.#members.get(fault);
    if (known) known.count++;
    else this.#members.set(fault, { first: member, count: 1 });
  }

  /** `archive`: the member that is the archive at fault; empty for the file itself. `last`: the last member read. */
  addFault({ code, message }: ArchiveFault, archive: string, last: string | undefined): void {
    const subject = archive === '' ? '' : `holds ${archive}, which `;
    const rest = last === undefined ? 'it was not read' : `what follows ${last} in it was not read`;
    this.#faults.push({ file: this.#file, code, message: `${subject}${message}; ${rest}` });
  }

  /** `withMembers`: false where links and the like mean nothing, as in an archive that is no chart. */
  list(withMembers: boolean): readonly FileProblem[] {
    const ofMembers = [...this.#members].map(([fault, { first, count }]): FileProblem => {
      const more = count === 1 ? '' : ` (and ${count - 1} more)`;
      return {
        file: this.#file,
        code: 'archive-member',
        message: `holds ${first}, which ${messages[fault]}${more}`,
      };
    });
    return [...this.#faults, ...(withMembers ? ofMembers : [])];
  }
}
