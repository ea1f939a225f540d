import type { Rule } from '@regmigrate/core';
import type { Catalogue } from './catalogue/catalogue.ts';
import { rooms } from './rooms.ts';

export type { Catalogue, TagStatus } from './catalogue/catalogue.ts';
export { loadCatalogue } from './catalogue/load-catalogue.ts';
export { nearestTags } from './catalogue/nearest-tags.ts';
export { createMoveRule, moveRuleId } from './configured-move/create-move-rule.ts';
export { findEndlessMove } from './configured-move/find-endless-move.ts';
export { followRule } from './configured-move/follow-rule.ts';
export { isShortNamed } from './configured-move/is-short-named.ts';
export type { Move } from './configured-move/move.ts';
export { redirectRule } from './configured-move/redirect-rule.ts';
export { withSeverity } from './configured-move/with-severity.ts';
export type { RuleRoom } from './rule-room.ts';

/** All rules, asking `catalogue` only when a decision needs it. */
export function createRules(catalogue: () => Catalogue): readonly Rule[] {
  return rooms.map((room) => room(catalogue));
}
