/** A workflow command that the runner would carry out. */
export interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/**
 * Reads a log as the runner does: `::name key=value::message` at the beginning of a line, and the older
 * `##[name key=value]message` anywhere in one, unless commands are stopped.
 */
export function commandsIn(log: string): readonly Command[] {
  const commands: Command[] = [];
  let stopped: string | undefined;
  for (const line of log.split(/\r\n?|\n/)) {
    const command = read(line);
    if (!command) continue;
    if (stopped !== undefined) {
      if (command.name === stopped) stopped = undefined;
    } else if (command.name === 'stop-commands') stopped = command.message;
    else commands.push(command);
  }
  return commands;
}

function read(line: string): Command | undefined {
  const found =
    /^\s*::([^\s:]+)(?: (.*?))?::(.*)$/.exec(line) ?? /##\[([^\s\]]+)(?: ([^\]]*))?\](.*)$/.exec(line);
  if (!found) return undefined;
  const [, name = '', pairs = '', message = ''] = found;
  const properties = pairs.split(',').flatMap((pair) => {
    const at = pair.indexOf('=');
    return at < 1 ? [] : [[pair.slice(0, at).trim(), unescape(pair.slice(at + 1))] as const];
  });
  return { name, properties: Object.fromEntries(properties), message: unescape(message) };
}

const unescape = (text: string): string =>
  text.replace(/%(0D|0A|3A|2C|25)/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
