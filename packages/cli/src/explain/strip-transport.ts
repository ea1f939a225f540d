/** The schemes that tools put in front of a reference, and that `lint` knows as no part of it. */
const TRANSPORT = /^(?:docker|docker-pullable|docker-daemon|containers-storage|docker-image|cri):\/\//i;

interface Stripped {
  /** `docker://`, or nothing. */
  readonly transport: string;
  readonly text: string;
}

export function stripTransport(written: string): Stripped {
  const transport = TRANSPORT.exec(written)?.[0] ?? '';
  return { transport, text: written.slice(transport.length) };
}
