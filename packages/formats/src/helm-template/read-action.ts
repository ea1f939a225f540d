import { ExpressionParser } from './expression-parser.ts';
import type { ScannedAction } from './scan-actions.ts';
import type { ActionKind, TemplateAction, TemplateFault } from './template.ts';

const KEYWORD =
  /(else\s+(?:if|with)|if|else|end|range|with|define|block|template|break|continue)(?![\p{L}\p{N}_])/uy;
const NAMED: ReadonlySet<ActionKind> = new Set(['define', 'block', 'template']);
const BARE: ReadonlySet<ActionKind> = new Set(['else', 'end', 'break', 'continue', 'define']);

/** Reads the content of an action; what cannot be read makes a fault and an action of kind `unreadable`. */
export function readAction(
  text: string,
  { span, content, trimBefore, trimAfter, isComment }: ScannedAction,
  faults: TemplateFault[],
): TemplateAction {
  const action = { span, trimBefore, trimAfter };
  if (isComment) return { ...action, kind: 'comment' };
  KEYWORD.lastIndex = content.start;
  const word = KEYWORD.exec(text)?.[1] ?? '';
  const keyword = content.start + word.length <= content.end ? word : '';
  const kind = keyword.replace(/\s+/, '') as ActionKind | '';
  const parser = new ExpressionParser(text, { start: content.start + keyword.length, end: content.end });
  const name = kind && NAMED.has(kind) ? parser.name() : undefined;
  const pipeline = parser.done && kind && (name || BARE.has(kind)) ? undefined : parser.pipeline();
  if (parser.fault) {
    faults.push({ code: 'unreadable-expression', ...parser.fault });
    // The structure of the file does not hang on what a condition says.
    return { ...action, kind: kind || 'unreadable', ...(name && { name }) };
  }
  const printed = pipeline?.sets ? 'variable' : 'print';
  return { ...action, kind: kind || printed, ...(name && { name }), ...(pipeline && { pipeline }) };
}
