/**
 * What lies around a file, for what can be understood only together. Paths are spelled like `SourceFile.path`.
 * Asked for only where it tells something; answers are those of one moment, and cost a look at the disk.
 */
export interface Tree {
  /** The folder that paths in GitOps objects are relative to: the top of the repository, `.` or `../..`. */
  readonly root: string;
  /** The one spelling of a path: from the working directory, with `/`. */
  nameOf(path: string): string;
  /** The text of a file; undefined where there is none, or where it is too large, binary, a link, or outside. */
  read(path: string): string | undefined;
  /** Names in a folder, those of folders with a slash behind; empty where it cannot be read. */
  list(folder: string): readonly string[];
  /** What is known to be deployed from it; absent where nobody has looked for that. */
  readonly releases?: readonly Release[];
}

/** A chart of the tree as something in the tree deploys it: an Argo CD Application, a release of Helmfile. */
export interface Release {
  /** The chart's folder. */
  readonly chart: string;
  /** What it is given, the weakest first. */
  readonly values: readonly ReleaseValues[];
}

export interface ReleaseValues {
  /** A file, or a part of one: `apps/web.yaml#values`. */
  readonly path: string;
  /** YAML. */
  readonly text: string;
}
