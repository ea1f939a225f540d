import type { Span } from '@regmigrate/core';
import type { Definition, TemplateAction, TemplateFault, TemplateNode } from './template.ts';

/** Blocks deeper than this are found in attacks only; what is deeper is read as if they were not there. */
const DEPTH_LIMIT = 100;

interface OpenArm {
  readonly action: TemplateAction;
  readonly body: TemplateNode[];
}

export interface TemplateTree {
  readonly nodes: readonly TemplateNode[];
  readonly definitions: readonly Definition[];
}

/** Nests what stands between the actions. Keeps its own stack: nesting never costs the call stack. */
export function buildTree(
  text: string,
  actions: readonly TemplateAction[],
  faults: TemplateFault[],
): TemplateTree {
  const nodes: TemplateNode[] = [];
  const definitions: Definition[] = [];
  const open: OpenArm[][] = [];
  let ignored = 0;
  let body = nodes;
  const fault = (code: TemplateFault['code'], { span }: TemplateAction, message: string): void => {
    faults.push({ code, at: span.start, message });
  };
  const close = (end: Span): void => {
    const node = closed(open.pop() ?? [], end);
    body = open.at(-1)?.at(-1)?.body ?? nodes;
    if (node) body.push(node);
    if (node?.kind === 'definition') definitions.push(node.definition);
  };
  actions.forEach((action, index) => {
    const { kind, span } = action;
    pushText(body, text, actions[index - 1], action);
    if (opens(action)) {
      if (open.length < DEPTH_LIMIT) {
        body = [];
        open.push([{ action, body }]);
      } else {
        ignored++;
        fault('too-deep', action, 'blocks are nested too deeply');
      }
    } else if (ignored > 0) {
      if (kind === 'end') ignored--;
    } else if (kind === 'else' || kind === 'elseif' || kind === 'elsewith') {
      const arms = open.at(-1);
      if (!arms || defines(arms)) fault('unexpected-else', action, 'an else belongs to no if, with or range');
      else {
        body = [];
        arms.push({ action, body });
      }
    } else if (kind === 'end') {
      if (open.length === 0) fault('unexpected-end', action, 'an end closes nothing');
      close(span);
    } else body.push({ kind: 'action', action, span });
  });
  pushText(body, text, actions.at(-1), undefined);
  while (open.length > 0) {
    const action = open.at(-1)?.[0]?.action;
    if (action) fault('unclosed-block', action, `no end closes this ${action.kind}`);
    close({ start: text.length, end: text.length });
  }
  return { nodes, definitions };
}

const opens = ({ kind }: TemplateAction): boolean =>
  kind === 'if' || kind === 'range' || kind === 'with' || kind === 'define' || kind === 'block';

const defines = ([first]: readonly OpenArm[]): boolean =>
  first?.action.kind === 'define' || first?.action.kind === 'block';

function pushText(
  body: TemplateNode[],
  text: string,
  before: TemplateAction | undefined,
  after: TemplateAction | undefined,
): void {
  let start = before?.span.end ?? 0;
  let end = after?.span.start ?? text.length;
  while (before?.trimAfter && start < end && /\s/.test(text[start] ?? '')) start++;
  while (after?.trimBefore && start < end && /\s/.test(text[end - 1] ?? '')) end--;
  if (start < end) body.push({ kind: 'text', span: { start, end } });
}

/** `end` is where the action stands that closes. */
function closed(arms: readonly OpenArm[], end: Span): TemplateNode | undefined {
  const [first] = arms;
  if (!first) return undefined;
  const { action, body } = first;
  const span = { start: action.span.start, end: end.end };
  if (!defines(arms)) return { kind: 'branch', arms, span };
  const inner = { start: action.span.end, end: end.start };
  return {
    kind: 'definition',
    definition: { name: action.name?.value ?? '', action, span: inner, body },
    span,
  };
}
