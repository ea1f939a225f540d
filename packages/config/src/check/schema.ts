import { contexts, fixedContexts } from '@regmigrate/core';

/** The parts of JSON Schema that are used here. */
export interface Schema {
  readonly $schema?: string;
  readonly $id?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: 'object' | 'array' | 'string';
  readonly enum?: readonly (string | number)[];
  readonly const?: number;
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly propertyNames?: Schema;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly anyOf?: readonly Schema[];
}

const text = (description: string, pattern = '\\S'): Schema => ({ type: 'string', pattern, description });
const list = (items: Schema, description: string): Schema => ({ type: 'array', items, description });

const NAME = '^[^\\s@]*[^\\s@:/]/*$';
/** In the order of the alphabet, so that it stays where the table is sorted anew. */
const settable = Object.keys(contexts)
  .filter((id) => ![...fixedContexts].some((fixed) => fixed === id))
  .sort();
const context: Schema = { type: 'string', enum: settable };
const verdict: Schema = { type: 'string', enum: ['safe', 'unsafe', 'manual', 'keep', 'off'] };

const contextSetting: Schema = {
  type: 'object',
  properties: {
    context: {
      anyOf: [context, { type: 'array', items: context, minItems: 1 }],
      description: 'The kinds of places: docs/contexts.md',
    },
    paths: list(text('A glob'), 'Only in files that match one of these globs'),
    verdict: { ...verdict, description: 'The most that may be done there; off: it is not told at all' },
    reason: text('Why; wanted where a place is promoted that is kept otherwise'),
  },
  required: ['context', 'verdict'],
  additionalProperties: false,
};

const splitKeys: Schema = {
  type: 'object',
  properties: {
    registry: text('The key of the registry'),
    repository: text('The key of the path'),
    tag: text('The key of the tag'),
    digest: text('The key of the digest'),
  },
  required: ['repository'],
  additionalProperties: false,
};

const imageField: Schema = {
  type: 'object',
  properties: {
    kind: text('The kind of the object; any if absent'),
    apiVersion: text('As written, or a group with all its versions: example.com/*'),
    path: text('Keys with dots between, * for any key, [] for each item: spec.*.images[]'),
    written: {
      anyOf: [{ type: 'string', enum: ['whole', 'yaml', 'json'] }, splitKeys],
      description: 'whole (default); the keys of a split reference; yaml or json for a text with more fields',
    },
  },
  required: ['path'],
  additionalProperties: false,
};

const move: Schema = {
  type: 'object',
  properties: {
    from: text('A registry, with a path perhaps: it and all below it', NAME),
    to: text('What takes its place', NAME),
    except: list(text('A whole name below from', NAME), 'What is left alone'),
    applicability: { type: 'string', enum: ['safe', 'unsafe', 'manual'], description: 'safe if absent' },
    reason: text('Why; it stands with each finding'),
  },
  required: ['from', 'to'],
  additionalProperties: false,
};

/** What a configuration may hold. `rules`: the ids that there are. Written to schema.json by `npm run gen`. */
export const createSchema = (rules: readonly string[]): Schema => ({
  $schema: 'http://json-schema.org/draft-07/schema#',
  $id: 'https://raw.githubusercontent.com/regmigrate/regmigrate/main/packages/config/schema.json',
  title: 'Configuration of regmigrate',
  type: 'object',
  properties: {
    $schema: { type: 'string', description: 'Where this schema is, for editors' },
    version: { const: 1, description: 'The version of this format' },
    extends: {
      anyOf: [
        { type: 'string', pattern: '\\S' },
        { type: 'array', items: { type: 'string', pattern: '\\S' } },
      ],
      description: 'Files relative to this one, or installed packages that hold data',
    },
    rules: {
      type: 'object',
      propertyNames: { enum: [...rules] },
      additionalProperties: { type: 'string', enum: ['off', 'warning', 'error'] },
      description: 'Rules turned off, or with another severity',
    },
    contexts: list(contextSetting, 'What may be done in kinds of places; the last that fits counts'),
    ignore: list(text('A glob'), 'Files and folders that are not searched'),
    imageFields: list(imageField, 'Fields of custom resources that hold references'),
    moves: list(move, 'Moves beside those that are built in'),
  },
  additionalProperties: false,
});
