import { gzipSync } from 'node:zlib';

export interface PackedEntry {
  readonly name: string;
  readonly body?: string | Buffer;
  /** A tar type flag: `0` a file, `2` a link. */
  readonly type?: string;
}

/** A tar archive of the plainest kind, with names and types as they are given, however bad. */
export function tar(entries: readonly PackedEntry[], end = true): Buffer {
  const blocks = entries.flatMap(({ name, body = '', type = '0' }) => {
    const bytes = Buffer.from(body);
    const header = Buffer.alloc(512);
    header.write(name, 0, 100);
    header.write('0000644\0', 100);
    header.write(`${bytes.length.toString(8).padStart(11, '0')}\0`, 124);
    header.write('00000000000\0', 136);
    header.write('        ', 148);
    header.write(type, 156);
    if (type === '1' || type === '2') header.write('target', 157);
    header.write('ustar\u000000', 257);
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
    return [header, bytes, Buffer.alloc(-bytes.length & 511)];
  });
  return Buffer.concat([...blocks, Buffer.alloc(end ? 1024 : 0)]);
}

export const pack = (...entries: readonly PackedEntry[]): Buffer => gzipSync(tar(entries));

/** The members of a chart, by their paths in it. */
export function chart(name: string, files: Readonly<Record<string, string | Buffer>>): PackedEntry[] {
  const own =
    files['Chart.yaml'] === undefined ? [{ name: `${name}/Chart.yaml`, body: `name: ${name}\n` }] : [];
  return [...own, ...Object.entries(files).map(([path, body]) => ({ name: `${name}/${path}`, body }))];
}
