import type { Format, Join, Placement, SourceFile, Span, Token } from '@regmigrate/core';
import { shiftToken } from '../shift-token.ts';
import type { Setting } from './setting.ts';
import { valuesOfSettings } from './values-of-settings.ts';

export interface SettingsReading {
  /** One entry for each token, in order; undefined for one that is no setting's value, or of one overruled. */
  readonly placements: readonly (Placement | undefined)[];
  readonly joins: readonly Join[];
}

/** What names in the values of settings are: what they would be in a values file, as `read` reads them. */
export function readSettings(
  read: Format['read'],
  { path, text }: SourceFile,
  settings: readonly Setting[],
  tokens: readonly Token[],
  loosePaths: readonly Span[] = [],
  valuesFile = (values: string): SourceFile => ({ path: `${path}#values.yaml`, text: values }),
): SettingsReading {
  const values = valuesOfSettings(text, settings);
  const sorted = values.places.toSorted((a, b) => a.from.start - b.from.start);
  /** How far on the values file has what stands here; undefined outside of its values. */
  const shiftOf = ({ start }: Span): number | undefined => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle]?.from.start ?? 0) <= start) low = middle + 1;
      else high = middle;
    }
    const place = sorted[low - 1];
    return place && start < place.from.end ? place.at - place.from.start : undefined;
  };
  const inside = tokens.map((token) => {
    const by = shiftOf(token.name);
    return by === undefined ? undefined : shiftToken(token, by);
  });
  const loose = loosePaths.flatMap((span) => {
    const by = shiftOf(span);
    return by === undefined ? [] : [{ start: span.start + by, end: span.end + by }];
  });
  const asked = inside.filter((token) => token !== undefined);
  if (asked.length + loose.length === 0) return { placements: tokens.map(() => undefined), joins: [] };
  const reading = read(valuesFile(values.text), asked, loose);
  const answers = new Map(asked.map((token, index) => [token, reading.placements[index]]));
  const origins = new Map(values.places.map(({ at, from }) => [at, from]));
  return {
    placements: inside.map((token) => token && answers.get(token)),
    joins: (reading.joins ?? []).flatMap((join) => {
      const [domain, whole] = [origins.get(join.domain.start), origins.get(join.path.start)];
      return domain && whole ? [{ ...join, domain, path: whole }] : [];
    }),
  };
}
