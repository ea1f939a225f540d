// The pictures in docs/pictures that show the command: made from what it prints.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../bootstrap.mjs';
import { Shop } from './shop.mjs';
import { terminalPicture } from './terminal-picture.mjs';

const read = (file) => readFileSync(join(root, file), 'utf8');

/** What is typed, and what it prints with colours. Each command may change the tree for the next. */
function typed(shop, commands, env) {
  return commands
    .map(
      ([command, wanted]) =>
        `\u001b[2m$\u001b[22m ${command}\n${shop.sh(command, { wanted, env }).trimEnd()}`,
    )
    .join('\n\n');
}

/** pre-commit with the hook as it is published, but for the command, which is there already. */
function installHook(shop, preCommit) {
  const [, hook] = read('.pre-commit-hooks.yaml').split(/^(?=- id: regmigrate-fix\n)/m);
  const local = hook.replace('language: node', 'language: system').replace(/^/gm, '      ').trimEnd();
  shop.write('.pre-commit-config.yaml', `repos:\n  - repo: local\n    hooks:\n${local}\n`);
  shop.linkProgram('pre-commit', preCommit);
  shop.sh(
    'git rm -q --cached deploy/web.yaml && git add .pre-commit-config.yaml && git commit -q -m "A hook"',
  );
  shop.sh('pre-commit install && git add deploy/web.yaml');
}

/** Where `npm run test-tools` puts a program. */
function pinned(name) {
  const { program, version } = JSON.parse(read('scripts/test-tools.json'))[name];
  return join(root, '.cache/test-tools', `${program}-${version}`, program);
}

const pictures = {
  lint: {
    title:
      'A terminal: regmigrate lint lists four references in two files, each with its line and what to do about it',
    show: (shop) => typed(shop, [['regmigrate lint monitoring', 1]], { FORCE_COLOR: '1' }),
  },
  fix: {
    title: 'A terminal: regmigrate fix tells of two references that it has rewritten and one that it kept',
    show: (shop) => typed(shop, [['regmigrate fix deploy', 0]], { FORCE_COLOR: '1' }),
  },
  'blocked-commit': {
    title: 'A terminal: the hook stops a commit and rewrites two references; the second commit passes',
    needs: 'pre-commit',
    show: (shop) => {
      installHook(shop, pinned('pre-commit'));
      const commands = [
        ["git commit -m 'Add the web server'", 1],
        ["git commit -q -a -m 'Add the web server'", 0],
      ];
      return typed(shop, commands, { PRE_COMMIT_COLOR: 'always' });
    },
  },
};

/**
 * Gives the files and their texts; calls `missing` with each that needs a program which is not installed, and with the
 * name of that.
 */
export function drawTerminals(missing) {
  return Object.entries(pictures).flatMap(([name, { title, needs, show }]) => {
    const file = `docs/pictures/${name}.svg`;
    if (needs && !existsSync(pinned(needs))) {
      missing(file, needs);
      return [];
    }
    const shop = new Shop();
    try {
      return [{ file, text: terminalPicture(title, show(shop)) }];
    } finally {
      shop.remove();
    }
  });
}
