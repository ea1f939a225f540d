const UNITS: Readonly<Record<string, number>> = { '': 1, k: 2 ** 10, m: 2 ** 20, g: 2 ** 30 };

/** `16MB`, `16M`, `16 MiB`, `4096`: bytes, with the units of 1024 that people mean; undefined where it is none. */
export function parseSize(text: string): number | undefined {
  const match = /^(\d+(?:\.\d+)?)\s*([kmg]?)(?:i?b)?$/i.exec(text.trim());
  const unit = UNITS[match?.[2]?.toLowerCase() ?? ''] ?? 1;
  const size = match ? Math.floor(Number(match[1]) * unit) : 0;
  return size > 0 && Number.isSafeInteger(size) ? size : undefined;
}
