import type { SourceFile } from '@regmigrate/core';

/** One folder `fixtures/<kind>/<room>/<name>/` with an input and what must become of it. */
export interface FixtureCase {
  /** `formats/yaml/image-volumes`: what a failing test is called. */
  readonly id: string;
  readonly kind: string;
  readonly room: string;
  readonly name: string;
  readonly folder: URL;
  /** `input.yaml`: its extension is that of the expected files too. */
  readonly input: string;
}

/** `options.json`: what the folder alone cannot say. */
export interface CaseOptions {
  /** Where the file would stand in a tree, if that matters; else it is named like the input. */
  readonly path?: string;
  /** Names of the files beside it. */
  readonly siblings?: readonly string[];
}

/** A case with its input read as the command would read it. */
export interface OpenCase extends FixtureCase {
  readonly bytes: Buffer;
  readonly file: SourceFile;
}
