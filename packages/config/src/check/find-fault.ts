import { nearest } from '@regmigrate/core';
import type { Schema } from './schema.ts';

export type Path = readonly (string | number)[];

export interface Fault {
  /** Where in the data. */
  readonly path: Path;
  /** Whether the key is at fault that ends `path`, not the value under it. */
  readonly atKey?: boolean;
  readonly message: string;
}

/** The first thing in `value` that the schema does not allow, with the nearest that it does; in the order of the text. */
export function findFault(value: unknown, schema: Schema, path: Path = []): Fault | undefined {
  if (schema.anyOf) return faultOfAny(value, schema.anyOf, path);
  const where = nameOf(path);
  if (schema.const !== undefined && value !== schema.const)
    return { path, message: `${where} ${show(value)} is not known; this regmigrate reads ${schema.const}` };
  if (schema.type !== undefined && typeOf(value) !== schema.type)
    return { path, message: `${where} must be ${TYPES[schema.type]}, not ${describe(value)}` };
  if (schema.enum && !schema.enum.some((allowed) => allowed === value))
    return { path, message: `${where} cannot be ${show(value)}. ${hint(String(value), schema.enum)}` };
  if (schema.pattern !== undefined && !new RegExp(schema.pattern).test(String(value)))
    return { path, message: `${where} cannot be ${show(value)}` };
  if (Array.isArray(value)) return faultOfItems(value, schema, path);
  return schema.type === 'object' ? faultOfObject(value as Record<string, unknown>, schema, path) : undefined;
}

function faultOfItems(value: readonly unknown[], schema: Schema, path: Path): Fault | undefined {
  if (value.length < (schema.minItems ?? 0)) return { path, message: `${nameOf(path)} is empty` };
  for (const [index, item] of value.entries()) {
    const fault = schema.items && findFault(item, schema.items, [...path, index]);
    if (fault) return fault;
  }
  return undefined;
}

function faultOfObject(value: Record<string, unknown>, schema: Schema, path: Path): Fault | undefined {
  const { properties = {}, propertyNames, additionalProperties } = schema;
  for (const [key, child] of Object.entries(value)) {
    const known = propertyNames?.enum?.map(String) ?? Object.keys(properties);
    if (!known.includes(key)) {
      const place = path.length === 0 ? '' : ` in ${nameOf(path)}`;
      return {
        path: [...path, key],
        atKey: true,
        message: `there is no ${propertyNames ? 'rule' : 'key'} ${show(key)}${place}. ${hint(key, known)}`,
      };
    }
    const own = Object.hasOwn(properties, key) ? properties[key] : additionalProperties;
    const fault = typeof own === 'object' ? findFault(child, own, [...path, key]) : undefined;
    if (fault) return fault;
  }
  const missing = schema.required?.find((key) => !Object.hasOwn(value, key));
  return missing === undefined
    ? undefined
    : { path, message: `${nameOf(path)} needs the key ${show(missing)}` };
}

/** Of several forms, the fault in that which the value is meant to have. */
function faultOfAny(value: unknown, forms: readonly Schema[], path: Path): Fault | undefined {
  const meant = forms.filter(({ type }) => type === typeOf(value));
  if (meant.length === 0) {
    const types = forms.map(({ type }) => (type ? TYPES[type] : '')).join(' or ');
    return { path, message: `${nameOf(path)} must be ${types}, not ${describe(value)}` };
  }
  const faults = meant.map((form) => findFault(value, form, path));
  return faults.includes(undefined) ? undefined : faults[0];
}

const TYPES = { object: 'a map', array: 'a list', string: 'a text' } as const;

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  return value === null ? 'null' : typeof value;
}

function describe(value: unknown): string {
  const type = typeOf(value);
  if (type === 'null') return 'empty';
  return type === 'object' || type === 'array' || type === 'string' ? TYPES[type] : show(value);
}

/** `contexts[0].verdict`: as it would be said of a script. */
export function nameOf(path: Path): string {
  if (path.length === 0) return 'the configuration';
  const parts = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`));
  return parts.join('').replace(/^\./, '');
}

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

function hint(word: string, allowed: readonly (string | number)[]): string {
  const meant = nearest(word, allowed.map(String));
  return meant === undefined ? `There are: ${allowed.join(', ')}` : `Did you mean ${show(meant)}?`;
}
