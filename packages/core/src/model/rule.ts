/** How far a fix can be trusted: applied by default, only when asked for, or never by us. */
export type Applicability = 'safe' | 'unsafe' | 'manual';
export type Verdict = Applicability | 'keep';
export type Severity = 'error' | 'warning';

/**
 * A name to look for in texts. `*` stands for one run of letters, digits and hyphens; in the path of a `whole` name
 * for dots and underscores, too.
 * `path` is a prefix of whole path components.
 */
export interface NamePattern {
  readonly domain: string;
  readonly path?: string;
  /** The name ends where a path component does: what goes on (`pause-amd64` for `pause`, a port) is another name. */
  readonly whole?: boolean;
  /** Only where so many components of a path stand behind it. */
  readonly components?: 0 | 1;
  /** Paths behind the name, of whole components, with which it is not meant: `pause` of `k8s.gcr.io`. */
  readonly except?: readonly string[];
}

/** What stands behind a retired name, as far as the text tells. */
export interface RetiredReference {
  /** The retired name as written, lower case and without escapes: `gcr.io/google_containers`. */
  readonly name: string;
  /** The path that the pattern names, lower case (`google_containers`); empty where it names none. */
  readonly prefix: string;
  /** What follows the prefix: `sig-storage/csi-attacher`; empty for a name that stands alone. */
  readonly path: string;
  readonly tag: string | undefined;
  readonly digest: string | undefined;
  /** False where a part is templated or goes on in a way not known, so that no catalogue can be asked. */
  readonly exact: { readonly path: boolean; readonly tag: boolean };
  /** Whether it stands where a reference is used as it is, or in a comment on such a place; not in prose or code. */
  readonly inField: boolean;
}

/** Message arguments: every `{name}` in a rule's message is one of these. */
export type MessageData = Readonly<Record<string, string>>;

export type Decision<Code extends string = string> =
  | {
      readonly kind: 'move';
      readonly code: Code;
      /** `domain` may have a path on it, as a mirror has: `mirror.corp/k8s`; `path` follows it. */
      readonly to: { readonly domain: string; readonly path: string };
      readonly applicability: Applicability;
      /** Why it is not safe, where the message does not say. */
      readonly doubt?: string;
      readonly severity: Severity;
      readonly data?: MessageData;
    }
  | { readonly kind: 'advise'; readonly code: Code; readonly severity: Severity; readonly data?: MessageData }
  | { readonly kind: 'keep'; readonly code: Code; readonly data?: MessageData };

export interface Rule<Code extends string = string> {
  readonly id: string;
  readonly summary: string;
  readonly names: readonly NamePattern[];
  /** One sentence for each code, with `{name}` places for the decision's data, `{old}` and `{new}`. */
  readonly messages: Readonly<Record<Code, string>>;
  decide(reference: RetiredReference): Decision<Code>;
}
