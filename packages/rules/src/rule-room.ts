import type { Rule } from '@regmigrate/core';
import type { Catalogue } from './catalogue/catalogue.ts';

/** What a rule's folder declares. The catalogue is loaded at the first question, not before. */
export type RuleRoom = (catalogue: () => Catalogue) => Rule;
