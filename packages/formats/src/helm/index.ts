import type { ContextId, Format, Token } from '@regmigrate/core';
import { scanActions } from '../helm-template/scan-actions.ts';
import { isCompared } from '../yaml/place-in-template.ts';
import { placeUnparsed } from '../yaml/place-unparsed.ts';

const PATH = /(?:^|\/)templates\/(?:.*\/)?(?:[^/]*\.tpl|NOTES\.txt)$/;
const NOTES = /NOTES\.txt$/;

/** What Helm's templates hold besides manifests: named templates, and the text that is shown after an installation. */
export default {
  id: 'helm',
  summary: 'Named templates of Helm charts and NOTES.txt',
  accepts: ({ path }) => PATH.test(path),
  read({ path, text }, tokens) {
    const { actions } = scanActions(text);
    const place = (token: Token): ContextId => {
      const action = actions.find(
        ({ span }) => span.start <= token.name.start && token.name.start < span.end,
      );
      if (action?.isComment) return 'comment';
      if (action) {
        const before = text.slice(action.span.start, token.name.start);
        return isCompared(before, text.slice(token.extent.end, action.span.end)) ? 'comparison' : 'template';
      }
      return NOTES.test(path) ? 'prose' : placeUnparsed(text, token);
    };
    return { placements: tokens.map((token) => ({ context: place(token) })), problems: [] };
  },
} satisfies Format;
