import { compareNumbers, parseVersion } from './chart-version.ts';

/** One condition of a range: an operator, and up to three numbers; `x` or nothing stands for any. */
const CONDITION =
  /^(=|!=|>=?|=>|<=?|=<|~>?|\^)?\s*v?(\d+|[xX*])(?:\.(\d+|[xX*]))?(?:\.(\d+|[xX*]))?(-[\dA-Za-z.-]+)?(?:\+[\dA-Za-z.-]+)?$/;

type Numbers = readonly [number, number, number];

/**
 * Whether a version lies in a range, as Helm reads `dependencies[].version`; undefined where the range is not
 * understood. `version` is no pre-release.
 */
export function isInRange(version: string, range: string): boolean | undefined {
  const numbers = parseVersion(version)?.numbers;
  if (!numbers) return undefined;
  const alternatives = range.split('||').map((alternative) => meetsAll(numbers, alternative.trim()));
  if (alternatives.includes(true)) return true;
  return alternatives.includes(undefined) ? undefined : false;
}

function meetsAll(version: Numbers, conditions: string): boolean | undefined {
  if (conditions === '') return true;
  const met = conditions
    .replace(/(\S+)\s+-\s+(\S+)/g, '>=$1,<=$2')
    .replace(/([=<>~^!])\s+/g, '$1')
    .split(/[\s,]+/)
    .map((condition) => meets(version, condition));
  if (met.includes(undefined)) return undefined;
  return met.every(Boolean);
}

function meets(version: Numbers, condition: string): boolean | undefined {
  const match = CONDITION.exec(condition);
  if (!match) return undefined;
  const [, operator = '=', ...parts] = match;
  const given = parts.slice(0, 3).map((part) => (/^\d+$/.test(part ?? '') ? Number(part) : undefined));
  const known = given.includes(undefined) ? given.indexOf(undefined) : 3;
  const [major = 0, minor = 0, patch = 0] = given.slice(0, known);
  const low: Numbers = [major, minor, patch];
  const isBelow = compareNumbers(version, low) < 0;
  /** Whether it comes before the next version that differs in the first `count` numbers. */
  const isWithin = (count: number): boolean => compareNumbers(version, next(low, count)) < 0;
  const isSame = !isBelow && (known === 0 || isWithin(known));
  // A version comes after its own pre-releases.
  const equalsPre = parts[3] !== undefined && compareNumbers(version, low) === 0;
  switch (operator) {
    case '=':
      return isSame && !equalsPre;
    case '!=':
      return !isSame || equalsPre;
    case '>':
      return equalsPre || (!isBelow && !isSame);
    case '>=':
    case '=>':
      return !isBelow;
    case '<':
      return isBelow;
    case '<=':
    case '=<':
      return isBelow || (isSame && !equalsPre);
    case '^':
      return !isBelow && (known === 0 || isWithin(Math.min(known, leading(low))));
    default:
      return !isBelow && (known === 0 || isWithin(Math.min(known, 2)));
  }
}

/** The first version in which the number at `count` - 1 is greater. */
function next([major, minor, patch]: Numbers, count: number): Numbers {
  if (count === 1) return [major + 1, 0, 0];
  return count === 2 ? [major, minor + 1, 0] : [major, minor, patch + 1];
}

/** How many numbers a caret holds: up to the first that is not 0. */
const leading = (numbers: Numbers): number => {
  const at = numbers.findIndex((number) => number > 0);
  return at < 0 ? 3 : at + 1;
};
