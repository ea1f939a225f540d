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
): SettingsReading {
  const values = valuesOfSettings(text, settings);
  const placeOf = ({ start }: Span): number | undefined => {
    const place = values.places.find(({ from }) => from.start <= start && start < from.end);
    return place && place.at - place.from.start;
  };
  const inside = tokens.map((token) => {
    const by = placeOf(token.name);
    return by === undefined ? undefined : shiftToken(token, by);
  });
  const loose = loosePaths.flatMap((span) => {
    const by = placeOf(span);
    return by === undefined ? [] : [{ start: span.start + by, end: span.end + by }];
  });
  const asked = inside.filter((token) => token !== undefined);
  const reading = read({ path: `${path}#values.yaml`, text: values.text }, asked, loose);
  const back = (span: Span): Span | undefined => values.places.find(({ at }) => at === span.start)?.from;
  return {
    placements: inside.map((token) => token && reading.placements[asked.indexOf(token)]),
    joins: (reading.joins ?? []).flatMap((join) => {
      const [domain, whole] = [back(join.domain), back(join.path)];
      return domain && whole ? [{ ...join, domain, path: whole }] : [];
    }),
  };
}
