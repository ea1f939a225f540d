import type { Span } from '@regmigrate/core';
import { readLiteral } from './read-literal.ts';
import { readWords, type Word } from './read-words.ts';
import type { Command, Expression, Literal, Pipeline } from './template.ts';

/** Parentheses deeper than this are found in attacks only. */
const DEPTH_LIMIT = 100;

export interface ExpressionFault {
  readonly at: number;
  readonly message: string;
}

/**
 * Reads what an action holds: `"name" pipeline` for `define`, `block` and `template`, else a pipeline.
 * After the first fault the parser stands at the end, so every loop ends.
 */
export class ExpressionParser {
  readonly #text: string;
  readonly #words: readonly Word[];
  readonly #end: number;
  #at = 0;
  #depth = 0;
  fault: ExpressionFault | undefined;

  constructor(text: string, span: Span) {
    this.#text = text;
    this.#words = readWords(text, span);
    this.#end = span.end;
    this.#space();
  }

  get done(): boolean {
    return this.#at >= this.#words.length;
  }

  name(): Literal | undefined {
    const word = this.#words[this.#at];
    const literal = word && readLiteral(this.#text, word);
    if (literal?.type !== 'string') return this.#fail('a name in quotes is missing');
    this.#at++;
    this.#space();
    return literal;
  }

  /** Reads to the end, or to the parenthesis that closes. */
  pipeline(): Pipeline {
    const start = this.#offset();
    const { variables, sets } = this.#target();
    const commands: Command[] = [];
    do commands.push(this.#command());
    while (this.#mark('|') && this.#goesOn());
    if (this.#depth === 0 && !this.done) this.#fail('a parenthesis closes that was not opened');
    return { span: { start, end: commands.at(-1)?.span.end ?? start }, variables, sets, commands };
  }

  /** Go lets a pipe lead nowhere. */
  #goesOn(): boolean {
    const word = this.#words[this.#at];
    return word !== undefined && !this.#is(word, ')');
  }

  #target(): Pick<Pipeline, 'variables' | 'sets'> {
    const start = this.#at;
    const variables: string[] = [];
    do {
      const word = this.#words[this.#at];
      if (word?.type !== 'variable') break;
      variables.push(this.#source(word));
      this.#at++;
      this.#space();
    } while (this.#mark(','));
    const sets = this.#mark(':=') ? 'declare' : this.#mark('=') ? 'assign' : undefined;
    if (sets && variables.length > 0) return { variables, sets };
    this.#at = start;
    if (sets) this.#fail('a value is set, but no variable is named');
    return { variables: [], sets: undefined };
  }

  #command(): Command {
    const start = this.#offset();
    const words: Expression[] = [];
    for (;;) {
      const word = this.#words[this.#at];
      if (!word || this.#is(word, '|') || this.#is(word, ')')) break;
      const expression = this.#operand(word);
      if (!expression) break;
      words.push(expression);
      if (!this.#space() && this.#joined()) this.#fail('two operands stand together');
    }
    if (words.length === 0) this.#fail('an operand is missing');
    return { span: { start, end: words.at(-1)?.span.end ?? start }, words };
  }

  #joined(): boolean {
    const word = this.#words[this.#at];
    return word !== undefined && !this.#is(word, '|') && !this.#is(word, ')') && !this.#is(word, '(');
  }

  #operand(word: Word): Expression | undefined {
    const { start, end } = word;
    const literal = readLiteral(this.#text, word);
    if (literal) return this.#take(literal);
    if (word.type === 'name')
      return this.#take({ kind: 'function', span: { start, end }, name: this.#source(word) });
    if (word.type === 'variable') {
      this.#at++;
      const names = this.#names();
      return { kind: 'variable', span: { start, end: this.#behind() }, name: this.#source(word), names };
    }
    if (word.type === 'dot') return this.#take({ kind: 'dot', span: { start, end }, names: [] });
    if (word.type === 'field') {
      const names = this.#names();
      return { kind: 'dot', span: { start, end: this.#behind() }, names };
    }
    if (this.#is(word, '(')) return this.#group(start);
    return this.#fail(`"${this.#source(word)}" is unexpected`);
  }

  #group(start: number): Expression | undefined {
    if (++this.#depth > DEPTH_LIMIT) return this.#fail('parentheses are nested too deeply');
    this.#at++;
    this.#space();
    const pipeline = this.pipeline();
    const closing = this.#words[this.#at];
    if (!closing || !this.#is(closing, ')')) return this.#fail('a parenthesis is not closed');
    this.#at++;
    this.#depth--;
    const names = this.#names();
    return { kind: 'group', span: { start, end: this.#behind() }, pipeline, names };
  }

  #names(): string[] {
    const names: string[] = [];
    for (let word = this.#words[this.#at]; word?.type === 'field'; word = this.#words[++this.#at])
      names.push(this.#source(word).slice(1));
    return names;
  }

  #take(expression: Expression): Expression {
    this.#at++;
    return expression;
  }

  /** Skips a gap; whether there was one. */
  #space(): boolean {
    if (this.#words[this.#at]?.type !== 'space') return false;
    this.#at++;
    return true;
  }

  #mark(mark: string): boolean {
    const word = this.#words[this.#at];
    if (!word || !this.#is(word, mark)) return false;
    this.#at++;
    this.#space();
    return true;
  }

  #fail(message: string): undefined {
    this.fault ??= { at: this.#offset(), message };
    this.#at = this.#words.length;
    return undefined;
  }

  #is(word: Word, mark: string): boolean {
    return word.type === 'mark' && this.#source(word) === mark;
  }

  #source({ start, end }: Span): string {
    return this.#text.slice(start, end);
  }

  #offset(): number {
    return this.#words[this.#at]?.start ?? this.#end;
  }

  /** Where the last word that was read ends. */
  #behind(): number {
    return this.#words[this.#at - 1]?.end ?? this.#end;
  }
}
