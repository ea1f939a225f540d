import { readOutline } from '../yaml/read-outline.ts';
import { buildTree } from './build-tree.ts';
import { maskActions } from './mask-actions.ts';
import { readAction } from './read-action.ts';
import { scanActions } from './scan-actions.ts';
import type { Template, TemplateFault } from './template.ts';

/**
 * Reads a Go template that prints YAML. Total: any text gives a result, and what could not be read is in
 * `faults`, in the order of the text. All spans are half-open ranges in UTF-16 units of `text`.
 */
export function readTemplate(text: string): Template {
  const faults: TemplateFault[] = [];
  const scanned = scanActions(text);
  for (const at of scanned.unclosed)
    faults.push({ code: 'unclosed-action', at, message: 'nothing closes this {{' });
  const actions = scanned.actions.map((action) => readAction(text, action, faults));
  const { nodes, definitions } = buildTree(text, actions, faults);
  const masked = maskActions(text, actions);
  return {
    actions,
    definitions,
    nodes,
    masked,
    outline: readOutline(masked),
    faults: faults.toSorted((one, other) => one.at - other.at),
  };
}
