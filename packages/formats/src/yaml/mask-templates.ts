import { maskActions } from '../helm-template/mask-actions.ts';
import { scanActions } from '../helm-template/scan-actions.ts';

/** Text that is no template can hold braces far apart; what stands between them must not vanish. */
const LENGTH_LIMIT = 2000;

/** The text with each template action masked, also where it is no template of Go. */
export function maskTemplates(text: string): string {
  if (!text.includes('{{')) return text;
  const { actions } = scanActions(text);
  return maskActions(
    text,
    actions.filter(({ span, isComment }) => isComment || span.end - span.start <= LENGTH_LIMIT),
  );
}
