const CODES = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  magenta: [35, 39],
  cyan: [36, 39],
} as const;

export type Paint = Readonly<Record<keyof typeof CODES, (text: string) => string>>;

/** Functions that colour text, or leave it alone where colour is not wanted. */
export function createPaint(color: boolean): Paint {
  const entries = Object.entries(CODES).map(([name, [open, close]]) => [
    name,
    (text: string) => (color && text !== '' ? `\u001B[${open}m${text}\u001B[${close}m` : text),
  ]);
  return Object.fromEntries(entries) as Paint;
}
