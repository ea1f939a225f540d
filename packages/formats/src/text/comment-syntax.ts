/** How a language begins a comment that runs to the end of the line. */
export type CommentSyntax = 'hash' | 'slashes' | 'both' | 'none';

const MARKS: Readonly<Record<CommentSyntax, RegExp>> = {
  hash: /(?:^|\s)#/,
  slashes: /(?:^|[^:])\/\/|^\s*(?:\/?\*+(?:\s|\/|$))|\/\*/,
  both: /(?:^|\s)#|(?:^|[^:])\/\/|^\s*(?:\/?\*+(?:\s|\/|$))|\/\*/,
  none: /[^\s\S]/,
};
/** Comments of templates, whatever the language around them. */
const TEMPLATE_COMMENT = /\{\{-?\s*\/\*|\{#|<!--/;

/** Whether what stands before a name on its line opens a comment. Strings are not looked into. */
export function inComment(before: string, syntax: CommentSyntax): boolean {
  return MARKS[syntax].test(before) || TEMPLATE_COMMENT.test(before);
}
