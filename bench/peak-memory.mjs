import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

const PAUSE = 2;

/**
 * Most memory that the command and its children held, in MB: the sum of the most that each of them ever had,
 * so rather too much than too little. Only Linux tells; elsewhere undefined.
 */
export async function peakMemory([program, ...args], { cwd, state }) {
  if (process.platform !== 'linux') return undefined;
  const env = { ...process.env, XDG_STATE_HOME: state };
  const child = spawn(program, args, { cwd, env, stdio: 'ignore' });
  const peaks = new Map();
  const look = setInterval(() => note(child.pid, peaks), PAUSE);
  await new Promise((done, failed) => child.on('exit', done).on('error', failed));
  clearInterval(look);
  return Math.round([...peaks.values()].reduce((sum, kilobytes) => sum + kilobytes, 0) / 1024);
}

function note(pid, peaks) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const peak = Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0);
    peaks.set(pid, Math.max(peak, peaks.get(pid) ?? 0));
    // A child belongs to the thread that started it, which is the first one in Node.
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
    for (const child of children.split(' ').filter(Boolean)) note(Number(child), peaks);
  } catch {
    // It has just ended.
  }
}
