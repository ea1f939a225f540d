import type { Setting } from '../../settings/setting.ts';
import { valueOf } from '../locator.ts';
import { childOf, type OutlineNode } from '../outline.ts';

/** The settings that a list of `{ name, value }` or a map of paths holds. */
export function settingsOf(text: string, container: OutlineNode): readonly Setting[] {
  return container.children.flatMap((child): readonly Setting[] => {
    const isItem = container.style === 'seq';
    const path = isItem ? valueOf(text, childOf(child, 'name')) : child.key;
    const value = isItem ? childOf(child, 'value') : child;
    return path === undefined || !value || value.children.length > 0 ? [] : [{ path, value: value.span }];
  });
}
